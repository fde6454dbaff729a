package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.WriteLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** From the first webhook about a change to the write that it led to. Thread-safe. */
final class Latencies {
    /**
     * A change that a webhook told of.
     *
     * @param userId whose
     * @param changed when it happened
     * @param told when the first webhook about it was sent
     */
    record Told(String userId, Instant changed, Instant told) {}

    private final List<Told> all = Collections.synchronizedList(new ArrayList<>());

    void add(Told one) {
        all.add(one);
    }

    /**
     * Milliseconds for each change, sorted. A change that was written before its webhook was sent, because another one about the same member or a poll came first, is not
     * among them, and neither is one that was never written.
     */
    List<Double> millis(Collection<FakeTicket> tickets, List<WriteLog.Entry> writes) {
        Map<String, String> owners = new HashMap<>();
        tickets.forEach(ticket -> {
            owners.put("ticket " + ticket.id(), ticket.answer("Member ID"));
            owners.put("order " + ticket.orderId(), ticket.answer("Member ID"));
        });
        Map<String, NavigableSet<Instant>> written = new HashMap<>();
        for (WriteLog.Entry write : writes) {
            String ticket = write.kind().equals("payment")
                    ? "order " + write.subjects().get("orderId")
                    : "ticket " + write.subjects().get("ticketId");
            written.computeIfAbsent(owners.getOrDefault(ticket, ""), id -> new TreeSet<>())
                    .add(write.at());
        }
        List<Double> millis = new ArrayList<>();
        for (Told one : List.copyOf(all)) {
            Instant at = written.getOrDefault(one.userId(), new TreeSet<>()).ceiling(one.changed());
            if (at != null && !at.isBefore(one.told())) {
                millis.add(Duration.between(one.told(), at).toNanos() / 1e6);
            }
        }
        Collections.sort(millis);
        return millis;
    }

    /** By nearest rank; 0 of nothing. */
    static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
