package dev.membersync.eventops.pricing;

import java.time.Instant;
import java.util.Optional;

/**
 * How a rule stands in one evaluation.
 *
 * @param rule the rule
 * @param active whether it is active now
 * @param since since when it is what it is
 * @param known false when an input is not known: it keeps its state, and what it had set stays as it is
 * @param note why, for people
 */
record Standing(PricingRule rule, boolean active, Instant since, boolean known, String note) {
    /** Judges a rule on a snapshot; empty when it does not apply there at all. */
    static Optional<Standing> of(PricingRule rule, Snapshot snapshot, RuleBook book, Memory memory) {
        if (!applies(rule, snapshot)) {
            return Optional.empty();
        }
        Memory.Active before = memory.rule(rule.id()).orElse(new Memory.Active(false, Instant.EPOCH));
        Facts facts = new Facts(snapshot, book, memory, rule.scope(), Optional.empty());
        boolean leaving = before.active() && rule.until().isPresent();
        Truth truth = facts.judge(leaving ? rule.until().orElseThrow() : rule.when());
        if (truth.is(Truth.Answer.UNKNOWN)) {
            return Optional.of(new Standing(rule, before.active(), before.since(), false, truth.text()));
        }
        boolean holds = truth.is(Truth.Answer.YES);
        boolean wanted = leaving ? !holds : holds;
        Instant free = before.since().plus(rule.stability().minDwell());
        if (wanted != before.active() && snapshot.now().isBefore(free)) {
            return Optional.of(new Standing(
                    rule, before.active(), before.since(), true, truth.text() + "; it stays as it is until " + free));
        }
        Instant since = wanted == before.active() ? before.since() : snapshot.now();
        return Optional.of(new Standing(rule, wanted, since, true, truth.text()));
    }

    static boolean applies(PricingRule rule, Snapshot snapshot) {
        return rule.isOn(mode -> true)
                && rule.scope().hasEvent(snapshot.event())
                && rule.scope().hasChannel(snapshot.channel())
                && rule.scope().currency().equalsIgnoreCase(snapshot.currency());
    }

    Memory remembered(Memory memory) {
        return known ? memory.rule(rule.id(), new Memory.Active(active, since)) : memory;
    }
}
