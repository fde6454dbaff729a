package dev.membersync.examples.benchmarks.load;

/**
 * What is not as it should be, by what both services hold.
 *
 * @param duplicates attendees of members who have one already
 * @param missing members without an attendee
 * @param wrong attendees whose name or address is not their member's
 * @param wrongLinks attendees with the name and address of one member and the Member ID of another
 * @param strays attendees who are nobody's, and people who are no members and were touched nevertheless
 */
record Verdict(int duplicates, int missing, int wrong, int wrongLinks, int strays) {
    /** Whether everything is in step. */
    boolean clean() {
        return duplicates + missing + wrong + wrongLinks + strays == 0;
    }
}
