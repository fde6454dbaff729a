package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two lists, zero-based, and the single order. */
final class Listings {
    private final AcceleventsState state;

    Listings(AcceleventsState state) {
        this.state = state;
    }

    FakeReply attendees(Visit visit) {
        EventState event = state.event(visit);
        Instant visible = visit.now().minus(state.switches().searchLag());
        String search = visit.request().parameter("searchString").orElse("").toLowerCase(Locale.ROOT);
        List<FakeTicket> listed = inOrder(event.listedTickets());
        List<FakeTicket> found = search.isEmpty()
                ? listed
                : listed.stream()
                        .filter(ticket -> !ticket.updatedAt().isAfter(visible) && mentions(ticket, search))
                        .toList();
        Rows rows = new Rows(event, state.switches());
        List<Map<String, Object>> page = new ArrayList<>();
        for (FakeTicket ticket : page(visit, found, 100)) {
            Map<String, Object> row = rows.attendee(ticket);
            if (page.isEmpty() && visit.has(Fault.UNKNOWN_ENUM)) {
                row.put("ticketStatus", "UNHEARD_OF");
            }
            page.add(row);
        }
        return envelope(state.switches().attendeesKey(), page, listed.size(), found.size());
    }

    FakeReply orders(Visit visit) {
        EventState event = state.event(visit);
        Instant visible = visit.now().minus(state.switches().searchLag());
        String search = visit.request().parameter("searchString").orElse("").toLowerCase(Locale.ROOT);
        String since = visit.request().parameter("searchTimeStamp").orElse("");
        Instant after = since.isEmpty() ? Instant.MIN : VendorDates.searchTimeStamp(since);
        List<FakeOrder> listed = inOrder(event.listedOrders());
        if (!state.switches().unpaidOrdersListed()) {
            listed = listed.stream().filter(FakeOrder::issued).toList();
        }
        List<FakeOrder> found = listed;
        if (!search.isEmpty() || !since.isEmpty()) {
            found = listed.stream()
                    .filter(order -> !order.updatedAt().isAfter(visible))
                    .filter(order -> order.updatedAt().isAfter(after))
                    .filter(order -> search.isEmpty() || mentions(event, order, search))
                    .toList();
        }
        Rows rows = new Rows(event, state.switches());
        List<Map<String, Object>> page = new ArrayList<>();
        for (FakeOrder order : page(visit, found, 10)) {
            Map<String, Object> row = rows.order(order);
            if (page.isEmpty() && visit.has(Fault.UNKNOWN_ENUM)) {
                row.put("status", "Unheard of");
            }
            page.add(row);
        }
        return envelope(state.switches().ordersKey(), page, listed.size(), found.size());
    }

    /** The orders in which a platform account holds a ticket. */
    FakeReply ordersOfUser(Visit visit) {
        EventState event = state.event(visit);
        long user = visit.number("userId");
        List<FakeOrder> found = inOrder(event.listedOrders()).stream()
                .filter(order -> event.ticketsOf(order).stream().anyMatch(ticket -> Rows.userId(ticket) == user))
                .toList();
        Rows rows = new Rows(event, state.switches());
        List<Map<String, Object>> page =
                page(visit, found, 10).stream().map(rows::order).toList();
        return envelope(state.switches().ordersKey(), page, found.size(), found.size());
    }

    FakeReply order(Visit visit) {
        EventState event = state.event(visit);
        return FakeReply.json(200, new Rows(event, state.switches()).refundView(event.order(visit.number("orderId"))));
    }

    private <T> List<T> inOrder(List<T> oldestFirst) {
        if (!state.switches().newestFirst()) {
            return oldestFirst;
        }
        List<T> rows = new ArrayList<>(oldestFirst);
        Collections.reverse(rows);
        return rows;
    }

    private <T> List<T> page(Visit visit, List<T> found, int defaultSize) {
        return Paging.page(visit, found, defaultSize, state.switches().pageSizeMax());
    }

    static FakeReply envelope(String key, List<Map<String, Object>> page, int total, int filtered) {
        if (key.isEmpty()) {
            return FakeReply.json(200, page);
        }
        return FakeReply.json(200, Json.map(key, page, "recordsTotal", total, "recordsFiltered", filtered));
    }

    private static boolean mentions(FakeTicket ticket, String search) {
        String text = ticket.firstName() + " " + ticket.lastName() + " " + ticket.email() + " " + ticket.barcode();
        return text.toLowerCase(Locale.ROOT).contains(search);
    }

    private static boolean mentions(EventState event, FakeOrder order, String search) {
        boolean purchaser = order.purchaser().values().stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(search));
        return String.valueOf(order.id()).equals(search)
                || purchaser
                || event.ticketsOf(order).stream().anyMatch(ticket -> mentions(ticket, search));
    }
}
