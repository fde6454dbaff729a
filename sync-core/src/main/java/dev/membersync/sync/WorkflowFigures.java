package dev.membersync.sync;

import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.engine.Remembered;

/**
 * How far both sides of one workflow agree, as far as the store remembers them. Holds no personal data.
 *
 * @param workflow its id
 * @param event its event url
 * @param pairs live links
 * @param equal those whose sides agree in every field that both showed
 * @param different those that differ, and nobody was asked about the fields
 * @param notListed those whose ticket the last full list did not show
 * @param ended links whose ticket ended at Accelevents
 * @param stopped pairs that were stopped because they would not come to rest
 * @param questions questions that wait for a person
 * @param deadLetters members that were given up
 * @param openCreates registrations under way
 */
public record WorkflowFigures(
        String workflow,
        String event,
        long pairs,
        long equal,
        long different,
        long notListed,
        long ended,
        long stopped,
        long questions,
        long deadLetters,
        long openCreates) {
    static WorkflowFigures of(Parts parts) {
        Remembered seen = Remembered.of(parts);
        return new WorkflowFigures(
                parts.workflow().id(),
                parts.workflow().desk().event(),
                seen.pairs(),
                seen.equal(),
                seen.different(),
                seen.notListed(),
                seen.ended(),
                seen.stopped(),
                seen.questions(),
                seen.deadLetters(),
                seen.openCreates());
    }

    /** Whether nothing is left to do and nobody is asked. */
    public boolean isClean() {
        return different + notListed + stopped + questions + deadLetters + openCreates == 0;
    }
}
