package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.PaymentRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All rows of one scope. */
final class MemoryRows {
    final MemoryJournal journal;
    final MemoryTable<String, MemberRow> members;
    final MemoryIndex<Long, String, MemberRow> membersByEmail;
    final MemoryTable<Long, TicketRow> tickets;
    final MemoryIndex<String, Long, TicketRow> byTicketId;
    final MemoryIndex<String, Long, TicketRow> byBarcode;
    final MemoryIndex<String, Long, TicketRow> byAttendeeId;
    final MemoryIndex<Long, Long, TicketRow> ticketsByEmail;
    final MemoryIndex<String, Long, TicketRow> byTag;
    final MemoryTable<String, Link> links;
    final MemoryIndex<Long, String, Link> linksByTicket;
    final MemoryTable<String, Intent> intents;
    final MemoryIndex<Long, String, Intent> intentsByKey;
    final MemoryTable<String, Queued> work;
    final MemoryIndex<Turn, String, Queued> turns;
    final MemoryTable<String, Cursor> cursors;
    final MemoryTable<Question, Review> reviews;
    final MemoryIndex<String, Question, Review> reviewsBySubject;
    final MemoryTable<String, DeadLetter> deadLetters;
    final MemoryTable<Question, Incident> incidents;
    final MemoryTable<FactKey, Fact> facts;
    final MemoryIndex<String, FactKey, Fact> factsByOrder;
    final MemoryTable<String, PaymentRow> payments;
    final MemoryTable<Long, AuditRow> audit;
    final MemoryTable<String, Long> counters;

    /** An item with its lease. */
    record Queued(WorkItem item, @Nullable Instant leaseUntil) {
        boolean isFree(Instant now) {
            return leaseUntil == null || !leaseUntil.isAfter(now);
        }
    }

    /** The place of an item in its lane. */
    record Turn(Lane lane, Instant dueAt) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int byLane = Integer.compare(Lanes.rank(lane), Lanes.rank(other.lane));
            return byLane != 0 ? byLane : dueAt.compareTo(other.dueAt);
        }
    }

    /** The key of a review, and of an incident. */
    record Question(String kind, String subject) {
        static final Comparator<Question> ORDER =
                Comparator.comparing(Question::kind, Names.ORDER).thenComparing(Question::subject, Names.ORDER);
    }

    MemoryRows(MemoryJournal journal) {
        this.journal = journal;
        members = new MemoryTable<>(journal, Names.ORDER);
        membersByEmail = members.index(row -> boxed(row.emailKey()));
        tickets = new MemoryTable<>(journal, Comparator.<Long>naturalOrder());
        byTicketId = tickets.index(row -> row.ref().ticketId());
        byBarcode = tickets.index(row -> row.ref().barcode());
        byAttendeeId = tickets.index(row -> row.ref().attendeeId());
        ticketsByEmail = tickets.index(row -> boxed(row.emailKey()));
        byTag = tickets.index(row -> row.tag().orElse(null));
        links = new MemoryTable<>(journal, Names.ORDER);
        linksByTicket = links.index(Link::ticketRow);
        intents = new MemoryTable<>(journal, Names.ORDER);
        intentsByKey = intents.index(intent -> boxed(intent.openMatchKey()));
        work = new MemoryTable<>(journal, Names.ORDER);
        turns = work.index(MemoryRows::turn);
        cursors = new MemoryTable<>(journal, Names.ORDER);
        reviews = new MemoryTable<>(journal, Question.ORDER);
        reviewsBySubject = reviews.index(Review::subject);
        deadLetters = new MemoryTable<>(journal, Names.ORDER);
        incidents = new MemoryTable<>(journal, Question.ORDER);
        facts = new MemoryTable<>(journal, MemoryPayments.ORDER);
        factsByOrder = facts.index(fact -> fact.about().order().orElse(null));
        payments = new MemoryTable<>(journal, Names.ORDER);
        audit = new MemoryTable<>(journal, Comparator.<Long>naturalOrder());
        counters = new MemoryTable<>(journal, Names.ORDER);
    }

    /** These rows, apart from the original. */
    MemoryRows copy(MemoryJournal into) {
        MemoryRows copy = new MemoryRows(into);
        copy.members.fill(members);
        copy.tickets.fill(tickets);
        copy.links.fill(links);
        copy.intents.fill(intents);
        copy.work.fill(work);
        copy.cursors.fill(cursors);
        copy.reviews.fill(reviews);
        copy.deadLetters.fill(deadLetters);
        copy.incidents.fill(incidents);
        copy.facts.fill(facts);
        copy.payments.fill(payments);
        copy.audit.fill(audit);
        copy.counters.fill(counters);
        return copy;
    }

    /** Forgets what was made with the store's key. */
    void forgetMarks() {
        OptionalLong none = OptionalLong.empty();
        members.replaceAll(row -> new MemberRow(row.userId(), Map.of(), none, row.generation(), row.gone()));
        tickets.replaceAll(TicketMerge::unmarked);
        intents.replaceAll(row -> row.sending(Map.of()));
        links.replaceAll(row -> new Link(
                row.userId(), row.ticketRow(), row.state(), row.origin(), Map.of(), row.mapping(), row.version() + 1));
    }

    long counter(String name) {
        return counters.find(name).orElse(0L);
    }

    boolean isLinked(String userId) {
        return links.find(userId).isPresent();
    }

    boolean isLinked(TicketRow ticket) {
        return link(ticket).isPresent();
    }

    Optional<Link> link(TicketRow ticket) {
        return linksByTicket.keys(ticket.row()).stream().findFirst().flatMap(links::find);
    }

    private static @Nullable Turn turn(Queued queued) {
        WorkItem item = queued.item();
        return item.waitsFor().isPresent() ? null : new Turn(item.lane(), item.dueAt());
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
