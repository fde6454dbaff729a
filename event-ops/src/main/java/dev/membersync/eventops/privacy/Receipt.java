package dev.membersync.eventops.privacy;

/**
 * A receipt of an erasure: one JSON text without personal data, that names the digest of the receipt before it and carries a
 * seal of the store's key.
 *
 * @param number its place in the chain, from 1
 * @param id the erasure
 * @param text the JSON
 */
public record Receipt(long number, String id, String text) {
    /** The name of its file. */
    public String fileName() {
        return String.format("%05d-erasure-%s.json", number, id);
    }
}
