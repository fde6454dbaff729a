package dev.membersync.eventops.checkin;

import java.util.List;

/**
 * What became of facts that a device sent.
 *
 * @param added how many were new
 * @param known how many were known already; sending facts again does no harm
 * @param clashing ids under which another fact is known: the device has lost its count, its facts are not kept, and it
 *     needs a new device id, under which it sends them again
 * @param conflicts the conflicts of the tickets that these facts are about
 */
public record UploadReceipt(int added, int known, List<FactId> clashing, List<Conflict> conflicts) {
    public UploadReceipt {
        clashing = List.copyOf(clashing);
        conflicts = List.copyOf(conflicts);
    }
}
