package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.OrderReaders;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Exchange;
import dev.membersync.accelevents.model.IssuedTicket;
import dev.membersync.accelevents.model.NewOrder;
import dev.membersync.accelevents.model.Order;
import dev.membersync.accelevents.model.Payment;
import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import java.time.Instant;
import java.util.List;

/** Orders: reserved, paid, listed, exchanged, deleted. {@link Registrations} joins the first two into one operation. */
public final class Orders {
    private final EventWire event;

    Orders(EventWire event) {
        this.event = event;
    }

    /** Every order of the event; see {@link #list(OrderQuery)}. */
    public Paged<Order> list() {
        return list(OrderQuery.ALL);
    }

    /** Orders created or updated after a moment (DOC); see {@link #list(OrderQuery)}. */
    public Paged<Order> list(Instant since) {
        return list(OrderQuery.ALL.withSince(since));
    }

    /**
     * Orders by page from zero, each with its tickets. Rows are told apart by order id. {@code searchTimeStamp} is month first, has whole seconds and is rounded
     * down. Safety READ. Source: R:get-ticketing-orders (DOC); rows are accepted under {@code orders}, {@code data} and other names, or as a bare array (OLD, LIVE).
     */
    public Paged<Order> list(OrderQuery query) {
        return event.list(
                Operations.LIST_ORDERS,
                query.pageSize(),
                query.since().isPresent() || !query.search().isEmpty(),
                call -> call.query(
                                "searchTimeStamp",
                                query.since().map(event::searchTime).orElse(null))
                        .query("searchString", EventWire.orNone(query.search())),
                OrderReaders::order,
                row -> Long.toString(row.id()));
    }

    /**
     * One order with its tickets, through the refund view: the only documented read of one order for staff. Safety READ. Source:
     * R:get-ticketing-order-data-by-order-id (DOC).
     */
    public Call<Order> order(long orderId) {
        return event.call(Operations.GET_ORDER)
                .path("orderId", orderId)
                .reader(body -> OrderReaders.oneOrder(orderId, body));
    }

    /**
     * Reserves tickets for the time of the hold, 10 minutes by default (DOC), and answers the order id. Safety ONCE_ONLY: sent twice it makes two orders. An order nobody
     * pays is harmless, it frees its tickets by itself. Source: D:adding-attendees, R:order-tickets (DOC).
     */
    public Call<Long> place(NewOrder order) {
        return event.call(Operations.PLACE_ORDER)
                .json(event.bodies().order(order, event.now()))
                .reader(OrderReaders::orderId);
    }

    /**
     * Pays an order, which issues its tickets; the vendor mails the buyer (DOC). Safety ONCE_ONLY for the client, which never repeats it by itself; the caller may
     * repeat it for the same order, a second time answers {@link AcceleventsCodes#ALREADY_PAID}. Source: R:ticket-module-display-purchase-ticket (DOC), body 3RD and OLD.
     */
    public Call<List<IssuedTicket>> pay(long orderId, Payment payment) {
        return event.call(Operations.PAY_ORDER)
                .path("orderId", orderId)
                .query("uptodate", "true")
                .query("waitListIds", "")
                .json(event.bodies().payment(payment, event.now()))
                .reader(OrderReaders::issued);
    }

    /**
     * Gives an issued ticket another type. Between types of equal price only the type changes; otherwise money moves and mails go out. Safety ONCE_ONLY, because a
     * second exchange between different prices may charge or refund again; for equal prices repeating it is harmless and the caller may. Source: D:exchange-ticket-type-1
     * (DOC).
     */
    public Call<Acknowledgement> exchange(Exchange exchange) {
        return event.call(Operations.EXCHANGE_TICKET)
                .path("orderId", exchange.orderId())
                .json(event.bodies().exchange(exchange))
                .reader(OrderReaders::acknowledgement);
    }

    /**
     * Deletes an order or one ticket; the vendor refunds what was paid and works asynchronously for some seconds (DOC). Safety IDEMPOTENT_WRITE: a repeat may answer
     * {@code NotFoundException}, which then means done. Source: QA (LIVE), R:delete-ticket (DOC).
     */
    public Call<Acknowledgement> delete(Deletion deletion) {
        return event.call(Operations.DELETE_TICKET)
                .path("orderId", deletion.orderId())
                .query("eventTicketingId", deletion.eventTicketId())
                .query("isRefundEmailSend", Boolean.toString(deletion.refundMail()))
                .reader(OrderReaders::acknowledgement);
    }
}
