package dev.membersync.sync.store;

import dev.membersync.sync.payment.About;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.record.TicketRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one scope in memory forgets of a person. */
record MemoryForgetting(MemoryRows rows, String userId, String pseudonym) {
    long all(Collection<TicketRef> named) {
        Set<Long> tickets = new HashSet<>(rows.byTag.keys(userId));
        Optional<Link> link = rows.links.find(userId);
        link.ifPresent(own -> tickets.add(own.ticketRow()));
        for (TicketRef ref : named) {
            add(tickets, rows.byTicketId, ref.ticketId());
            add(tickets, rows.byBarcode, ref.barcode());
            add(tickets, rows.byAttendeeId, ref.attendeeId());
        }
        long number = gone(rows.links) + gone(rows.members) + gone(rows.intents) + gone(rows.work);
        number += gone(rows.deadLetters);
        for (long row : tickets) {
            number += ticket(rows.tickets.find(row).orElseThrow());
        }
        for (Review review : Set.copyOf(rows.reviews.rows())) {
            MemoryRows.Question key = new MemoryRows.Question(review.kind(), review.subject());
            number += review.subject().equals(userId) && rows.reviews.remove(key) ? 1 : 0;
        }
        return number + renamed();
    }

    private static void add(Set<Long> tickets, MemoryIndex<String, Long, TicketRow> index, @Nullable String name) {
        if (name != null) {
            tickets.addAll(index.keys(name));
        }
    }

    private long gone(MemoryTable<String, ?> table) {
        return table.remove(userId) ? 1 : 0;
    }

    private long ticket(TicketRow ticket) {
        if (!rows.isLinked(ticket)) {
            return rows.tickets.remove(ticket.row()) ? 1 : 0;
        }
        if (!ticket.tag().equals(Optional.of(userId))) {
            return 0;
        }
        rows.tickets.put(
                ticket.row(),
                new TicketRow(
                        ticket.row(),
                        ticket.ref(),
                        ticket.access(),
                        ticket.marks(),
                        ticket.emailKey(),
                        ticket.nameKey(),
                        ticket.ticketTypeId(),
                        Optional.empty(),
                        ticket.age(),
                        ticket.generation(),
                        ticket.detailed()));
        return 1;
    }

    private long renamed() {
        Mentions mentions = new Mentions(userId, pseudonym);
        return changed(rows.facts, this::renamed)
                + changed(rows.payments, this::renamed)
                + changed(rows.audit, row -> renamed(row, mentions))
                + changed(rows.reviews, review -> renamed(review, mentions))
                + changed(rows.incidents, incident -> incident.saying(mentions.replaced(incident.message())));
    }

    private static <K, V> long changed(MemoryTable<K, V> table, UnaryOperator<V> change) {
        AtomicLong number = new AtomicLong();
        table.replaceAll(row -> {
            V next = change.apply(row);
            number.addAndGet(next.equals(row) ? 0 : 1);
            return next;
        });
        return number.get();
    }

    private Fact renamed(Fact fact) {
        About about = fact.about();
        return about.userId().equals(Optional.of(userId)) ? fact.about(about.member(pseudonym)) : fact;
    }

    private PaymentRow renamed(PaymentRow row) {
        PaymentRow kept =
                row.telling().map(Telling::userId).filter(userId::equals).isPresent() ? row.undone() : row;
        Optional<Telling> told = kept.told()
                .map(telling -> telling.userId().equals(userId)
                        ? new Telling(pseudonym, telling.net(), telling.state())
                        : telling);
        return new PaymentRow(kept.key(), kept.standing(), told, kept.telling(), kept.sentAt(), kept.attempt());
    }

    private AuditRow renamed(AuditRow row, Mentions mentions) {
        return new AuditRow(
                row.at(),
                row.userId().equals(userId) ? pseudonym : row.userId(),
                row.ticket(),
                row.situation(),
                row.operation(),
                row.fields(),
                mentions.replaced(row.outcome()));
    }

    private static Review renamed(Review review, Mentions mentions) {
        return new Review(
                review.kind(),
                review.subject(),
                review.fields(),
                mentions.replaced(review.reason()),
                review.openedAt(),
                review.closedAt(),
                review.decision());
    }
}
