package dev.membersync.accelevents;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.discount.DiscountCode;
import dev.membersync.accelevents.feed.JoinedTicket;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.holder.Section;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.session.Session;
import dev.membersync.accelevents.session.Speaker;
import dev.membersync.client.error.ApiException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a story compares of each value: all that the client promises to read, and nothing of what it merely carries. */
final class Shown {
    private Shown() {}

    static Object field(FormField field) {
        return List.of(field.name(), field.type(), field.mandatory(), field.choices());
    }

    static Object attendee(Attendee row) {
        return List.of(row.attendeeId(), row.holder(), row.ticketType(), row.ticketStatus());
    }

    static Object order(Order order) {
        return List.of(
                order.id(),
                order.status(),
                order.purchaser(),
                order.note(),
                order.totalAmount().map(BigDecimal::stripTrailingZeros),
                order.tickets().stream().map(Shown::ticket).toList());
    }

    static Object ticket(OrderTicket ticket) {
        return List.of(
                ticket.eventTicketId(),
                ticket.holder(),
                ticket.ticketType(),
                ticket.ticketStatus(),
                ticket.ticketPrice(),
                ticket.paidAmount(),
                ticket.refundedAmount());
    }

    static Object joined(JoinedTicket ticket) {
        return List.of(
                ticket.origin(),
                ticket.eventTicketId(),
                ticket.attendeeId(),
                ticket.orderId(),
                ticket.holder(),
                ticket.ticketStatus(),
                ticket.orderStatus(),
                ticket.paidAmount());
    }

    static Map<String, String> answers(HolderSheet sheet) {
        var answers = new LinkedHashMap<String, String>();
        Stream.of(Section.values())
                .flatMap(section -> sheet.answers(section).stream())
                .forEach((Answer answer) -> answers.put(answer.field(), answer.text()));
        return answers;
    }

    static Object code(DiscountCode code) {
        return List.of(
                code.id(),
                code.code(),
                code.type(),
                code.scope(),
                code.amount(),
                code.maxUses(),
                code.starts(),
                code.ends(),
                code.ticketTypes(),
                code.occurrence());
    }

    static Object speaker(Speaker speaker) {
        return List.of(speaker.id(), speaker.person(), speaker.text("bio"), speaker.text("imageUrl"));
    }

    static Object session(Session session) {
        return List.of(session.id(), session.title(), session.starts(), session.ends(), session.format());
    }

    static Object refused(Runnable call) {
        try {
            call.run();
            return "not refused";
        } catch (ApiException refusal) {
            return List.of(
                    refusal.getClass().getSimpleName(), refusal.code(), refusal.remedy(), refusal.vendorMessage());
        }
    }
}
