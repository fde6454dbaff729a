package dev.membersync.sync.engine;

import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.review.HygieneFinding;
import dev.membersync.sync.review.HygieneFinding.Kind;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Looks for likely duplicates and broken links in what the last full lists left in the store of one workflow: no call, so
 * it can be asked for while the engine runs live. A page is in memory, and at most 24 bytes for each member.
 */
public final class Hygiene {
    private static final int PAGE = 500;
    private static final int MOST_LISTED = 1_000;

    private final Parts parts;
    private final long ticketScan;
    private final long memberScan;
    private final Map<Kind, Long> figures = new EnumMap<>(Kind.class);
    private final List<HygieneFinding> findings = new ArrayList<>();

    Hygiene(Parts parts) {
        this.parts = parts;
        this.ticketScan = complete(TicketCensus.ATTENDEES);
        this.memberScan = complete(MemberCensus.MEMBERS);
    }

    /**
     * What was found.
     *
     * @param read whether both lists were read whole at least once
     * @param figures how many findings there are of each kind
     * @param findings the first thousand of each kind
     */
    public record Found(boolean read, Map<Kind, Long> figures, List<HygieneFinding> findings) {}

    /** Looks through the store of this workflow. */
    public static Found look(Parts parts) {
        Hygiene hygiene = new Hygiene(parts);
        new SameMembers(hygiene).look();
        new StrayTickets(hygiene).look();
        new BrokenLinks(hygiene).look();
        return new Found(hygiene.ticketScan > 0 && hygiene.memberScan > 0, hygiene.figures, hygiene.findings);
    }

    Parts parts() {
        return parts;
    }

    /** Whether the last whole list showed the member, or a later read did. */
    boolean isThere(MemberRow row) {
        return !row.gone() && row.generation() >= memberScan;
    }

    /** Whether it admits, and the last whole list showed it. */
    boolean isThere(TicketRow row) {
        return row.access() == Access.LIVE && row.generation() >= ticketScan;
    }

    void find(Kind kind, List<String> members, List<String> tickets, String reason) {
        if (figures.merge(kind, 1L, Long::sum) <= MOST_LISTED) {
            findings.add(new HygieneFinding(kind, members, tickets, reason));
        }
    }

    /** The tickets that these members are linked to and that are there. */
    List<TicketRow> tickets(Tx tx, List<String> userIds) {
        List<Long> rows = tx.links().find(userIds).values().stream()
                .map(Link::ticketRow)
                .sorted()
                .toList();
        Map<Long, TicketRow> found = tx.tickets().find(rows);
        return rows.stream()
                .map(found::get)
                .filter(row -> row != null && isThere(row))
                .toList();
    }

    /** Reads pages of a part of the store. */
    @FunctionalInterface
    interface Pages<K, R> {
        List<R> read(Tx tx, K after, int limit);
    }

    /** Each page is a transaction of its own, so that a great store holds nobody up. */
    <K, R> void pages(Pages<K, R> pages, K start, Function<R, K> key, BiConsumer<Tx, List<R>> work) {
        Optional<K> next = Optional.of(start);
        while (next.isPresent()) {
            K after = next.get();
            next = in(tx -> {
                List<R> page = pages.read(tx, after, PAGE);
                work.accept(tx, page);
                return page.size() < PAGE ? Optional.empty() : Optional.of(key.apply(page.get(page.size() - 1)));
            });
        }
    }

    <T> T in(Function<Tx, T> work) {
        return parts.store().inTransaction(parts.scope(), work);
    }

    private long complete(String feed) {
        return in(tx -> tx.cursors().find(feed).complete());
    }
}
