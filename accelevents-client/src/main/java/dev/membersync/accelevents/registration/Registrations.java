package dev.membersync.accelevents.registration;

import static dev.membersync.accelevents.error.AcceleventsCodes.ALREADY_PAID;
import static dev.membersync.accelevents.error.AcceleventsCodes.HOLD_EXPIRED;

import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.form.FormCatalogue;
import dev.membersync.accelevents.form.Forms;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
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
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Registers attendees in one operation that can be resumed at any step, or in its two halves: place an order, then pay it.
 *
 * <pre>{@code
 * var registrations = client.event("spring-summit").registrations();
 * var general = registrations.tickets().settings().named("General Admission").get(0).id();
 * var draft = RegistrationDraft.of(general, "Ada", "Lovelace", "ada@example.org").withAnswer("T-shirt", "M");
 * try {
 *     var done = registrations.register(draft, order -> store.save(order.orderId(), order.placedAt()));
 *     store.done(done.orderId(), done.tickets().get(0).ticketId());
 * } catch (UnfinishedRegistrationException open) {
 *     log.warn("to be resumed", open);
 * }
 * // after a crash: registrations.resume(savedOrderId, savedPlacedAt, draft, order -> store.save(..));
 * }</pre>
 *
 * <p>The vendor knows no idempotency key, so the order id is one: store it between order and payment. A lost answer to the order leaves an order that nobody pays; it is no attendee and
 * its place becomes free when the hold ends. A lost answer to the payment is settled by paying the <em>same</em> order again. Settings and forms are shared by all
 * registrations of an event, so that a free order costs two calls, order and payment, and a priced one three, the fee before them. The first of an event costs a look at the settings
 * and, with {@link #register}, at the form catalogue besides; the first of a ticket type a look at its form.
 *
 * <p>The vendor mails the buyer when a payment succeeds (DOC); no way to prevent it is documented. A refusal without a vendor code may come from something in between: pay the same order again before
 * believing that it was not paid; {@link #register} does. Blocking; safe for many threads.
 */
public final class Registrations {
    private static final RetryPolicy RETRY = RetryPolicy.exponential(Duration.ofSeconds(1), Duration.ofSeconds(20))
            .honouringRetryAfter()
            .upTo(3)
            .whenSafe();

    private final TicketTypes ticketTypes;
    private final Orders orders;
    private final TicketBook tickets;
    private final FormBook forms;
    private final Time time;
    private final RequestOptions options;
    private final RetryPolicy retry;

    /** Registrations through these calls. */
    public Registrations(TicketTypes ticketTypes, Orders orders, Forms forms, Time time) {
        this.ticketTypes = ticketTypes;
        this.orders = orders;
        this.tickets = new TicketBook(ticketTypes.settings());
        this.forms = new FormBook(forms::ofOrder, forms.catalogue());
        this.time = time;
        this.options = RequestOptions.none();
        this.retry = RETRY;
    }

    private Registrations(Registrations shared, RequestOptions options, RetryPolicy retry) {
        this.ticketTypes = shared.ticketTypes;
        this.orders = shared.orders;
        this.tickets = shared.tickets;
        this.forms = shared.forms;
        this.time = shared.time;
        this.options = options;
        this.retry = retry;
    }

    /** The same registrations, with the same shared settings and forms, whose fee, order and payment calls take these options. */
    public Registrations with(RequestOptions callOptions) {
        return new Registrations(this, callOptions, retry);
    }

    /**
     * The same registrations with another policy of paying an order again whose payment has no clear answer, in {@link #register} and {@link #resume}. The default pays
     * three times in all, after 1 s and 2 s or as the vendor asks. The policy sees the payment as {@code IDEMPOTENT_WRITE}, since the same order is never paid twice.
     */
    public Registrations withRetry(RetryPolicy policy) {
        return new Registrations(this, options, policy);
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
     * Registers everybody in the draft with one order: checks the answers, reserves, hands out the order id, pays. Nothing is paid before {@code placed} returns; when it throws,
     * its exception is passed on and the order stays unpaid.
     *
     * <p>Answers are checked before anything is reserved, by the form of the ticket type or, until an order of the type has shown it, by the event's form catalogue.
     * The catalogue does not say which type asks what: a field it requires and the type does not ask can be given as an optional answer, or be ignored by {@link #place} and {@link
     * #pay}, which do not look at it; the form then learnt counts from there on. A key that may not read the catalogue does without.
     *
     * <p>An order whose hold ended (4060425) is read, since a late payment may have gone through, and only then replaced, once. Tickets of one payment whose holders share an
     * address are told apart by one more read of the order.
     *
     * @param placed told of every order before it is paid, at most two
     * @throws RefusedAnswersException before anything is reserved, when the draft does not fill the form
     * @throws IllegalArgumentException as {@link #place}
     * @throws dev.membersync.client.error.ApiException when no order could be placed
     * @throws UnfinishedRegistrationException when an order was placed and is not known to be paid
     */
    public Registered register(RegistrationDraft draft, Consumer<OrderPlaced> placed) {
        var order = place(draft, true);
        placed.accept(order);
        return settling(draft).settle(order.orderId(), order.placedAt(), placed);
    }

    /**
     * Goes on with an order that was placed before, by this process or another: pays it, finds its tickets when it was paid already, or replaces it, as {@link #register} does.
     *
     * @param placedAt when the order was placed, or some time before: the orders list is searched from there
     * @param placed told of the new order before it is paid, when the hold of this one is over
     * @throws UnfinishedRegistrationException when the order is still not known to be paid
     */
    public Registered resume(OrderId orderId, Instant placedAt, RegistrationDraft draft, Consumer<OrderPlaced> placed) {
        return settling(draft).resume(orderId, placedAt, placed);
    }

    private Settling settling(RegistrationDraft draft) {
        return new Settling(this, orders, options, retry, time, draft);
    }

    /**
     * Reserves the tickets of the draft: one call, and the fee question before it when a type is priced. Types are looked up in {@link #tickets()}.
     *
     * @throws RefusedAnswersException before anything is reserved, when a name is unfit or a form is known and the draft does not fill it
     * @throws IllegalArgumentException when the event has no such ticket type, or one is priced and the draft does not say how it is paid
     * @throws RejectedException when nothing is left ({@link AcceleventsCodes#SOLD_OUT}) or the vendor refuses otherwise
     */
    public OrderPlaced place(RegistrationDraft draft) {
        return place(draft, false);
    }

    private OrderPlaced place(RegistrationDraft draft, boolean byCatalogue) {
        var payment = paymentType(draft);
        var types = draft.quantities();
        var choices = types.entrySet().stream()
                .map(line -> new TicketChoice(
                        line.getKey(), line.getValue(), type(line.getKey()).unitPrice(), List.of()))
                .toList();
        var known = forms.known(types.keySet());
        Optional<FormCatalogue> catalogue =
                byCatalogue && known.size() < types.size() ? Optional.of(forms.catalogue()) : Optional.empty();
        Answering.check(draft, known, catalogue, today());
        var priced = choices.stream()
                .filter(choice -> !type(choice.ticketTypeId()).isFree())
                .toList();
        List<FeeLine> fees = priced.isEmpty()
                ? List.of()
                : ticketTypes.fees(priced).with(options).execute();
        var placedAt = time.instant();
        OrderId orderId = orders.place(new NewOrder(payment, choices, draft.note()))
                .with(options)
                .execute();
        return new OrderPlaced(orderId, payment, placedAt, fees);
    }

    /** Pays an order just placed; see {@link #pay(OrderId, RegistrationDraft)}. */
    public PaymentOutcome pay(OrderPlaced order, RegistrationDraft draft) {
        return pay(order.orderId(), draft.withPaymentType(order.paymentType()));
    }

    /**
     * Describes holders and buyer and pays the order, which issues the tickets. May be repeated for the same order until it is settled.
     *
     * @throws RefusedAnswersException before the payment, when the draft does not fill the form
     * @throws dev.membersync.client.error.TransportException with {@code OUTCOME_UNKNOWN}: pay the same order again
     * @throws RejectedException when the vendor refuses for another reason than those of {@link PaymentOutcome}
     */
    public PaymentOutcome pay(OrderId orderId, RegistrationDraft draft) {
        return attempt(orderId, draft, false);
    }

    /** As {@link #pay}, but when the form was just read and says that the hold is over, this is believed without a payment. */
    PaymentOutcome attempt(OrderId orderId, RegistrationDraft draft, boolean believesForm) {
        var type = paymentType(draft);
        try {
            var asked = forms.of(draft.quantities(), orderId);
            if (believesForm && asked.expired()) {
                return new PaymentOutcome.HoldExpired(orderId);
            }
            var payment = Answering.payment(asked, draft, type, today());
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

    /** The name that rows of orders have for a ticket type; empty when the event has no such type. */
    String typeName(TicketTypeId id) {
        return tickets.type(id).map(TicketType::name).orElse("");
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
            draft.quantities().keySet().forEach(forms::refresh);
        }
        throw refusal;
    }

    private PaymentType paymentType(RegistrationDraft draft) {
        return draft.paymentType().orElseGet(() -> {
            for (var id : draft.quantities().keySet()) {
                var type = type(id);
                if (!type.isFree()) {
                    throw new IllegalArgumentException(
                            "ticket type '" + type.name() + "' has a price: say how it is paid with withPaymentType");
                }
            }
            return PaymentType.CASH;
        });
    }

    /** The day by which a birth date lies in the future; the vendor's zone is not known, so it is UTC's. */
    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private TicketType type(TicketTypeId id) {
        return tickets.type(id).orElseThrow(() -> {
            var known = tickets.settings().types().stream()
                    .map(type -> type.id() + " " + type.name())
                    .toList();
            return new IllegalArgumentException("the event has no ticket type " + id + "; types: " + known);
        });
    }
}
