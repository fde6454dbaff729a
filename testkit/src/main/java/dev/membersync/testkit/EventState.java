package dev.membersync.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything one event has. Guarded by the switchboard. */
final class EventState {
    private static final long FIRST_FIELD = 7001;

    private final String url;
    private final ProgrammeState programme = new ProgrammeState();
    private final Map<Long, FakeTicketType> types = new LinkedHashMap<>();
    private final Map<String, FakeField> fields = new LinkedHashMap<>();
    private final Map<String, Long> fieldIds = new LinkedHashMap<>();
    private final Map<Long, FakeOrder> orders = new TreeMap<>();
    private final Map<Long, FakeTicket> tickets = new TreeMap<>();
    private final Map<String, Long> byBarcode = new LinkedHashMap<>();
    private final Map<Long, List<Long>> byOrder = new LinkedHashMap<>();
    private final Map<Long, Long> sold = new LinkedHashMap<>();
    private final Set<Long> holding = new LinkedHashSet<>();
    private final BoxOffice office = new BoxOffice();
    private final List<FakeMail> mails = new ArrayList<>();
    private @Nullable List<FakeTicket> ticketList;
    private @Nullable List<FakeOrder> orderList;

    private final TicketListener listener;
    private FakeRecord details;

    EventState(String url, FakeRecord details, TicketListener listener) {
        this.listener = listener;
        this.url = url;
        this.details = details;
        FormRules.builtIn().forEach(this::put);
    }

    String url() {
        return url;
    }

    FakeRecord details() {
        return details;
    }

    void describe(FakeRecord next) {
        details = next;
    }

    ProgrammeState programme() {
        return programme;
    }

    /** Codes, refunds and what forms hold besides plain fields. */
    BoxOffice office() {
        return office;
    }

    Map<Long, FakeTicketType> types() {
        return types;
    }

    Map<String, FakeField> fields() {
        return fields;
    }

    /** The id of a field, which it keeps when it is renamed, and when it is taken off the form and put back. */
    long fieldId(String name) {
        return fieldIds.computeIfAbsent(name, unknown -> FIRST_FIELD + fieldIds.size());
    }

    /** Gives a field another name; its id and its place in the form stay. */
    void renameField(String name, String other) {
        long id = fieldId(name);
        List<FakeField> form = List.copyOf(fields.values());
        fields.clear();
        form.forEach(field -> put(field.name().equals(name) ? field.named(other) : field));
        fieldIds.put(name, FIRST_FIELD + fieldIds.size());
        fieldIds.put(other, id);
    }

    private void put(FakeField field) {
        fields.put(field.name(), field);
    }

    List<FakeMail> mails() {
        return mails;
    }

    Map<Long, FakeOrder> orders() {
        return orders;
    }

    Map<Long, FakeTicket> tickets() {
        return tickets;
    }

    /** Every ticket that lists show, oldest first; kept until something changes, for scans of many pages. */
    List<FakeTicket> listedTickets() {
        List<FakeTicket> listed = ticketList;
        if (listed == null) {
            listed = tickets.values().stream()
                    .filter(ticket -> ticket.state() != FakeTicket.State.DELETED)
                    .toList();
            ticketList = listed;
        }
        return listed;
    }

    /** Every order that was not deleted, oldest first; kept until something changes. */
    List<FakeOrder> listedOrders() {
        List<FakeOrder> listed = orderList;
        if (listed == null) {
            listed = orders.values().stream()
                    .filter(order -> !order.status().equals("Deleted"))
                    .toList();
            orderList = listed;
        }
        return listed;
    }

    FakeTicketType type(long id) {
        FakeTicketType type = types.get(id);
        if (type == null) {
            throw VendorError.of("4040506", "Ticket type " + id + " is not valid for this event");
        }
        return type;
    }

    FakeOrder order(long id) {
        FakeOrder order = orders.get(id);
        if (order == null || order.status().equals("Deleted")) {
            throw VendorError.orderNotFound();
        }
        return order;
    }

    boolean holds(long ticketId) {
        FakeTicket ticket = tickets.get(ticketId);
        return ticket != null && ticket.state() != FakeTicket.State.DELETED;
    }

    /** A ticket that was not deleted. No code is documented for a missing one; the order's is used. */
    FakeTicket ticket(long id) {
        FakeTicket ticket = tickets.get(id);
        if (ticket == null || ticket.state() == FakeTicket.State.DELETED) {
            throw VendorError.orderNotFound();
        }
        return ticket;
    }

    FakeTicket ticketByBarcode(String barcode) {
        return Optional.ofNullable(byBarcode.get(barcode))
                .map(tickets::get)
                .filter(ticket -> ticket.state() != FakeTicket.State.DELETED)
                .orElseThrow(() -> VendorError.of("4060405", "Barcode does not exist"));
    }

    /** The tickets of an order that were not deleted. */
    List<FakeTicket> ticketsOf(FakeOrder order) {
        List<FakeTicket> found = new ArrayList<>();
        for (Long id : byOrder.getOrDefault(order.id(), List.of())) {
            Optional.ofNullable(tickets.get(id))
                    .filter(ticket -> ticket.state() != FakeTicket.State.DELETED)
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Stores a new or changed ticket and bumps its order. */
    void put(FakeTicket ticket, Instant now) {
        ticketList = null;
        orderList = null;
        FakeTicket before = tickets.put(ticket.id(), ticket);
        if (before == null) {
            byBarcode.put(ticket.barcode(), ticket.id());
            byOrder.computeIfAbsent(ticket.orderId(), id -> new ArrayList<>()).add(ticket.id());
        } else if (before.live()) {
            sold.merge(before.typeId(), -1L, Long::sum);
        }
        if (ticket.live()) {
            sold.merge(ticket.typeId(), 1L, Long::sum);
        }
        orders.computeIfPresent(ticket.orderId(), (id, order) -> order.touched(now));
        listener.changed(this, before, ticket, now);
    }

    void put(FakeOrder order) {
        orderList = null;
        orders.put(order.id(), order);
        if (order.issued()) {
            holding.remove(order.id());
        } else {
            holding.add(order.id());
        }
    }

    long sold(long typeId) {
        return sold.getOrDefault(typeId, 0L);
    }

    /** Open orders whose timer still runs. */
    List<FakeOrder> held(Instant now) {
        return holding.stream()
                .map(orders::get)
                .filter(order -> order != null && order.holdsAt(now))
                .toList();
    }

    /** Places neither issued nor held by an order whose timer still runs. */
    long remaining(FakeTicketType type, Instant now) {
        holding.removeIf(id -> Optional.ofNullable(orders.get(id))
                .filter(order -> order.holdsAt(now))
                .isEmpty());
        long held = holding.stream()
                .map(orders::get)
                .flatMap(order -> order == null ? Stream.<Long>empty() : order.typeIds().stream())
                .filter(id -> id == type.id())
                .count();
        return Math.max(0, type.quantity() - sold(type.id()) - held);
    }

    void mail(Instant now, String to, String reason) {
        if (!to.isEmpty()) {
            mails.add(new FakeMail(now, to, reason));
        }
    }
}
