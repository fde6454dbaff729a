package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.payment.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The answer to a scan.
 *
 * @param id the scan
 * @param at the time it was decided by
 * @param outcome the answer
 * @param rule the rule that says no, or explains the answer
 * @param flags what the operator should know as well, whatever the answer
 * @param serial the ticket; empty when the text named none
 * @param ticketClass its class; empty when it is not known
 * @param earlier the entry that stands against this one, or the first look of the same gesture
 * @param due what is due, where it is known
 * @param detail one sentence for the operator with times in the event's zone; may be empty
 */
public record ScanResult(
        FactId id,
        Instant at,
        Outcome outcome,
        Optional<Rule> rule,
        Set<Flag> flags,
        Optional<Serial> serial,
        OptionalInt ticketClass,
        Optional<TimedScan> earlier,
        Optional<Money> due,
        String detail) {
    public ScanResult {
        flags = Set.copyOf(flags);
    }

    /** True when the person passes. */
    public boolean admits() {
        return outcome.admits();
    }

    /** What the operator reads: the rule's words where a rule decided. */
    public String text() {
        return rule.map(Rule::text).orElse(outcome.text());
    }

    /** What the operator does next. */
    public String nextStep() {
        return outcome.nextStep();
    }
}
