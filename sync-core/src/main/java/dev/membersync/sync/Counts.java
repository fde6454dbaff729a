package dev.membersync.sync;

/**
 * The figures of a plan or a run.
 *
 * @param created registrations made, and contacts made for registrants
 * @param updated updates of holders and members, enrolments, exchanges and removals made
 * @param linked registrations that were there and were linked
 * @param unchanged members whose pair is as agreed
 * @param skipped members left alone for a stated reason
 * @param planned operations planned
 * @param held members that wait, or have a field that waits
 * @param review questions that are open
 * @param deadLetters members given up
 * @param failed members whose work failed and stays in the queue
 */
public record Counts(
        long created,
        long updated,
        long linked,
        long unchanged,
        long skipped,
        long planned,
        long held,
        long review,
        long deadLetters,
        long failed) {
    /** No figures. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The sum of both. */
    public Counts plus(Counts other) {
        return new Counts(
                created + other.created,
                updated + other.updated,
                linked + other.linked,
                unchanged + other.unchanged,
                skipped + other.skipped,
                planned + other.planned,
                held + other.held,
                review + other.review,
                deadLetters + other.deadLetters,
                failed + other.failed);
    }
}
