package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Projection;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads all members and marks those that need a look. A member whose pair is as agreed costs its share of a page and
 * nothing else. Marks and the scan's position commit together, page by page.
 */
final class MemberCensus {
    static final String MEMBERS = "members";

    private final Run run;
    private final long ticketGeneration;
    private long generation;
    private long unchanged;

    /** @param ticketGeneration the ticket scan that pairs are compared with; 0 when absence proves nothing */
    MemberCensus(Run run, long ticketGeneration) {
        this.run = run;
        this.ticketGeneration = ticketGeneration;
    }

    /** Reads every page for all of these, who are about one account. */
    static <T> void take(Together<T> all, Function<T, MemberCensus> census) {
        all.each(one -> census.apply(one).begin());
        Optional<Parts> reader = all.reader().map(one -> census.apply(one).run.parts);
        if (reader.isPresent()) {
            walk(reader.get(), all, census);
            all.each(one -> census.apply(one).end());
        }
    }

    private static <T> void walk(Parts reader, Together<T> all, Function<T, MemberCensus> census) {
        int number = 0;
        long began = reader.time().nanos();
        for (List<Member> page : reader.members().pages()) {
            int position = ++number;
            long pageBegan = began;
            all.each(one -> census.apply(one).take(page, position, pageBegan));
            // What is done meanwhile comes after the page for everybody.
            all.each(one -> census.apply(one).tell(page, position));
            if (all.reader().isEmpty()) {
                return;
            }
            began = reader.time().nanos();
        }
    }

    /** The number of the scan. */
    long generation() {
        return generation;
    }

    private void begin() {
        generation = run.inTransaction(tx -> {
            Cursor cursor = tx.cursors().find(MEMBERS);
            tx.cursors().save(new Cursor(MEMBERS, "", cursor.generation() + 1, cursor.complete()));
            return cursor.generation() + 1;
        });
    }

    private void take(List<Member> page, int number, long began) {
        run.checkpoint("member page");
        run.observations.pageBegins(began);
        unchanged = run.inTransaction(tx -> {
            Cursor cursor = tx.cursors().find(MEMBERS);
            tx.cursors().save(new Cursor(MEMBERS, "page " + number, generation, cursor.complete()));
            return mark(page, began, tx);
        });
    }

    private void tell(List<Member> page, int number) {
        run.journal().page(MEMBERS, number, page.size());
        run.journal().unchanged(unchanged);
    }

    private void end() {
        run.inTransaction(tx -> {
            tx.cursors().save(new Cursor(MEMBERS, "", generation, generation));
            return true;
        });
        new OpenMatters(run, generation).mark();
    }

    /**
     * Marks those of a page of changes that are not as agreed; their records are read again by id. Who is no member and
     * was never one is left alone.
     *
     * @param began when the page was asked for
     * @return how many were marked
     */
    long changed(List<Member> page, long began, Tx tx) {
        long newest = tx.cursors().find(MEMBERS).generation();
        Map<String, Member> members = new LinkedHashMap<>();
        page.forEach(member -> members.put(member.userId(), member));
        members.keySet().removeIf(userId -> run.observations.isNewerThan(began, userId));
        Known known = Known.of(tx, members);
        Map<String, MemberRow> rows = new LinkedHashMap<>();
        List<String> dirty = new ArrayList<>();
        for (Member member : members.values()) {
            Projection projection = run.mapping.left(member);
            MemberRow row = run.keys.row(member, run.keys.marks(projection), newest);
            if (!known.isStranger(member)) {
                rows.put(member.userId(), row);
                if (!isSettled(member, projection, row, known, tx) && !known.isBuried(row)) {
                    dirty.add(member.userId());
                }
            }
        }
        tx.members().save(rows.values());
        tx.work().mark(dirty, Lane.LIVE, run.now());
        return dirty.size();
    }

    private long mark(List<Member> page, long began, Tx tx) {
        Map<String, Member> members = new LinkedHashMap<>();
        page.forEach(member -> members.put(member.userId(), member)); // the same userId twice is one member
        Known known = Known.of(tx, members).asking(tx, run.scans.ticketGeneration());
        Map<String, MemberRow> rows = new LinkedHashMap<>();
        List<String> dirty = new ArrayList<>();
        long unchanged = 0;
        long found = 0;
        for (Member member : members.values()) {
            Projection projection = run.mapping.left(member);
            Map<String, Mark> marks = run.keys.marks(projection);
            MemberRow row = run.keys.row(member, marks, generation);
            MemberRow before = known.rows.get(member.userId());
            if (before != null && run.observations.isNewerThan(began, member.userId())) {
                rows.put(
                        member.userId(),
                        new MemberRow(before.userId(), before.marks(), before.emailKey(), generation, before.gone()));
                continue;
            }
            found += before != null && !before.marks().equals(marks) ? 1 : 0;
            boolean seenInThisScan = before != null && before.generation() == generation;
            rows.put(member.userId(), row);
            if (isSettled(member, projection, row, known, tx)) {
                unchanged += seenInThisScan ? 0 : 1;
            } else if (known.doubled.contains(member.userId()) || !known.isBuried(row)) {
                dirty.add(member.userId());
                run.observations.keep(member, began);
            }
        }
        tx.members().save(rows.values());
        tx.work().mark(dirty, Lane.BACKFILL, run.now());
        run.journal().found(found);
        return unchanged;
    }

    /** True when the pair is linked, alive and as agreed, and nothing about the member asks for more. */
    private boolean isSettled(Member member, Projection projection, MemberRow row, Known known, Tx tx) {
        Link link = known.links.get(member.userId());
        TicketRow ticket = link == null ? null : known.tickets.get(link.ticketRow());
        MemberRow before = known.rows.get(member.userId());
        if (link == null || ticket == null || before == null || before.gone() || known.isAsked(member.userId())) {
            return false; // an open question is looked at again: its reason may have gone
        }
        boolean alive = link.state() == Link.State.LIVE
                && ticket.access() == Access.LIVE
                && ticket.generation() >= ticketGeneration;
        return alive && projection.held().isEmpty() && isPlain(member) && isAgreed(row, ticket, link, tx);
    }

    /** True when the status is a known word that changes nothing about a pair. */
    private boolean isPlain(Member member) {
        Statuses statuses = run.parts.workflow().statuses();
        StatusAction action = statuses.action(member.status());
        return (action == StatusAction.REGISTER || action == StatusAction.KEEP)
                && member.status().text().map(statuses::isKnown).orElse(true);
    }

    /** Also when both sides show for the first time what was written: that is remembered here, with the page. */
    private boolean isAgreed(MemberRow row, TicketRow ticket, Link link, Tx tx) {
        if (!link.mapping().equals(run.mapping.digest())) {
            return false;
        }
        Side right = Side.present(ticket.marks());
        Pair pair = new Pair(LinkStanding.LIVE, Side.present(row.marks()), right, link.base(), false, run.now());
        Decision decision = run.decide.linked(pair);
        return decision.isRest() || (decision.isConfirmation(pair) && isConfirmed(link, pair, decision, tx));
    }

    private static boolean isConfirmed(Link link, Pair pair, Decision decision, Tx tx) {
        try {
            Map<String, Base> base = decision.rebased(
                    link.base(), pair.left().marks(), pair.right().marks());
            tx.links().replace(link.withBase(base, link.mapping()));
            return true;
        } catch (StoreException.Stale moved) {
            return false; // somebody is at work on it: it is looked at by itself
        }
    }

    /** What the store knows of the members of one page. */
    private record Known(
            Map<String, MemberRow> rows,
            Map<String, Link> links,
            Map<Long, TicketRow> tickets,
            Map<String, DeadLetter> letters,
            Set<String> asked,
            Set<String> doubled) {
        static Known of(Tx tx, Map<String, Member> members) {
            Map<String, Link> links = tx.links().find(members.keySet());
            return new Known(
                    tx.members().find(members.keySet()),
                    links,
                    tx.tickets()
                            .find(links.values().stream().map(Link::ticketRow).toList()),
                    tx.deadLetters().find(members.keySet()),
                    Set.of(),
                    Set.of());
        }

        /** With those about whom a question is open, and those of whom this scan showed another ticket with their tag. */
        Known asking(Tx tx, long scanned) {
            Set<String> open = tx.reviews().openAbout(rows.keySet()).stream()
                    .map(Review::subject)
                    .collect(Collectors.toSet());
            return new Known(rows, links, tickets, letters, open, tx.tickets().strays(rows.keySet(), scanned));
        }

        boolean isAsked(String userId) {
            return asked.contains(userId) || doubled.contains(userId);
        }

        /** No member, and never known as one. */
        boolean isStranger(Member member) {
            return !rows.containsKey(member.userId())
                    && member.status().text().filter(Statuses.OUTSIDE::equals).isPresent();
        }

        /** Given up, and not changed since. */
        boolean isBuried(MemberRow row) {
            MemberRow before = rows.get(row.userId());
            return letters.containsKey(row.userId())
                    && before != null
                    && before.marks().equals(row.marks());
        }
    }
}
