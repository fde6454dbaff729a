package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links in a database. */
record SqlLinks(SqlSession session, long scope) implements Links {
    private static final String SELECT =
            "SELECT user_id, ticket_row, state, origin, base, mapping, version FROM sync_link ";

    @Override
    public Map<String, Link> find(Collection<String> userIds) {
        return session.listIn(SELECT + "WHERE user_id IN (?*) AND scope_id=?", userIds, SqlLinks::read, scope).stream()
                .collect(Collectors.toUnmodifiableMap(Link::userId, Function.identity()));
    }

    @Override
    public Map<Long, Link> byTicket(Collection<Long> ticketRows) {
        return session
                .listIn(SELECT + "WHERE ticket_row IN (?*) AND scope_id=?", ticketRows, SqlLinks::read, scope)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Link::ticketRow, Function.identity()));
    }

    @Override
    public void insert(Link link) {
        if (find(List.of(link.userId())).containsKey(link.userId())) {
            throw session.refuse(Refusals.memberIsLinked(link));
        }
        checkTicket(link);
        session.update(
                "INSERT INTO sync_link(user_id, scope_id, ticket_row, state, origin, base, mapping, version)"
                        + " VALUES(?,?,?,?,?,?,?,?)",
                link.userId(),
                scope,
                link.ticketRow(),
                link.state().name(),
                link.origin().name(),
                MarkCodec.bases(link.base()),
                link.mapping(),
                link.version());
    }

    @Override
    public void replace(Link link) {
        Link now = find(List.of(link.userId())).get(link.userId());
        if (now != null && now.ticketRow() != link.ticketRow()) {
            checkTicket(link);
        }
        int met = session.update(
                "UPDATE sync_link SET ticket_row=?, state=?, origin=?, base=?, mapping=?, version=version+1"
                        + " WHERE user_id=? AND scope_id=? AND version=?",
                link.ticketRow(),
                link.state().name(),
                link.origin().name(),
                MarkCodec.bases(link.base()),
                link.mapping(),
                link.userId(),
                scope,
                link.version());
        if (met == 0) {
            throw session.refuse(Refusals.linkHasMoved(link));
        }
    }

    private void checkTicket(Link link) {
        long tickets = session.number(
                "SELECT COUNT(*) FROM sync_ticket WHERE row_no=? AND scope_id=?", link.ticketRow(), scope);
        if (tickets == 0) {
            throw session.refuse(Refusals.ticketIsGone(link));
        }
        if (!byTicket(List.of(link.ticketRow())).isEmpty()) {
            throw session.refuse(Refusals.ticketIsLinked(link));
        }
    }

    @Override
    public List<Link> page(String afterUserId, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE user_id>? AND scope_id=? ORDER BY user_id LIMIT ?",
                SqlLinks::read,
                afterUserId,
                scope,
                limit));
    }

    @Override
    public long count(Link.State state) {
        return session.number("SELECT COUNT(*) FROM sync_link WHERE scope_id=? AND state=?", scope, state.name());
    }

    private static Link read(SqlRow row) throws SQLException {
        return new Link(
                row.text(1),
                row.number(2),
                Link.State.valueOf(row.text(3)),
                Link.Origin.valueOf(row.text(4)),
                MarkCodec.bases(row.bytes(5)),
                row.text(6),
                row.number(7));
    }
}
