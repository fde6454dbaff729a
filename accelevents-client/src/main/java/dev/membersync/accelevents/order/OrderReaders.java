package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.People;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.ticket.BundleType;
import dev.membersync.accelevents.ticket.DataType;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads orders, attendees and what payments and other writes answer. */
final class OrderReaders {
    private static final String TICKET = "eventTicketingId";

    private OrderReaders() {}

    static OrderId placed(byte[] body) {
        return new OrderId(Acknowledgements.id(body, "orderId", "id"));
    }

    static Order oneOrder(OrderId orderId, byte[] body) {
        return Json.row(body, List.of("data"), row -> {
            if (!row.has("attendee")) {
                throw new UnreadableException("the order has no tickets under attendee");
            }
            return order(row, Ids.known(row, OrderId::new, "id", "orderId").orElse(orderId));
        });
    }

    static Order order(Fields row) {
        return order(row, new OrderId(Ids.number(row, "id", "orderId")));
    }

    private static Order order(Fields row, OrderId id) {
        return new Order(
                id,
                new OrderStatus(text(row, "status")),
                new OrderType(text(row, "orderType")),
                row.object("purchaser").map(People::read).orElse(new Person("", "", "")),
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
                Ids.text(row, EventTicketId::new, TICKET, "eventTicketId"),
                Ids.knownText(row, Barcode::new, "barcode", "barcodeId"),
                People.read(row),
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

    /** An array as a rule; a single object is taken as well. */
    static List<IssuedTicket> issued(byte[] body) {
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
                Ids.text(row, EventTicketId::new, "eventTicketId", TICKET),
                Ids.knownText(row, AttendeeId::new, "attendeeId"),
                text(row, "email"),
                row.rest());
    }

    private static String text(Fields row, String name) {
        return row.text(name).orElse("");
    }
}
