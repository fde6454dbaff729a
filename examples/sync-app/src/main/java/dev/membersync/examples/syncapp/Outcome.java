package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Calls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command came to.
 *
 * @param exit how it ends
 * @param counts its figures
 * @param calls the requests it sent
 * @param facts what else it tells programs
 * @param said true when it has told programs itself, because they do not wait for its end
 */
record Outcome(Exit exit, Counts counts, Calls calls, Map<String, Object> facts, boolean said) {
    Outcome(Exit exit, Counts counts, Calls calls, Map<String, Object> facts) {
        this(exit, counts, calls, facts, false);
    }

    Outcome {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** An end without figures. */
    static Outcome of(Exit exit) {
        return new Outcome(exit, Counts.NONE, Calls.NONE, Map.of());
    }

    Outcome saidAlready() {
        return new Outcome(exit, counts, calls, facts, true);
    }

    /** The one object that programs read. */
    Map<String, Object> json(String command, long millis) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", command);
        json.put("status", exit.word());
        json.put("counts", Facts.counts(counts));
        json.put("calls", Facts.calls(calls));
        json.put("durationMs", millis);
        json.putAll(facts);
        return json;
    }
}
