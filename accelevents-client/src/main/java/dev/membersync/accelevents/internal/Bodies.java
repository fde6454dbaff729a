package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.Exchange;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.Holder;
import dev.membersync.accelevents.model.HolderSheet;
import dev.membersync.accelevents.model.NewOrder;
import dev.membersync.accelevents.model.Payment;
import dev.membersync.accelevents.model.TicketChoice;
import dev.membersync.accelevents.model.WireTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request bodies, key by key as the vendor spells them. */
public final class Bodies {
    /** How the parts of an address are named when they are written; read, they are one text joined with bars (LIVE). */
    private static final List<String> ADDRESS_PARTS = List.of(" 1", " 2", " City", " State", " Zip Code", " Country");

    private final AcceleventsDialect dialect;

    public Bodies(AcceleventsDialect dialect) {
        this.dialect = dialect;
    }

    /** Numbers travel as texts in the vendor's example of this call (DOC). */
    public List<Map<String, Object>> fees(List<TicketChoice> tickets) {
        return tickets.stream()
                .map(ticket -> Map.<String, Object>of(
                        "ticketQuantity", Integer.toString(ticket.quantity()),
                        "ticketingTypeId", Long.toString(ticket.ticketTypeId()),
                        "ticketPrice", ticket.price().toPlainString()))
                .toList();
    }

    public Map<String, @Nullable Object> order(NewOrder order, Instant now) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("clientDate", clientDate(now));
        body.put("paymentType", order.paymentType().value());
        body.put("ticketings", order.tickets().stream().map(Bodies::ticketing).toList());
        body.put("note", order.note());
        return body;
    }

    private static Map<String, @Nullable Object> ticketing(TicketChoice ticket) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("numberOfTicket", ticket.quantity());
        row.put("ticketTypeId", ticket.ticketTypeId());
        row.put("price", ticket.price());
        row.put("seatNumbers", ticket.seats());
        row.put("seatNumbersDisplay", ticket.seats());
        row.put("tableNumber", List.of());
        return row;
    }

    /** The keys of this body are lower case where those of the order are not (3RD, OLD). */
    public Map<String, @Nullable Object> payment(Payment payment, Instant now) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("clientDate", clientDate(now));
        body.put("hasholderattributes", payment.describesHolders());
        body.put("purchaser", sections(payment.buyer()));
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
        row.put(dialect.holderTypeKey(), holder.ticketTypeId());
        row.put("tableid", 0);
        row.putAll(sections(holder.answers()));
        return row;
    }

    public Map<String, @Nullable Object> holder(HolderSheet sheet) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("attributes", pairs(sheet.attributes(), sheet.types()));
        body.put("questions", pairs(sheet.questions(), sheet.types()));
        body.put("nestedQuestions", sheet.nestedQuestions());
        body.put("seatNumber", sheet.seatNumber());
        return body;
    }

    public Map<String, @Nullable Object> exchange(Exchange exchange) {
        var payment = new LinkedHashMap<String, @Nullable Object>();
        payment.put("paymentType", exchange.paymentType().value());
        payment.put("amount", exchange.amount());
        payment.put("note", exchange.note());
        payment.put("refundWithCancel", false);
        payment.put("internationalPayment", false);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("eventTicketId", number(exchange.eventTicketId()));
        body.put("newTicketTypeId", exchange.newTicketTypeId());
        body.put("sentMailToAttendee", exchange.mailAttendee());
        body.put("orderId", exchange.orderId());
        body.put("paymentDetails", payment);
        return body;
    }

    private String clientDate(Instant now) {
        return WireTime.CLIENT.format(now.atZone(dialect.zone()));
    }

    private Map<String, @Nullable Object> sections(Answers answers) {
        var sections = new LinkedHashMap<String, @Nullable Object>();
        sections.put("attributes", pairs(answers.attributes(), Map.of()));
        sections.put("questions", pairs(answers.questions(), Map.of()));
        return sections;
    }

    private List<Map<String, @Nullable Object>> pairs(List<Answer> answers, Map<String, FieldType> types) {
        var pairs = new ArrayList<Map<String, @Nullable Object>>();
        for (var answer : answers) {
            if (isAddress(types.get(answer.field())) && !answer.text().isEmpty()) {
                addAddress(answer, pairs);
            } else {
                pairs.add(pair(answer.field(), answer.value()));
            }
        }
        return pairs;
    }

    private void addAddress(Answer answer, List<Map<String, @Nullable Object>> pairs) {
        var parts = answer.text().split("\\|", -1);
        for (int i = 0; i < ADDRESS_PARTS.size(); i++) {
            pairs.add(pair(answer.field() + ADDRESS_PARTS.get(i), i < parts.length ? parts[i] : ""));
        }
    }

    private static boolean isAddress(@Nullable FieldType type) {
        return FieldType.BILLING_ADDRESS.equals(type) || FieldType.SHIPPING_ADDRESS.equals(type);
    }

    private Map<String, @Nullable Object> pair(String name, @Nullable Object value) {
        var pair = new LinkedHashMap<String, @Nullable Object>();
        pair.put(dialect.answerName(), name);
        pair.put("value", value);
        return pair;
    }

    /** Ids are numbers in the vendor's bodies; one that is not stays the text it is. */
    private static Object number(String id) {
        return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
    }
}
