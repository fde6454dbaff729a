package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.examples.syncapp.internal.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a run of the application came to.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Terminal(int status, String out, String err) {
    static Terminal run(Map<String, String> environment, String... words) {
        return run(Time.system(), environment, words);
    }

    /** As if it were another day. */
    static Terminal run(Time time, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                time);
        int status = SyncApp.run(List.of(words), surroundings);
        return new Terminal(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The one object on standard output. */
    Map<String, Object> json() {
        return JsonText.read(out);
    }

    /** A figure of the counts. */
    long count(String name) {
        return ((Number) ((Map<?, ?>) json().get("counts")).get(name)).longValue();
    }
}
