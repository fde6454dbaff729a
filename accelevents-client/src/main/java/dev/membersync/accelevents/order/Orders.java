package dev.membersync.accelevents.order;

import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Sizes;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.accelevents.registration.Registrations;
import dev.membersync.client.Call;
import dev.membersync.client.Experimental;
import dev.membersync.client.Paged;
import java.time.Instant;
import java.util.List;

/** Orders: reserved, paid, listed, exchanged, deleted. {@link Registrations} joins the first two into one operation. */
public final class Orders {
    private final EventWire event;
    private final OrderBodies bodies;

    /** The orders of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Orders(EventWire event) {
        this.event = event;
        this.bodies = new OrderBodies(event.wire());
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
                "orders.list",
                query.pageSize(),
                query.since().isPresent() || !query.search().isEmpty(),
                call -> call.query(
                                "searchTimeStamp",
                                query.since().map(this::searchTime).orElse(null))
                        .query("searchString", Wire.orNone(query.search())),
                OrderReaders::order,
                row -> row.id().toString());
    }

    /**
     * The orders of one platform account, which is never an identity of a member. Safety READ. Source: R:get-user-ticketing-orders (DOC).
     *
     * @param pageSize rows of one page, 1 to 1000
     */
    public Paged<Order> ofUser(PlatformUserId user, int pageSize) {
        Sizes.check(pageSize);
        return event.list(
                "orders.ofUser",
                pageSize,
                false,
                call -> call.path("userId", user),
                OrderReaders::order,
                row -> row.id().toString());
    }

    /**
     * One order with its tickets, through the refund view: the only documented read of one order for staff. Safety READ. Source:
     * R:get-ticketing-order-data-by-order-id (DOC).
     */
    public Call<Order> order(OrderId orderId) {
        return event.call("orders.get").path("orderId", orderId).reader(body -> OrderReaders.oneOrder(orderId, body));
    }

    /**
     * Reserves tickets for the time of the hold, 10 minutes by default (DOC), and answers the order id. Safety ONCE_ONLY: sent twice it makes two orders. An order nobody
     * pays is harmless, it frees its tickets by itself. Source: D:adding-attendees, R:order-tickets (DOC).
     */
    public Call<OrderId> place(NewOrder order) {
        return event.call("orders.place").json(bodies.order(order)).reader(OrderReaders::placed);
    }

    /**
     * Pays an order, which issues its tickets; the vendor mails the buyer (DOC). Safety ONCE_ONLY for the client, which never repeats it by itself; the caller may
     * repeat it for the same order, a second time answers {@link AcceleventsCodes#ALREADY_PAID}. Source: R:ticket-module-display-purchase-ticket (DOC), body 3RD and OLD.
     */
    public Call<List<IssuedTicket>> pay(OrderId orderId, Payment payment) {
        return event.call("orders.pay")
                .path("orderId", orderId)
                .query("uptodate", "true")
                .query("waitListIds", "")
                .json(bodies.payment(payment))
                .reader(OrderReaders::issued);
    }

    /**
     * Gives an issued ticket another type; what that does to the money is its {@link MoneyCase}. Safety ONCE_ONLY, because a second exchange between different prices may
     * charge or refund again; for equal prices repeating it is harmless and the caller may. Source: D:exchange-ticket-type-1 (DOC), but for the fourth case, where its text is cut.
     */
    public Call<Acknowledgement> exchange(Exchange exchange) {
        return event.call("orders.exchange")
                .path("orderId", exchange.orderId())
                .json(bodies.exchange(exchange))
                .reader(Acknowledgements::read);
    }

    /**
     * Deletes an order or one ticket, {@link Ending#DELETE}; the vendor refunds what was paid. An imported registration is deleted some seconds after the answer (DOC), so a list read at
     * once may still show it. Safety IDEMPOTENT_WRITE: a repeat may answer {@code NotFoundException}, which then means done. Source: QA (LIVE), R:delete-ticket (DOC).
     */
    public Call<Acknowledgement> delete(Deletion deletion) {
        return event.call("orders.delete")
                .path("orderId", deletion.orderId())
                .query(
                        "eventTicketingId",
                        deletion.eventTicketId().map(EventTicketId::value).orElse("0"))
                .query("isRefundEmailSend", Boolean.toString(deletion.refundMail()))
                .reader(Acknowledgements::read);
    }

    /**
     * Gives money back, {@link Ending#REFUND}; the attendees keep their access (DOC, help centre 414989). An imported registration is refused (DOC). Safety ONCE_ONLY: sent twice it may refund twice; read the order when an answer is lost.
     * Source: R:refund-ticketing-order-by-id (DOC); the body is that of 2017 (OLD).
     */
    @Experimental
    public Call<Acknowledgement> refund(Refund refund) {
        return event.call("orders.refund")
                .path("orderId", refund.orderId())
                .json(bodies.refund(refund))
                .reader(Acknowledgements::read);
    }

    /**
     * Mails the confirmation to the buyer and all holders once more. A GET that sends mail: safety ONCE_ONLY, and a dead connection may make the JDK send it twice. Source:
     * R:resend-mail-to-ticket-buyer-and-ticket-holder (DOC).
     */
    public Call<Acknowledgement> resendMail(OrderId orderId) {
        return event.call("orders.resendMail").path("orderId", orderId).reader(Acknowledgements::read);
    }

    /** The same for the holder of one ticket. Safety ONCE_ONLY. Source: R:resend-mail-to-ticket-holder-by-ticketing-id (DOC). */
    public Call<Acknowledgement> resendMail(OrderId orderId, EventTicketId ticket) {
        return event.call("orders.resendHolderMail")
                .path("orderId", orderId)
                .path("ticketingId", ticket)
                .reader(Acknowledgements::read);
    }

    private String searchTime(Instant moment) {
        return WireTime.SEARCH.format(moment.atZone(event.wire().dialect().zone()));
    }
}
