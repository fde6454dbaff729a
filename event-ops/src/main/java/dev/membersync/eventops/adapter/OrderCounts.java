package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.ticket.TicketSettings;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.accelevents.ticket.TicketType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Paid and pending tickets of each class, from the orders list, whose rows name classes by name only (DOC). */
final class OrderCounts {
    private static final Set<OrderStatus> PENDING =
            Set.of(OrderStatus.UNPAID, OrderStatus.PARTIAL, OrderStatus.PARTIALLY_PAID);

    /** So many tickets. */
    record Count(long paid, long pending) {
        Count plus(boolean open, long more) {
            return open ? new Count(paid, pending + more) : new Count(paid + more, pending);
        }
    }

    private final Map<String, Count> counts;

    private OrderCounts(Map<String, Count> counts) {
        this.counts = counts;
    }

    /** Classes that share a name are left out: nobody can tell them apart here. */
    static OrderCounts of(EventScope event, TicketSettings stock) {
        Map<String, String> ids = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (TicketType type : stock.types()) {
            if (ids.put(type.name().strip(), type.id().toString()) != null) {
                twice.add(type.name().strip());
            }
        }
        Map<String, Count> counts = new HashMap<>();
        ids.forEach((name, id) -> {
            if (!twice.contains(name)) {
                counts.put(id, new Count(0, 0));
            }
        });
        for (Order order : event.orders().list()) {
            for (OrderTicket ticket : order.tickets()) {
                if (!ticket.ticketStatus().equals(TicketStatus.CANCELED)
                        && !ticket.ticketStatus().equals(TicketStatus.DELETED)) {
                    counts.computeIfPresent(
                            ids.getOrDefault(ticket.ticketType().strip(), ""),
                            (id, count) -> count.plus(PENDING.contains(order.status()), ticket.quantity()));
                }
            }
        }
        return new OrderCounts(counts);
    }

    Optional<Count> of(String classId) {
        return Optional.ofNullable(counts.get(classId));
    }
}
