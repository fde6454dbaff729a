package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the list of orders, with what is needed to find a ticket by its holder's address. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderPage(List<Order> orders) {
    /** One order. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(List<Ticket> attendee) {}

    /** One ticket of an order. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ticket(
            long eventTicketingId,
            String barcode,
            @Nullable String email,
            @Nullable String ticketStatus) {
        boolean alive() {
            return !"CANCELLED".equals(ticketStatus) && !"DELETED".equals(ticketStatus);
        }

        String address() {
            return email == null ? "" : email;
        }
    }

    List<Ticket> tickets() {
        return orders.stream()
                .flatMap(order -> order.attendee().stream())
                .filter(Ticket::alive)
                .toList();
    }
}
