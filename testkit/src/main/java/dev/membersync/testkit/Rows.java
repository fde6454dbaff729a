package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Row shapes of attendees and orders. Ids are texts in some places and numbers in others, as the vendor's are. */
final class Rows {
    private static final Map<String, Object> EVERY_ORDER = Json.map(
            "salesTaxFee",
            BigDecimal.ZERO,
            "ticketingFee",
            BigDecimal.ZERO,
            "ccFee",
            BigDecimal.ZERO,
            "cardType",
            null,
            "lastFour",
            null,
            "currency",
            "USD",
            "deliveryMode",
            "email",
            "timezoneId",
            "Coordinated Universal Time",
            "equivalentTimezone",
            "UTC",
            "recurringEventDate",
            null,
            "isSpeakerOrder",
            false);
    private static final Map<String, Object> EVERY_TICKET = Json.map(
            "qty",
            1,
            "bundleType",
            null,
            "isTable",
            false,
            "blocked",
            false,
            "phoneNumber",
            null,
            "salesTaxFee",
            BigDecimal.ZERO,
            "ccFee",
            BigDecimal.ZERO);

    private final EventState event;
    private final AcceleventsSwitches switches;

    Rows(EventState event, AcceleventsSwitches switches) {
        this.event = event;
        this.switches = switches;
    }

    Map<String, Object> attendee(FakeTicket ticket) {
        Map<String, Object> row = Json.map(
                "attendeeId", ticket.attendeeId(),
                "barcode", ticket.barcode(),
                "email", ticket.email(),
                "firstName", ticket.firstName(),
                "lastName", ticket.lastName(),
                "status", confirmed(ticket),
                "ticketStatus", words(ticket.state()),
                "ticketType", event.type(ticket.typeId()).name());
        if (switches.ticketIdsInRows()) {
            row.put("eventTicketingId", ticket.id());
            row.put("orderId", ticket.orderId());
        }
        if (switches.answersInRows()) {
            row.put("attributes", pairs(ticket, false));
            row.put("questions", pairs(ticket, true));
        }
        return row;
    }

    private List<Map<String, Object>> pairs(FakeTicket ticket, boolean questions) {
        return event.fields().values().stream()
                .filter(field -> field.question() == questions && field.asksFor(ticket.typeId()))
                .map(field -> Json.map("key", field.name(), "value", ticket.answer(field.name())))
                .toList();
    }

    Map<String, Object> order(FakeOrder order) {
        Map<String, Object> row = Json.map(
                "id", order.id(),
                "orderId", order.id(),
                "status", words(order),
                "totalAmount", amount(order),
                "purchaser", purchaser(order),
                "purchaseDate", VendorDates.monthFirst(order.createdAt()),
                "orderType", order.orderType(),
                "note", order.note(),
                "attendee", tickets(order));
        row.putAll(EVERY_ORDER);
        row.put("currency", event.details().text("currency").orElse("USD"));
        return row;
    }

    Map<String, Object> refundView(FakeOrder order) {
        return Json.map(
                "id", order.id(),
                "deliveryMode", "email",
                "cardType", null,
                "amount", amount(order),
                "numberOfTickets", order.typeIds().size(),
                "purchaseDate", VendorDates.monthFirst(order.createdAt()),
                "status", words(order),
                "ticketsRefunded",
                        event.ticketsOf(order).stream()
                                .filter(FakeTicket::fullyRefunded)
                                .count(),
                "note", order.note(),
                "purchaser", purchaser(order),
                "attendee", tickets(order));
    }

    /** The platform account of a holder. Accounts are not modelled: each ticket has one of its own. */
    static long userId(FakeTicket ticket) {
        return 500_000 + ticket.id() % 10_000;
    }

    private BigDecimal amount(FakeOrder order) {
        BigDecimal sum = BigDecimal.ZERO;
        if (order.issued()) {
            for (FakeTicket ticket : event.ticketsOf(order)) {
                sum = sum.add(event.type(ticket.typeId()).price());
            }
        }
        return sum.subtract(order.discount().amount()).max(BigDecimal.ZERO);
    }

    private String confirmed(FakeTicket ticket) {
        return ticket.live() ? "CONFIRMED" : words(FakeTicket.State.CANCELLED);
    }

    private String words(FakeTicket.State ticket) {
        return word(switches, ticket);
    }

    /** The two spellings that circulate (FIX, OLD). */
    static String word(AcceleventsSwitches switches, FakeTicket.State ticket) {
        if (!switches.has(AcceleventsQuirk.OTHER_STATUS_WORDS)) {
            return ticket.name();
        }
        return switch (ticket) {
            case BOOKED -> "Booked";
            case CHECKED_IN -> "Checked In";
            case CANCELLED -> "Canceled";
            case DELETED -> "Deleted";
        };
    }

    private String words(FakeOrder order) {
        String status = order.issued() ? order.status() : "UNPAID";
        return switches.has(AcceleventsQuirk.OTHER_STATUS_WORDS)
                ? status.toUpperCase(Locale.ROOT).replace(' ', '_')
                : status;
    }

    private static Map<String, Object> purchaser(FakeOrder order) {
        return Json.map(
                "firstName", order.purchaser().getOrDefault(FormRules.FIRST_NAME, ""),
                "lastName", order.purchaser().getOrDefault(FormRules.LAST_NAME, ""),
                "email", order.purchaser().getOrDefault(FormRules.EMAIL, ""));
    }

    private List<Map<String, Object>> tickets(FakeOrder order) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FakeTicket ticket : event.ticketsOf(order)) {
            FakeTicketType type = event.type(ticket.typeId());
            Map<String, Object> row = Json.map(
                    "barcode", ticket.barcode(),
                    "firstName", ticket.firstName(),
                    "lastName", ticket.lastName(),
                    "email", ticket.email(),
                    "ticketType", type.name(),
                    "paidAmount", ticket.paid(),
                    "status", confirmed(ticket),
                    "eventTicketingId", ticket.id(),
                    "userId", userId(ticket),
                    "seatNumber", ticket.record().seatNumber(),
                    "dataType", type.dataType(),
                    "refundAmount", BigDecimal.ZERO,
                    "refundQty", ticket.fullyRefunded() ? 1 : 0,
                    "refundedAmount", ticket.refunded(),
                    "isPaidTicket", type.price().signum() > 0,
                    "ticketPrice", type.price(),
                    "ticketStatus", words(ticket.state()));
            row.putAll(EVERY_TICKET);
            rows.add(row);
        }
        return rows;
    }
}
