package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.Fake;
import dev.membersync.testkit.RateProof;
import dev.membersync.testkit.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service was asked, by its own log. */
final class Journal {
    private static final int TOO_MANY = 429;

    private final List<RequestLog.Entry> entries;
    private final int writes;

    private Journal(List<RequestLog.Entry> entries, int writes) {
        this.entries = entries;
        this.writes = writes;
    }

    /** As it stands now. */
    static Journal of(Fake fake) {
        return new Journal(fake.requests().entries(), fake.writes().count());
    }

    /** Of these requests. */
    static Journal of(List<RequestLog.Entry> entries, int writes) {
        return new Journal(List.copyOf(entries), writes);
    }

    /** Both together. */
    Journal and(Journal other) {
        List<RequestLog.Entry> both = new ArrayList<>(entries);
        both.addAll(other.entries);
        return new Journal(both, writes + other.writes);
    }

    int calls() {
        return entries.size();
    }

    /** How often each operation was asked, with its method. */
    Map<String, Long> byOperation() {
        Map<String, Long> counts = new TreeMap<>();
        entries.forEach(entry -> counts.merge(entry.method() + " " + entry.operation(), 1L, Long::sum));
        return counts;
    }

    /** Changes of state that requests caused. */
    int writes() {
        return writes;
    }

    /** Refusals by the limit; those that a fault plan made are not among them. */
    long refused() {
        return entries.stream()
                .filter(entry -> entry.status() == TOO_MANY && entry.fault() == null)
                .count();
    }

    /** Arrivals in the fullest window, as a share of the limit. */
    double fullest(Limit limit) {
        return (double) proof(entries).highestIn(limit.window()) / limit.calls();
    }

    /** Arrivals from the first write to the last, as a share of what the limit allows in that time; 0 when it is less than a window. */
    double mean(Limit limit) {
        List<Instant> writing = entries.stream()
                .filter(entry -> !entry.method().equals("GET"))
                .map(RequestLog.Entry::at)
                .sorted()
                .toList();
        if (writing.isEmpty()) {
            return 0;
        }
        Instant first = writing.get(0);
        Instant last = writing.get(writing.size() - 1);
        Duration time = Duration.between(first, last);
        if (time.compareTo(limit.window()) < 0) {
            return 0;
        }
        return (between(first, last) - 1) / (seconds(time) * limit.perSecond());
    }

    /**
     * Arrivals in the second window after the first refusal that a fault plan made, as a share of the limit: the first one is the time to come back. 0 when there was none.
     */
    double afterRefusal(Limit limit) {
        return entries.stream()
                .filter(entry -> entry.status() == TOO_MANY && entry.fault() != null)
                .map(RequestLog.Entry::at)
                .findFirst()
                .map(at -> (double) between(
                                at.plus(limit.window()), at.plus(limit.window().multipliedBy(2)))
                        / limit.calls())
                .orElse(0.0);
    }

    private long between(Instant from, Instant to) {
        return entries.stream()
                .map(RequestLog.Entry::at)
                .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                .count();
    }

    private static RateProof proof(List<RequestLog.Entry> entries) {
        return RateProof.of(entries.stream().map(RequestLog.Entry::at).toList());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
