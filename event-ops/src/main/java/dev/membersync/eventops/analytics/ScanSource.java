package dev.membersync.eventops.analytics;

import java.util.List;

/** Where the scans of an event come from. */
@FunctionalInterface
public interface ScanSource {
    /**
     * All scans of an event so far. {@link ScanFact#registration} is the ticket by the id that registrations have: in a live
     * dataset the issued ticket id.
     *
     * @param event the event url
     */
    List<ScanFact> scans(String event);
}
