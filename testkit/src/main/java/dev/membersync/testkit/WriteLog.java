package dev.membersync.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every change of state that requests caused at a fake, in order; edits by tests are not in it. Thread-safe. */
public final class WriteLog {
    /**
     * One change of state.
     *
     * @param at when it happened
     * @param kind {@code user-update}, {@code payment-record}, {@code order}, {@code payment}, {@code holder-update}, {@code exchange}, {@code delete}, {@code refund},
     *     {@code buyer-update}, {@code check-in}, {@code check-out}, {@code resend}, or for types and codes such as {@code type-update}, {@code speaker-create}
     * @param subjects ids of what changed by name, such as {@code userId}, {@code event}, {@code orderId}, {@code ticketId}
     */
    public record Entry(Instant at, String kind, Map<String, String> subjects) {
        /** Copies the subjects. */
        public Entry {
            subjects = Map.copyOf(subjects);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private long total;

    WriteLog() {}

    synchronized void add(Instant at, String kind, Map<String, String> subjects) {
        entries.add(new Entry(at, kind, subjects));
        total++;
    }

    /** Counts on when the log is cleared, so that an effect in between is never missed. */
    synchronized long total() {
        return total;
    }

    /** All entries so far. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The entries of one kind. */
    public List<Entry> entries(String kind) {
        return entries().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** How many changes there were. */
    public synchronized int count() {
        return entries.size();
    }

    /** How many changes of one kind there were. */
    public long count(String kind) {
        return entries(kind).size();
    }

    /** Whether nothing was changed. */
    public boolean isEmpty() {
        return count() == 0;
    }

    /** Forgets everything so far. */
    public synchronized void clear() {
        entries.clear();
    }
}
