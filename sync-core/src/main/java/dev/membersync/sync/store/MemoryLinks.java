package dev.membersync.sync.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links in memory. */
final class MemoryLinks implements Links {
    private final MemoryRows rows;

    MemoryLinks(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, Link> find(Collection<String> userIds) {
        return rows.links.find(userIds).stream()
                .collect(Collectors.toUnmodifiableMap(Link::userId, Function.identity(), (a, b) -> a));
    }

    @Override
    public Map<Long, Link> byTicket(Collection<Long> ticketRows) {
        Map<Long, Link> found = new HashMap<>();
        for (Long row : ticketRows) {
            rows.links.find(rows.linksByTicket.keys(row)).forEach(link -> found.put(row, link));
        }
        return Map.copyOf(found);
    }

    @Override
    public void insert(Link link) {
        if (rows.isLinked(link.userId())) {
            throw rows.journal.refuse(Refusals.memberIsLinked(link));
        }
        checkTicket(link);
        rows.links.put(link.userId(), link);
    }

    @Override
    public Link replace(Link link) {
        Optional<Link> now = rows.links.find(link.userId());
        if (now.isEmpty() || now.get().version() != link.version()) {
            throw rows.journal.refuse(Refusals.linkHasMoved(link));
        }
        if (now.get().ticketRow() != link.ticketRow()) {
            checkTicket(link);
        }
        Link kept = link.next();
        rows.links.put(link.userId(), kept);
        return kept;
    }

    private void checkTicket(Link link) {
        if (rows.tickets.find(link.ticketRow()).isEmpty()) {
            throw rows.journal.refuse(Refusals.ticketIsGone(link));
        }
        if (!rows.linksByTicket.keys(link.ticketRow()).isEmpty()) {
            throw rows.journal.refuse(Refusals.ticketIsLinked(link));
        }
    }

    @Override
    public List<Link> page(String afterUserId, int limit) {
        return rows.links.after(afterUserId).limit(limit).toList();
    }

    @Override
    public long count(Link.State state) {
        return rows.links.rows().stream().filter(link -> link.state() == state).count();
    }
}
