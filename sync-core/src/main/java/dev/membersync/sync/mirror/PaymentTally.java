package dev.membersync.sync.mirror;

import dev.membersync.sync.payment.Telling;
import java.util.List;

/**
 * What a run over payments did, or a rehearsal found.
 *
 * @param planned what would be told, the first ones
 * @param tellings how many would be told
 * @param told how many were told
 * @param unchanged how many payments need nothing
 * @param orphans payments of nobody
 * @param asked payments that wait for a person
 * @param failed payments whose call failed; the next run goes on
 * @param open payments whose telling is under way
 * @param reviews questions that are open
 * @param problems the first failures, for people
 */
public record PaymentTally(
        List<Planned> planned,
        long tellings,
        long told,
        long unchanged,
        long orphans,
        long asked,
        long failed,
        long open,
        long reviews,
        List<String> problems) {
    /**
     * One telling.
     *
     * @param key the natural key of the payment
     * @param order the order
     * @param telling what is told
     */
    public record Planned(String key, String order, Telling telling) {}

    /** Copies the lists. */
    public PaymentTally {
        planned = List.copyOf(planned);
        problems = List.copyOf(problems);
    }
}
