package dev.membersync.sync.store;

import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets in memory. */
final class MemoryTickets implements Tickets {
    private static final String NUMBERS = "ticket";

    private final MemoryRows rows;

    MemoryTickets(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TicketRow> save(List<TicketSighting> sightings) {
        if (sightings.isEmpty()) {
            return List.of();
        }
        Set<Long> touched = new LinkedHashSet<>();
        sightings.forEach(sighting -> touched.addAll(numbers(sighting.ref())));
        Map<Long, String> owners = new HashMap<>();
        List<TicketRow> loaded = rows.tickets.find(touched);
        loaded.forEach(row -> rows.link(row).ifPresent(link -> owners.put(row.row(), link.userId())));
        TicketPage page = new TicketPage(loaded, owners, rows.counter(NUMBERS));
        List<TicketRow> merged = merge(page, sightings);
        page.absorbed().forEach(rows.tickets::remove);
        page.updated().forEach(this::put);
        page.added().forEach(this::put);
        if (page.last() != rows.counter(NUMBERS)) {
            rows.counters.put(NUMBERS, page.last());
        }
        return merged;
    }

    private List<TicketRow> merge(TicketPage page, List<TicketSighting> sightings) {
        try {
            return page.merge(sightings);
        } catch (StoreException e) {
            throw rows.journal.refuse(e);
        }
    }

    private void put(TicketRow row) {
        rows.tickets.put(row.row(), row);
    }

    @Override
    public Map<Long, TicketRow> find(Collection<Long> numbers) {
        return rows.tickets.find(numbers).stream()
                .collect(Collectors.toUnmodifiableMap(TicketRow::row, Function.identity(), (a, b) -> a));
    }

    @Override
    public Optional<TicketRow> find(TicketRef ref) {
        return TicketMerge.same(ref, rows.tickets.find(numbers(ref))).stream().findFirst();
    }

    private Set<Long> numbers(TicketRef ref) {
        Set<Long> numbers = new LinkedHashSet<>();
        look(rows.byTicketId, ref.ticketId(), numbers);
        look(rows.byBarcode, ref.barcode(), numbers);
        look(rows.byAttendeeId, ref.attendeeId(), numbers);
        return numbers;
    }

    private static void look(MemoryIndex<String, Long, TicketRow> index, @Nullable String name, Set<Long> numbers) {
        if (name != null) {
            numbers.addAll(index.keys(name));
        }
    }

    @Override
    public List<TicketRow> tagged(String userId) {
        return rows.tickets.find(rows.byTag.keys(userId)).stream()
                .filter(MemoryTickets::isLive)
                .sorted(TicketMerge.BY_AGE)
                .toList();
    }

    @Override
    public Set<String> strays(Collection<String> userIds, long generation) {
        return userIds.stream()
                .filter(userId ->
                        tagged(userId).stream().anyMatch(row -> row.generation() >= generation && !rows.isLinked(row)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<TicketRow> untaggedWithEmail(long emailKey) {
        return rows.tickets.find(rows.ticketsByEmail.keys(emailKey)).stream()
                .filter(row -> isLive(row) && row.tag().isEmpty())
                .sorted(TicketMerge.BY_AGE)
                .toList();
    }

    @Override
    public List<TicketRow> unexamined(long afterRow, int limit) {
        return rows.tickets
                .after(afterRow)
                .filter(row -> isLive(row) && !row.detailed() && row.tag().isEmpty() && !rows.isLinked(row))
                .limit(limit)
                .toList();
    }

    @Override
    public List<TicketRow> linkedUnseenSince(long generation, long afterRow, int limit) {
        return rows.tickets
                .after(afterRow)
                .filter(row -> isLive(row) && row.generation() < generation && hasLiveLink(row))
                .limit(limit)
                .toList();
    }

    @Override
    public List<TicketRow> unlinked(long afterRow, int limit) {
        return rows.tickets
                .after(afterRow)
                .filter(row -> isLive(row) && !rows.isLinked(row))
                .limit(limit)
                .toList();
    }

    @Override
    public void examined(long row) {
        rows.tickets.find(row).ifPresent(ticket -> put(TicketMerge.examined(ticket)));
    }

    @Override
    public long newest() {
        return rows.tickets.rows().stream().mapToLong(TicketRow::row).max().orElse(0);
    }

    @Override
    public long countSeenIn(long generation) {
        return rows.tickets.rows().stream()
                .filter(row -> row.generation() == generation)
                .count();
    }

    @Override
    public long countTagged() {
        return rows.tickets.rows().stream()
                .filter(row -> isLive(row) && row.tag().isPresent())
                .count();
    }

    private boolean hasLiveLink(TicketRow row) {
        return rows.link(row).filter(link -> link.state() == Link.State.LIVE).isPresent();
    }

    private static boolean isLive(TicketRow row) {
        return row.access() == Access.LIVE;
    }
}
