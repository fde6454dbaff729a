package dev.membersync.sync;

import dev.membersync.sync.mirror.PaymentParts;
import dev.membersync.sync.mirror.PaymentTally;
import java.util.List;

/**
 * What a run over the payments of one event did, or would do.
 *
 * @param workflow its id
 * @param event the event url
 * @param planned what is told, of a plan alone; of very many, the first 20,000
 * @param told payments that the other side was told of
 * @param unchanged payments that need nothing
 * @param orphans payments of nobody: {@code report} names them
 * @param asked payments that wait for a person
 * @param failed payments whose call failed; the next run goes on
 * @param open payments of which it is not known whether the other side was told
 * @param counts its figures
 * @param problems the first failures, for people
 */
public record PaymentReport(
        String workflow,
        String event,
        List<Telling> planned,
        long told,
        long unchanged,
        long orphans,
        long asked,
        long failed,
        long open,
        Counts counts,
        List<String> problems) {
    /**
     * One payment that is told.
     *
     * @param key its natural key
     * @param order the order
     * @param userId the member
     * @param amount what is left of it in major units, and the currency
     * @param state how it stands
     */
    public record Telling(String key, String order, String userId, String amount, String state) {
        /** One line for people. */
        @Override
        public String toString() {
            return "tell " + key + " " + amount + " " + state + " of " + userId;
        }
    }

    /** Copies the lists. */
    public PaymentReport {
        planned = List.copyOf(planned);
        problems = List.copyOf(problems);
    }

    static PaymentReport of(PaymentParts parts, PaymentTally tally, boolean plan) {
        return new PaymentReport(
                parts.workflow().id(),
                parts.workflow().source().event(),
                tally.planned().stream()
                        .map(one -> new Telling(
                                one.key(),
                                one.order(),
                                one.telling().userId(),
                                one.telling().net().toString(),
                                one.telling().state().word()))
                        .toList(),
                plan ? 0 : tally.told(),
                tally.unchanged(),
                tally.orphans(),
                tally.asked(),
                tally.failed(),
                tally.open(),
                new Counts(
                        0,
                        plan ? 0 : tally.told(),
                        0,
                        tally.unchanged(),
                        tally.orphans(),
                        tally.tellings(),
                        tally.open(),
                        tally.reviews(),
                        0,
                        tally.failed()),
                tally.problems());
    }

    /** True when nothing is left for a person or a later run. */
    public boolean isClean() {
        return counts.review() == 0 && failed == 0 && open == 0;
    }
}
