package dev.membersync.examples.middleware.web;

import dev.membersync.eventops.checkin.Flag;
import dev.membersync.eventops.checkin.Outcome;
import dev.membersync.eventops.checkin.ScanResult;
import java.util.List;
import java.util.Set;

/**
 * What the page of the doors shows of an answer.
 *
 * @param kind {@code yes}, {@code no}, or {@code ask} where somebody at the help desk may still let in
 * @param title the answer, large
 * @param detail why, and what to do
 * @param flags what to know besides
 */
record Shown(String kind, String title, String detail, List<String> flags) {
    private static final Set<Outcome> ASK =
            Set.of(Outcome.PAYMENT_DUE, Outcome.PAYMENT_DISPUTED, Outcome.APPROVAL_PENDING, Outcome.RULE_DENIED);

    static Shown of(ScanResult result) {
        String kind = result.admits() ? "yes" : ASK.contains(result.outcome()) ? "ask" : "no";
        String why = result.detail().isEmpty() ? "" : result.detail() + ". ";
        return new Shown(
                kind,
                result.text(),
                why + result.nextStep(),
                result.flags().stream().sorted().map(Flag::text).toList());
    }

    static Shown closed() {
        return ask("Not open yet", "The registrations have not been read. Nobody was admitted; try again in a moment.");
    }

    static Shown ask(String title, String detail) {
        return new Shown("ask", title, detail, List.of());
    }
}
