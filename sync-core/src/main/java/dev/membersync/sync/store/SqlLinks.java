package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links in a database. */
record SqlLinks(SqlSession session, long scope) implements Links {
    static final String SELECT = "SELECT user_id, ticket_row, state, origin, base, mapping, version FROM sync_link ";

    private static final String CHECK = "SELECT (SELECT COUNT(*) FROM sync_link WHERE user_id=? AND scope_id=?),"
            + " (SELECT COUNT(*) FROM sync_ticket WHERE row_no=? AND scope_id=?),"
            + " (SELECT COUNT(*) FROM sync_link WHERE ticket_row=? AND scope_id=?)";

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
        check(link, link.userId());
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
    public Link replace(Link link) {
        if (update(link, " AND ticket_row=?", link.ticketRow()) == 0) {
            change(link);
        }
        return link.next();
    }

    /** To another ticket, or not at all. */
    private void change(Link link) {
        Link now = find(List.of(link.userId())).get(link.userId());
        if (now != null && now.ticketRow() != link.ticketRow()) {
            check(link, "");
        }
        if (update(link, "") == 0) {
            throw session.refuse(Refusals.linkHasMoved(link));
        }
    }

    private int update(Link link, String where, Object... values) {
        List<Object> bound = new ArrayList<>(List.of(
                link.ticketRow(),
                link.state().name(),
                link.origin().name(),
                MarkCodec.bases(link.base()),
                link.mapping(),
                link.userId(),
                scope,
                link.version()));
        bound.addAll(List.of(values));
        return session.update(
                "UPDATE sync_link SET ticket_row=?, state=?, origin=?, base=?, mapping=?, version=version+1"
                        + " WHERE user_id=? AND scope_id=? AND version=?" + where,
                bound.toArray());
    }

    /** What is in the way of a link: one of this user's, no ticket, or one of its ticket. */
    private void check(Link link, String userId) {
        Checked found = session.one(
                        CHECK, Checked::read, userId, scope, link.ticketRow(), scope, link.ticketRow(), scope)
                .orElseThrow();
        if (found.ofMember > 0) {
            throw session.refuse(Refusals.memberIsLinked(link));
        }
        if (found.tickets == 0) {
            throw session.refuse(Refusals.ticketIsGone(link));
        }
        if (found.ofTicket > 0) {
            throw session.refuse(Refusals.ticketIsLinked(link));
        }
    }

    private record Checked(long ofMember, long tickets, long ofTicket) {
        static Checked read(SqlRow row) throws SQLException {
            return new Checked(row.number(1), row.number(2), row.number(3));
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

    static Link read(SqlRow row) throws SQLException {
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
