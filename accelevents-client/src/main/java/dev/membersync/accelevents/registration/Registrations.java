package dev.membersync.accelevents.registration;

import static dev.membersync.accelevents.error.AcceleventsCodes.ALREADY_PAID;
import static dev.membersync.accelevents.error.AcceleventsCodes.HOLD_EXPIRED;

import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.form.Forms;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.NewOrder;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.Orders;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.FeeLine;
import dev.membersync.accelevents.ticket.TicketBook;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.accelevents.ticket.TicketType;
import dev.membersync.accelevents.ticket.TicketTypes;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.error.RejectedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Registers attendees in two steps that can be resumed: place an order, then pay it.
 *
 * <p>The vendor knows no idempotency key, so the order id is one: store it between the two steps. A lost answer to {@link #place} leaves an order that nobody pays; it is no attendee and
 * its place becomes free when the hold ends. A lost answer to {@code pay} is settled by paying the <em>same</em> order again. Settings and forms are shared by all
 * registrations of an event, so that a free ticket costs two calls, order and payment; the first of its type costs a look at the form besides, a priced one the fee.
 *
 * <p>The vendor mails the buyer when a payment succeeds (DOC); no way to prevent it is documented. A refusal without a vendor code may come from something in between: pay the same order again before
 * believing that it was not paid. Blocking; safe for many threads.
 */
public final class Registrations {
    private final TicketTypes ticketTypes;
    private final Orders orders;
    private final TicketBook tickets;
    private final FormBook forms;
    private final InstantSource time;
    private final RequestOptions options;

    /** Registrations through these calls. */
    public Registrations(TicketTypes ticketTypes, Orders orders, Forms forms, InstantSource time) {
        this.ticketTypes = ticketTypes;
        this.orders = orders;
        this.tickets = new TicketBook(ticketTypes.settings());
        this.forms = new FormBook(forms::ofOrder);
        this.time = time;
        this.options = RequestOptions.none();
    }

    private Registrations(Registrations shared, RequestOptions options) {
        this.ticketTypes = shared.ticketTypes;
        this.orders = shared.orders;
        this.tickets = shared.tickets;
        this.forms = shared.forms;
        this.time = shared.time;
        this.options = options;
    }

    /** The same registrations, with the same shared settings and forms, whose fee, order and payment calls take these options. */
    public Registrations with(RequestOptions callOptions) {
        return new Registrations(this, callOptions);
    }

    /** The shared ticket settings. */
    public TicketBook tickets() {
        return tickets;
    }

    /** The shared forms. */
    public FormBook forms() {
        return forms;
    }

    /**
     * Reserves one ticket of the draft's type, which is looked up in {@link #tickets()}.
     *
     * @throws IllegalArgumentException when the event has no such ticket type
     */
    public OrderPlaced place(RegistrationDraft draft) {
        return place(draft, typeOf(draft));
    }

    /**
     * Reserves one ticket: one call, and the fee question before it for a priced type.
     *
     * @throws RefusedAnswersException before anything is reserved, when a name is unfit or the form is known and the draft does not fill it
     * @throws IllegalArgumentException when the type is priced and the draft does not say how it is paid
     * @throws RejectedException when nothing is left ({@link AcceleventsCodes#SOLD_OUT}) or the vendor refuses otherwise
     */
    public OrderPlaced place(RegistrationDraft draft, TicketType type) {
        if (!type.id().equals(draft.ticketTypeId())) {
            throw new IllegalArgumentException(
                    "the draft is for ticket type " + draft.ticketTypeId() + ", not " + type.id());
        }
        var payment = paymentType(draft, type);
        Answering.checkPeople(draft);
        forms.known(type.id()).ifPresent(form -> Answering.check(form, draft));
        var choice = List.of(TicketChoice.one(type));
        Optional<FeeLine> fee = type.isFree()
                ? Optional.empty()
                : ticketTypes.fees(choice).with(options).execute().stream().findFirst();
        var placedAt = time.instant();
        OrderId orderId = orders.place(new NewOrder(payment, choice, draft.note()))
                .with(options)
                .execute();
        return new OrderPlaced(orderId, type.id(), payment, placedAt, fee);
    }

    /** Pays an order just placed; see {@link #pay(OrderId, RegistrationDraft)}. */
    public PaymentOutcome pay(OrderPlaced order, RegistrationDraft draft) {
        return pay(order.orderId(), draft.withPaymentType(order.paymentType()));
    }

    /**
     * Describes holder and buyer and pays the order, which issues the ticket. May be repeated for the same order until it is settled.
     *
     * @throws RefusedAnswersException before the payment, when the draft does not fill the form
     * @throws dev.membersync.client.error.TransportException with {@code OUTCOME_UNKNOWN}: pay the same order again
     * @throws RejectedException when the vendor refuses for another reason than those of {@link PaymentOutcome}
     */
    public PaymentOutcome pay(OrderId orderId, RegistrationDraft draft) {
        var paymentType = draft.paymentType().orElseGet(() -> paymentType(draft, typeOf(draft)));
        try {
            var form = forms.of(draft.ticketTypeId(), orderId);
            var payment = Answering.payment(form, draft, paymentType);
            return new PaymentOutcome.Issued(
                    orders.pay(orderId, payment).with(options).execute());
        } catch (RejectedException refusal) {
            return settled(orderId, draft, refusal);
        }
    }

    /**
     * Looks for an order in the orders list, newest changes only, and stops at the page that has it. Use {@link Orders#order} to read it by id.
     *
     * @param since what was created or updated after this moment is looked at (DOC); take it early, the list may lag
     */
    public Optional<Order> findOrder(OrderId orderId, Instant since) {
        return orders.list(since).with(options).stream()
                .filter(order -> order.id().equals(orderId))
                .findFirst();
    }

    private PaymentOutcome settled(OrderId orderId, RegistrationDraft draft, RejectedException refusal) {
        var code = refusal.code().orElse("");
        if (code.equals(ALREADY_PAID)) {
            return new PaymentOutcome.AlreadyPaid(orderId);
        }
        if (code.equals(HOLD_EXPIRED)) {
            return new PaymentOutcome.HoldExpired(orderId);
        }
        if (!AcceleventsCodes.isAboutPerson(code)) {
            // The organiser may have changed the form since it was read: the next payment looks again.
            forms.refresh(draft.ticketTypeId());
        }
        throw refusal;
    }

    private static PaymentType paymentType(RegistrationDraft draft, TicketType type) {
        if (draft.paymentType().isPresent()) {
            return draft.paymentType().get();
        }
        if (type.isFree()) {
            return PaymentType.CASH;
        }
        throw new IllegalArgumentException(
                "ticket type '" + type.name() + "' has a price: say how it is paid with withPaymentType");
    }

    private TicketType typeOf(RegistrationDraft draft) {
        return tickets.type(draft.ticketTypeId()).orElseThrow(() -> {
            var known = tickets.settings().types().stream()
                    .map(type -> type.id() + " " + type.name())
                    .toList();
            return new IllegalArgumentException(
                    "the event has no ticket type " + draft.ticketTypeId() + "; types: " + known);
        });
    }
}
