package dev.membersync.examples.syncapp;

import dev.membersync.eventops.checkin.Flag;
import dev.membersync.eventops.checkin.Outcome;
import dev.membersync.eventops.checkin.ScanResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the page of the doors shows of an answer. */
final class DoorText {
    /** A person at the help desk can still let these in. */
    private static final Set<Outcome> ASK =
            Set.of(Outcome.PAYMENT_DUE, Outcome.PAYMENT_DISPUTED, Outcome.APPROVAL_PENDING, Outcome.RULE_DENIED);

    private DoorText() {}

    static Map<String, Object> facts(ScanResult result) {
        String hint = sentence(result.detail()) + result.nextStep();
        List<String> flags = result.flags().stream().sorted().map(Flag::text).toList();
        return Facts.map(
                "outcome", result.outcome().name(),
                "kind", kind(result),
                "title", result.text(),
                "hint", hint,
                "flags", flags);
    }

    private static String sentence(String detail) {
        if (detail.isEmpty()) {
            return "";
        }
        String begun = detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1);
        return begun.endsWith(".") ? begun + " " : begun + ". ";
    }

    private static String kind(ScanResult result) {
        if (result.admits()) {
            return "yes";
        }
        return ASK.contains(result.outcome()) ? "ask" : "no";
    }
}
