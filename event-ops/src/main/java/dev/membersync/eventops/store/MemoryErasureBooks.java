package dev.membersync.eventops.store;

import dev.membersync.eventops.privacy.Erasure;
import dev.membersync.eventops.privacy.ErasureBooks;
import dev.membersync.eventops.privacy.ErasureTicket;
import dev.membersync.eventops.privacy.Receipt;
import dev.membersync.eventops.privacy.SystemResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Erasures that live as long as this object. Thread-safe. */
public final class MemoryErasureBooks implements ErasureBooks {
    private Rows rows = new Rows();

    /** No erasures. */
    public MemoryErasureBooks() {}

    /** A transaction works on a copy, which counts when the work is done. */
    @Override
    public synchronized <T> T inTransaction(Function<Tx, T> work) {
        Rows copy = new Rows();
        copy.erasures.putAll(rows.erasures);
        rows.tickets.forEach((id, tickets) -> copy.tickets.put(id, new TreeMap<>(tickets)));
        rows.results.forEach((id, results) -> copy.results.put(id, new ArrayList<>(results)));
        copy.receipts.addAll(rows.receipts);
        T result = work.apply(copy);
        rows = copy;
        return result;
    }

    private static final class Rows implements Tx {
        private final Map<String, Erasure> erasures = new LinkedHashMap<>();
        private final Map<String, Map<String, ErasureTicket>> tickets = new LinkedHashMap<>();
        private final Map<String, List<SystemResult>> results = new LinkedHashMap<>();
        private final List<Receipt> receipts = new ArrayList<>();

        @Override
        public void put(Erasure erasure) {
            erasures.put(erasure.id(), erasure);
        }

        @Override
        public List<Erasure> open() {
            return erasures.values().stream()
                    .sorted(Comparator.comparing(Erasure::requestedAt).thenComparing(Erasure::id))
                    .toList();
        }

        @Override
        public void put(String id, ErasureTicket ticket) {
            tickets.computeIfAbsent(id, unused -> new TreeMap<>())
                    .put(ticket.place() + "\n" + ticket.ref().shown(), ticket);
        }

        @Override
        public List<ErasureTicket> tickets(String id) {
            return List.copyOf(tickets.getOrDefault(id, Map.of()).values());
        }

        @Override
        public void add(String id, SystemResult result) {
            results.computeIfAbsent(id, unused -> new ArrayList<>()).add(result);
        }

        @Override
        public List<SystemResult> results(String id) {
            return List.copyOf(results.getOrDefault(id, List.of()));
        }

        @Override
        public void close(String id) {
            erasures.remove(id);
            tickets.remove(id);
            results.remove(id);
        }

        @Override
        public void add(Receipt receipt) {
            receipts.add(receipt);
        }

        @Override
        public List<Receipt> receipts() {
            return List.copyOf(receipts);
        }
    }
}
