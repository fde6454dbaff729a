package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Attendee;
import dev.membersync.accelevents.model.BundleType;
import dev.membersync.accelevents.model.DataType;
import dev.membersync.accelevents.model.IssuedTicket;
import dev.membersync.accelevents.model.Order;
import dev.membersync.accelevents.model.OrderStatus;
import dev.membersync.accelevents.model.OrderTicket;
import dev.membersync.accelevents.model.OrderType;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.model.TicketStatus;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads orders, attendees and what payments and other writes answer. */
public final class OrderReaders {
    private static final String TICKET = "eventTicketingId";

    private OrderReaders() {}

    public static Attendee attendee(Fields row) {
        return new Attendee(
                text(row, "attendeeId"),
                row.text("barcode", "barcodeId").orElse(""),
                person(row),
                text(row, "status"),
                new TicketStatus(text(row, "ticketStatus")),
                text(row, "ticketType"),
                row.text(TICKET, "eventTicketId").orElse(""),
                row.number("orderId"),
                row.rest());
    }

    public static Order oneOrder(long orderId, byte[] body) {
        return Json.row(body, List.of("data"), row -> {
            if (!row.has("attendee")) {
                throw new UnreadableException("the order has no tickets under attendee");
            }
            return order(row, row.number("id", "orderId").orElse(orderId));
        });
    }

    public static Order order(Fields row) {
        return order(row, Ids.required(row, "id", "orderId"));
    }

    private static Order order(Fields row, long id) {
        return new Order(
                id,
                new OrderStatus(text(row, "status")),
                new OrderType(text(row, "orderType")),
                row.object("purchaser").map(OrderReaders::person).orElse(new Person("", "", "")),
                text(row, "note"),
                text(row, "purchaseDate"),
                text(row, "currency"),
                row.decimal("totalAmount", "amount"),
                row.objects("attendee", "attendees").stream()
                        .map(OrderReaders::ticket)
                        .toList(),
                row.rest());
    }

    private static OrderTicket ticket(Fields row) {
        return new OrderTicket(
                row.text(TICKET, "eventTicketId")
                        .orElseThrow(() -> new UnreadableException("a ticket of an order has no " + TICKET)),
                text(row, "barcode"),
                person(row),
                row.number("qty").orElse(1),
                text(row, "ticketType"),
                new BundleType(text(row, "bundleType")),
                new DataType(text(row, "dataType")),
                text(row, "status"),
                new TicketStatus(text(row, "ticketStatus")),
                row.decimal("ticketPrice"),
                row.decimal("paidAmount", "paid"),
                row.decimal("refundedAmount"),
                row.rest());
    }

    /** An object as a rule; other calls of this vendor answer the bare number. */
    public static long orderId(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        return text.matches("\\d{1,18}")
                ? Long.parseLong(text)
                : Json.row(body, List.of("data"), row -> Ids.required(row, "orderId", "id"));
    }

    /** An array as a rule; a single object is taken as well. */
    public static List<IssuedTicket> issued(byte[] body) {
        var tickets = new String(body, StandardCharsets.UTF_8).strip().startsWith("[")
                ? Json.page(body, List.of(), OrderReaders::issuedTicket).items()
                : Json.object(body, OrderReaders::issuedInObject);
        if (tickets.isEmpty()) {
            // Paying again tells: an order that is paid answers 4060426.
            throw new UnreadableException("the payment names no ticket");
        }
        return tickets;
    }

    private static List<IssuedTicket> issuedInObject(Fields root) {
        return root.has("eventTicketId")
                ? List.of(issuedTicket(root))
                : root.objects("data", "tickets").stream()
                        .map(OrderReaders::issuedTicket)
                        .toList();
    }

    private static IssuedTicket issuedTicket(Fields row) {
        return new IssuedTicket(
                row.text("eventTicketId", TICKET)
                        .orElseThrow(() -> new UnreadableException("an issued ticket has no eventTicketId")),
                text(row, "attendeeId"),
                text(row, "email"),
                row.rest());
    }

    /** An empty body is a success too; what is no JSON object comes from a gateway. */
    public static Acknowledgement acknowledgement(byte[] body) {
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            return new Acknowledgement("", "");
        }
        return Json.object(body, root -> {
            var answer = root.anyCase();
            return new Acknowledgement(text(answer, "type"), text(answer, "message"));
        });
    }

    private static Person person(Fields row) {
        return new Person(text(row, "firstName"), text(row, "lastName"), text(row, "email"));
    }

    private static String text(Fields row, String name) {
        return row.text(name).orElse("");
    }
}
