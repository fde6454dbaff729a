package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.ticket.TicketChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of the calls that make and change orders, key by key as the vendor spells them. */
record OrderBodies(Wire wire) {
    Map<String, @Nullable Object> order(NewOrder order) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("clientDate", wire.clientDate());
        body.put("paymentType", order.paymentType().value());
        body.put(
                "ticketings",
                order.tickets().stream().map(OrderBodies::ticketing).toList());
        body.put("note", order.note());
        return body;
    }

    private static Map<String, @Nullable Object> ticketing(TicketChoice ticket) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("numberOfTicket", ticket.quantity());
        row.put("ticketTypeId", ticket.ticketTypeId().value());
        row.put("price", ticket.price());
        row.put("seatNumbers", ticket.seats());
        row.put("seatNumbersDisplay", ticket.seats());
        row.put("tableNumber", List.of());
        return row;
    }

    /** The keys of this body are lower case where those of the order are not (3RD, OLD). */
    Map<String, @Nullable Object> payment(Payment payment) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("clientDate", wire.clientDate());
        body.put("hasholderattributes", payment.describesHolders());
        body.put("purchaser", wire.pairs().sections(payment.buyer()));
        body.put("addOnAttributes", List.of());
        body.put("paymenttype", payment.type().value());
        body.put("holder", payment.holders().stream().map(this::holder).toList());
        if (!payment.cardToken().isEmpty()) {
            body.put("stripeToken", payment.cardToken());
        }
        return body;
    }

    private Map<String, @Nullable Object> holder(Holder holder) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put(wire.dialect().holderTypeKey(), holder.ticketTypeId().value());
        row.put("tableid", 0);
        row.putAll(wire.pairs().sections(holder.answers()));
        if (!holder.nested().isEmpty()) {
            // The key of the form and of holder updates; no page shows it in a payment (INFER).
            row.put(
                    "nestedQuestions",
                    holder.nested().stream().map(this::nested).toList());
        }
        return row;
    }

    private Map<String, @Nullable Object> nested(NestedAnswer answer) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", answer.questionId());
        row.putAll(wire.pairs().pair(answer.answer().field(), answer.answer().value()));
        return row;
    }

    Map<String, @Nullable Object> exchange(Exchange exchange) {
        var payment = new LinkedHashMap<String, @Nullable Object>();
        payment.put("paymentType", exchange.settlement().type().value());
        payment.put("amount", exchange.settlement().amount());
        payment.putAll(exchange.settlement().details());
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("eventTicketId", number(exchange.eventTicketId()));
        body.put("newTicketTypeId", exchange.newTicketTypeId().value());
        body.put("sentMailToAttendee", exchange.mailAttendee());
        body.put("orderId", exchange.orderId().value());
        body.put("paymentDetails", payment);
        return body;
    }

    /** The body of 2017 (OLD). */
    Map<String, @Nullable Object> refund(Refund refund) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("clientDate", wire.clientDate());
        body.put("refunds", refund.lines().stream().map(OrderBodies::refundLine).toList());
        body.putAll(refund.extra());
        return body;
    }

    private static Map<String, @Nullable Object> refundLine(Refund.Line line) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("eventTicketingId", number(line.eventTicketId()));
        row.put("qty", line.quantity());
        row.put("refundAmount", line.amount());
        return row;
    }

    /** Ids are numbers in the vendor's bodies; one that is not stays the text it is. */
    private static Object number(EventTicketId id) {
        return id.value().matches("\\d{1,18}") ? (Object) Long.valueOf(id.value()) : id.value();
    }
}
