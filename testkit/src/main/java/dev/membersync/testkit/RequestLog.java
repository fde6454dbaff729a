package dev.membersync.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every request that reached a fake, in the order it was handled. Thread-safe. */
public final class RequestLog {
    /**
     * One request.
     *
     * @param at arrival
     * @param operation id of the operation, {@code unknown} when no route matched
     * @param method HTTP method
     * @param template path with its variables in braces
     * @param path raw path that was asked
     * @param status status of the reply; 0 when no reply byte was sent
     * @param effect whether the state changed; an effect applied late shows in the write log only
     * @param fault what went wrong by plan, or null
     */
    public record Entry(
            Instant at,
            String operation,
            String method,
            String template,
            String path,
            int status,
            boolean effect,
            @Nullable Fault fault) {}

    private final List<Entry> entries = new ArrayList<>();

    RequestLog() {}

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** All entries so far. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many requests there were. */
    public synchronized int count() {
        return entries.size();
    }

    /** How many requests there were for one operation. */
    public synchronized long count(String operation) {
        return entries.stream()
                .filter(entry -> entry.operation().equals(operation))
                .count();
    }

    /** The server-side proof of the rate, from the arrival times. */
    public RateProof rate() {
        return RateProof.of(entries().stream().map(Entry::at).toList());
    }

    /** Forgets everything so far. */
    public synchronized void clear() {
        entries.clear();
    }
}
