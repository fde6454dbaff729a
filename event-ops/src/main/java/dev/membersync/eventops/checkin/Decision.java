package dev.membersync.eventops.checkin;

import dev.membersync.sync.payment.Money;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an evaluator found.
 *
 * @param outcome the answer
 * @param rule the rule that says no, where the outcome is {@link Outcome#RULE_DENIED} or a rule explains it
 * @param flags what the operator should know as well
 * @param slot what an entry uses up
 * @param earlier the entry that stands against this one, or the first look of the gesture
 * @param due what is due
 * @param detail one sentence for the operator; empty when the outcome says all
 * @param repeats the number of the look that this one repeats; 0 for none
 */
record Decision(
        Outcome outcome,
        Optional<Rule> rule,
        Set<Flag> flags,
        String slot,
        Optional<TimedScan> earlier,
        Optional<Money> due,
        String detail,
        long repeats) {
    static Decision of(Outcome outcome) {
        return new Decision(outcome, Optional.empty(), Set.of(), "", Optional.empty(), Optional.empty(), "", 0);
    }

    static Decision denied(Rule rule) {
        return of(Outcome.RULE_DENIED).by(rule);
    }

    Decision by(Rule named) {
        return new Decision(outcome, Optional.of(named), flags, slot, earlier, due, detail, repeats);
    }

    Decision in(String used) {
        return new Decision(outcome, rule, flags, used, earlier, due, detail, repeats);
    }

    Decision after(TimedScan first) {
        return new Decision(outcome, rule, flags, slot, Optional.of(first), due, detail, repeats);
    }

    Decision owing(Optional<Money> amount) {
        return new Decision(outcome, rule, flags, slot, earlier, amount, detail, repeats);
    }

    Decision saying(String sentence) {
        return new Decision(outcome, rule, flags, slot, earlier, due, sentence, repeats);
    }

    Decision with(Set<Flag> more) {
        EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        all.addAll(more);
        return new Decision(outcome, rule, Set.copyOf(all), slot, earlier, due, detail, repeats);
    }

    Decision repeating(TimedScan first) {
        return new Decision(
                outcome,
                rule,
                flags,
                slot,
                Optional.of(first),
                due,
                detail,
                first.scan().id().sequence());
    }
}
