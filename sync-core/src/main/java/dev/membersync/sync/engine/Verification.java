package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Verified.Kind;
import dev.membersync.sync.engine.Verified.Row;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares both sides as they are now, field by field, on what a scan shows; in depth, on what a detail read shows too. A
 * field that an open question names is not compared: a person is deciding about it.
 */
final class Verification {
    private static final int MOST_LISTED = 1_000;
    private static final int PAGE = 100;
    private static final long SEEN = Long.MAX_VALUE;

    private final Run run;
    private final boolean deep;
    private long pairs;
    private long equal;
    private long aligned;
    private final Alignment alignment;
    private final Map<Kind, Long> figures = new EnumMap<>(Kind.class);
    private final List<Row> rows = new ArrayList<>();

    Verification(Run run, boolean deep, Neighbours neighbours) {
        this.run = run;
        this.deep = deep;
        this.alignment = new Alignment(run, neighbours);
    }

    Verified verify() {
        run.parts.members().pages().forEach(this::members);
        strays();
        return new Verified(pairs, equal, aligned, figures, rows);
    }

    private void members(List<Member> page) {
        Map<String, Member> members = new LinkedHashMap<>();
        page.forEach(member -> members.put(member.userId(), member));
        members.keySet().removeAll(run.inTransaction(tx -> run.barred.users(tx, members.keySet())));
        run.inTransaction(tx -> forgetRepeated(tx, members));
        Map<String, Link> links = run.inTransaction(tx -> tx.links().find(members.keySet()));
        Map<Long, TicketRow> tickets = run.inTransaction(tx ->
                tx.tickets().find(links.values().stream().map(Link::ticketRow).toList()));
        Map<String, Set<String>> asked = run.inTransaction(tx -> tx.reviews().openAbout(members.keySet())).stream()
                .collect(Collectors.groupingBy(
                        Review::subject,
                        Collectors.flatMapping(review -> review.fields().stream(), Collectors.toSet())));
        members.forEach((userId, member) -> {
            Link link = links.get(userId);
            if (link != null && link.state() == Link.State.LIVE) {
                pair(
                        member,
                        link,
                        Optional.ofNullable(tickets.get(link.ticketRow())),
                        asked.getOrDefault(userId, Set.of()));
            } else if (link == null) {
                unlinked(member);
            }
        });
    }

    /** A member may be listed on several pages; the overlay remembers whom this verification has seen. */
    private boolean forgetRepeated(Tx tx, Map<String, Member> members) {
        tx.members().find(members.keySet()).forEach((userId, row) -> {
            if (row.generation() == SEEN) {
                members.remove(userId);
            }
        });
        tx.members()
                .save(members.values().stream()
                        .map(member -> run.keys.row(member, Map.of(), SEEN))
                        .toList());
        return true;
    }

    private void pair(Member member, Link link, Optional<TicketRow> known, Set<String> asked) {
        pairs++;
        if (known.isEmpty()
                || known.get().access() == Access.ENDED
                || known.get().generation() < run.scans.ticketGeneration()) {
            String ticket = known.map(row -> row.ref().shown()).orElse("");
            find(Kind.NOT_LISTED, member.userId(), ticket, List.of());
            return;
        }
        TicketRow ticket = known.get();
        doubles(member.userId(), ticket);
        Map<String, Mark> right = deep ? detail(ticket) : ticket.marks();
        Map<String, Mark> left = run.keys.marks(run.mapping.left(member));
        List<String> different = run.mapping.fields().stream()
                .filter(field ->
                        !(field.leftWrites().isEmpty() && field.rightWrites().isEmpty()))
                .filter(field -> !asked.contains(field.name()))
                .filter(field -> differs(
                        FieldRule.of(field),
                        left.getOrDefault(field.name(), Mark.UNSEEN),
                        right.getOrDefault(field.name(), Mark.UNSEEN),
                        Optional.ofNullable(link.base().get(field.name()))))
                .map(FieldMapper::name)
                .toList();
        if (different.isEmpty()) {
            equal++;
        } else {
            find(Kind.MISMATCH, member.userId(), ticket.ref().shown(), different);
        }
        names(link, ticket, left, right);
    }

    private void names(Link link, TicketRow ticket, Map<String, Mark> left, Map<String, Mark> right) {
        if (alignment.isAligned(link, ticket, left, right)) {
            aligned++;
            return;
        }
        List<String> blanks = alignment.blanks(link, ticket, left, right);
        if (!blanks.isEmpty()) {
            find(Kind.UNALIGNED, link.userId(), ticket.ref().shown(), blanks);
        }
    }

    private void doubles(String userId, TicketRow ticket) {
        ticket.tag()
                .filter(tag -> !tag.equals(userId))
                .ifPresent(tag -> find(Kind.SHARED_TICKET, tag, ticket.ref().shown(), List.of()));
        if (deep && ticket.emailKey().isPresent()) {
            run
                    .inTransaction(tx -> {
                        List<TicketRow> same =
                                tx.tickets().untaggedWithEmail(ticket.emailKey().getAsLong());
                        Set<Long> linked = tx.links()
                                .byTicket(same.stream().map(TicketRow::row).toList())
                                .keySet();
                        return same.stream()
                                .filter(other -> !linked.contains(other.row()))
                                .toList();
                    })
                    .stream()
                    .filter(other -> other.nameKey().equals(ticket.nameKey()))
                    .forEach(other -> find(Kind.SAME_HOLDER, userId, other.ref().shown(), List.of()));
        }
    }

    private static boolean differs(FieldRule rule, Mark left, Mark right, Optional<Base> base) {
        boolean agreed = base.map(
                        pair -> pair.left().agrees(left) && pair.right().agrees(right))
                .orElse(false);
        boolean seen = !left.isUnseen() && !right.isUnseen();
        return seen && !left.agrees(right) && !agreed && owes(rule, left, right);
    }

    /** Whether one side has something that the other one is to be told: absence clears nothing. */
    private static boolean owes(FieldRule rule, Mark left, Mark right) {
        boolean fills = rule.strength() == Strength.IF_EMPTY;
        boolean toRight = rule.flowsRight() && left.kind() != Value.Kind.ABSENT && (!fills || right.isBlank());
        boolean toLeft = rule.flowsLeft() && right.kind() != Value.Kind.ABSENT && (!fills || left.isBlank());
        return toRight || toLeft;
    }

    private Map<String, Mark> detail(TicketRow ticket) {
        Optional<Registration> seen = run.desk.read(ticket.ref());
        Map<String, Mark> marks = new LinkedHashMap<>(ticket.marks());
        seen.ifPresent(registration -> run.keys.marks(registration).forEach((field, mark) -> {
            if (!mark.isUnseen()) {
                marks.put(field, mark);
            }
        }));
        return marks;
    }

    private void unlinked(Member member) {
        boolean wanted = run.parts.workflow().statuses().action(member.status()) == StatusAction.REGISTER;
        boolean asked = run.inTransaction(tx -> isExplained(tx, member.userId()));
        if (wanted && !asked) {
            find(Kind.MISSING, member.userId(), "", List.of());
        }
    }

    private static boolean isExplained(Tx tx, String userId) {
        return tx.work().find(userId).isPresent()
                || tx.deadLetters().find(List.of(userId)).containsKey(userId)
                || tx.reviews().isOpenAbout(userId);
    }

    /** Tickets that carry a tag of ours and are not linked to that member. */
    private void strays() {
        long after = 0;
        List<TicketRow> page = unlinkedTickets(after);
        while (!page.isEmpty()) {
            for (TicketRow ticket : page) {
                after = ticket.row();
                ticket.tag().ifPresent(userId -> stray(ticket, userId));
            }
            page = unlinkedTickets(after);
        }
    }

    private void stray(TicketRow ticket, String userId) {
        boolean linked =
                run.inTransaction(tx -> tx.links().find(List.of(userId)).containsKey(userId));
        find(linked ? Kind.SECOND_TICKET : Kind.ORPHAN, userId, ticket.ref().shown(), List.of());
    }

    private List<TicketRow> unlinkedTickets(long after) {
        return run.inTransaction(tx -> tx.tickets().unlinked(after, PAGE));
    }

    private void find(Kind kind, String userId, String ticket, List<String> fields) {
        if (figures.merge(kind, 1L, Long::sum) <= MOST_LISTED) {
            rows.add(new Row(kind, userId, ticket, fields));
        }
    }
}
