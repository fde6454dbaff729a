package dev.membersync.sync.store;

import dev.membersync.sync.record.TicketRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets in a database. */
record SqlTickets(SqlSession session, long scope) implements Tickets {
    private static final String LIVE = "t.scope_id=? AND t.access='LIVE' ";
    private static final String UNLINKED =
            "NOT EXISTS (SELECT 1 FROM sync_link l WHERE l.ticket_row=t.row_no" + " AND l.scope_id=t.scope_id) ";

    @Override
    public List<TicketRow> save(List<TicketSighting> sightings) {
        if (sightings.isEmpty()) {
            return List.of();
        }
        Map<Long, TicketRow> loaded =
                load(sightings.stream().map(TicketSighting::ref).toList());
        SqlCounter numbers = new SqlCounter(session, "ticket", scope);
        long last = numbers.last();
        TicketPage page = new TicketPage(loaded.values(), owners(loaded.keySet()), last);
        List<TicketRow> merged = merge(page, sightings);
        SqlTicketRows rows = new SqlTicketRows(session, scope);
        rows.delete(page.absorbed());
        rows.freeNames(page.updated(), loaded);
        rows.update(page.updated());
        rows.insert(page.added());
        if (page.last() != last) {
            numbers.set(page.last());
        }
        return merged;
    }

    private List<TicketRow> merge(TicketPage page, List<TicketSighting> sightings) {
        try {
            return page.merge(sightings);
        } catch (StoreException e) {
            throw session.refuse(e);
        }
    }

    /** The rows with one of the names: those found by ticket id first, then by barcode, then by attendee id. */
    private Map<Long, TicketRow> load(List<TicketRef> refs) {
        Map<Long, TicketRow> found = new LinkedHashMap<>();
        load("ticket_id", refs, TicketRef::ticketId, found);
        load("barcode", refs, TicketRef::barcode, found);
        load("attendee_id", refs, TicketRef::attendeeId, found);
        return found;
    }

    private void load(
            String column,
            List<TicketRef> refs,
            Function<TicketRef, @Nullable String> name,
            Map<Long, TicketRow> found) {
        List<String> names = refs.stream().map(name).filter(Objects::nonNull).toList();
        session.listIn(
                        SqlTicketRows.SELECT + "WHERE t." + column + " IN (?*) AND t.scope_id=?",
                        names,
                        SqlTicketRows::read,
                        scope)
                .forEach(row -> found.putIfAbsent(row.row(), row));
    }

    private Map<Long, String> owners(Collection<Long> rows) {
        Map<Long, String> owners = new HashMap<>();
        session.listIn(
                "SELECT ticket_row, user_id FROM sync_link WHERE ticket_row IN (?*) AND scope_id=?",
                rows,
                row -> owners.put(row.number(1), row.text(2)),
                scope);
        return owners;
    }

    @Override
    public Map<Long, TicketRow> find(Collection<Long> rows) {
        return session
                .listIn(
                        SqlTicketRows.SELECT + "WHERE t.row_no IN (?*) AND t.scope_id=?",
                        rows,
                        SqlTicketRows::read,
                        scope)
                .stream()
                .collect(Collectors.toUnmodifiableMap(TicketRow::row, Function.identity()));
    }

    @Override
    public Optional<TicketRow> find(TicketRef ref) {
        List<TicketRow> found = List.copyOf(load(List.of(ref)).values());
        return TicketMerge.same(ref, found).stream().findFirst();
    }

    @Override
    public Map<TicketRef, TicketRow> byRef(Collection<TicketRef> refs) {
        TicketPage page = new TicketPage(load(List.copyOf(refs)).values(), Map.of(), 0);
        Map<TicketRef, TicketRow> rows = new HashMap<>();
        refs.forEach(ref -> page.row(ref).ifPresent(row -> rows.put(ref, row)));
        return rows;
    }

    @Override
    public List<TicketRow> tagged(String userId) {
        return list("t.tag=? AND " + LIVE + "ORDER BY t.age, t.row_no", userId, scope);
    }

    @Override
    public Set<String> strays(Collection<String> userIds, long generation) {
        return Set.copyOf(session.listIn(
                "SELECT DISTINCT t.tag FROM sync_ticket t WHERE t.tag IN (?*) AND " + LIVE + "AND t.generation>=? AND "
                        + UNLINKED,
                userIds,
                row -> row.text(1),
                scope,
                generation));
    }

    @Override
    public List<TicketRow> untaggedWithEmail(long emailKey) {
        return list("t.email_key=? AND " + LIVE + "AND t.tag IS NULL ORDER BY t.age, t.row_no", emailKey, scope);
    }

    @Override
    public List<TicketRow> unexamined(long afterRow, int limit) {
        return list(
                "t.row_no>? AND " + LIVE + "AND t.tag IS NULL AND t.detailed=0 AND " + UNLINKED
                        + "ORDER BY t.row_no LIMIT ?",
                afterRow,
                scope,
                limit);
    }

    @Override
    public List<TicketRow> linkedUnseenSince(long generation, long afterRow, int limit) {
        return list(
                "t.row_no>? AND t.generation<? AND " + LIVE + "AND EXISTS (SELECT 1 FROM sync_link l"
                        + " WHERE l.ticket_row=t.row_no AND l.scope_id=t.scope_id AND l.state='LIVE')"
                        + " ORDER BY t.row_no LIMIT ?",
                afterRow,
                generation,
                scope,
                limit);
    }

    @Override
    public List<TicketRow> unlinked(long afterRow, int limit) {
        return list("t.row_no>? AND " + LIVE + "AND " + UNLINKED + "ORDER BY t.row_no LIMIT ?", afterRow, scope, limit);
    }

    private List<TicketRow> list(String where, Object... values) {
        return List.copyOf(session.list(SqlTicketRows.SELECT + "WHERE " + where, SqlTicketRows::read, values));
    }

    @Override
    public void examined(long row) {
        session.update("UPDATE sync_ticket SET detailed=1 WHERE row_no=? AND scope_id=?", row, scope);
    }

    @Override
    public long newest() {
        return session.number("SELECT COALESCE(MAX(row_no),0) FROM sync_ticket WHERE scope_id=?", scope);
    }

    @Override
    public long countSeenIn(long generation) {
        return session.number("SELECT COUNT(*) FROM sync_ticket WHERE generation=? AND scope_id=?", generation, scope);
    }

    @Override
    public long countTagged() {
        return session.number("SELECT COUNT(*) FROM sync_ticket t WHERE " + LIVE + "AND t.tag IS NOT NULL", scope);
    }
}
