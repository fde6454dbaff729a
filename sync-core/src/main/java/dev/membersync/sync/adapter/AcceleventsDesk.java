package dev.membersync.sync.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.feed.FeedMark;
import dev.membersync.accelevents.form.CatalogueField;
import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Deletion;
import dev.membersync.accelevents.order.Exchange;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.order.Settlement;
import dev.membersync.accelevents.registration.PaymentOutcome;
import dev.membersync.accelevents.registration.RefusedAnswersException;
import dev.membersync.accelevents.ticket.TicketType;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.FieldInfo;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.TicketTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tickets of one event through {@link EventScope}. Thread-safe. */
public final class AcceleventsDesk implements TicketDesk {
    /** Refusals by the event or by a setting, whoever the person is. */
    private static final Set<String> ABOUT_THE_EVENT = Set.of(
            AcceleventsCodes.PAYMENT_TYPE_UNKNOWN,
            AcceleventsCodes.PAYMENT_TYPE_MISSING,
            AcceleventsCodes.EVENT_NOT_ACTIVATED,
            AcceleventsCodes.TICKET_TYPE_NOT_OF_EVENT);

    private static final Set<String> NO_PLACE = Set.of(AcceleventsCodes.SOLD_OUT, AcceleventsCodes.TOO_FEW_LEFT);

    private final EventScope event;
    private final Bookings bookings;
    private final Known known;
    private final DeskRows rows;

    private AcceleventsDesk(EventScope event, Bookings bookings, Known known) {
        this.event = event;
        this.bookings = bookings;
        this.known = known;
        this.rows = new DeskRows(known::typeId);
    }

    /** What was looked up about the event, shared by the desks of all lanes. */
    private static final class Known {
        private volatile Map<String, List<String>> typeIds = Map.of();
        private volatile @Nullable FormLabels labels;

        Optional<String> typeId(String name) {
            List<String> ids = typeIds.getOrDefault(name, List.of());
            return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
        }
    }

    /** The desk of an event; every holder is the buyer of the own ticket, and is mailed by Accelevents (DOC). */
    public static AcceleventsDesk of(EventScope event) {
        return new AcceleventsDesk(event, new Bookings(Optional.empty()), new Known());
    }

    /** The same desk, with one buyer for every ticket: for rehearsals. Whether holders are mailed too is not documented. */
    public AcceleventsDesk withBuyer(String firstName, String lastName, String email) {
        return new AcceleventsDesk(
                event, new Bookings(Optional.of(new Person(firstName, lastName, email))), new Known());
    }

    @Override
    public String event() {
        return event.url();
    }

    @Override
    public String occurrence() {
        return event.occurrenceId().map(OccurrenceId::toString).orElse("");
    }

    @Override
    public List<TicketTypeInfo> ticketTypes() {
        List<TicketType> types = event.registrations().tickets().refresh().types();
        known.typeIds = types.stream()
                .collect(Collectors.groupingBy(
                        TicketType::name,
                        Collectors.mapping(type -> type.id().toString(), Collectors.toUnmodifiableList())));
        return types.stream()
                .map(type -> new TicketTypeInfo(
                        type.id().toString(),
                        type.name(),
                        type.price().orElse(BigDecimal.ZERO),
                        type.remaining().orElse(Long.MAX_VALUE)))
                .toList();
    }

    @Override
    public FormLabels form() {
        FormLabels labels = known.labels;
        if (labels == null) {
            labels = FormLabels.of(event.form().catalogue().execute().fields().stream()
                    .filter(CatalogueField::enabledForHolder)
                    .map(AcceleventsDesk::info)
                    .toList());
            known.labels = labels;
        }
        return labels;
    }

    /** The catalogue is silent about options (DOC). */
    private static FieldInfo info(CatalogueField field) {
        String id = field.id().isPresent() ? Long.toString(field.id().getAsLong()) : "";
        return FieldInfo.ofForm(id, field.name(), field.type().value(), field.requiredForHolder());
    }

    @Override
    public Iterable<DeskPage> attendees() {
        return () -> new Mapped<>(
                event.attendees().list().pages().iterator(),
                page -> new DeskPage(page.items().stream().map(rows::attendee).toList(), page.total()));
    }

    @Override
    public Iterable<DeskPage> orders(Optional<Instant> since) {
        return () -> new Mapped<>(
                (since.isPresent()
                                ? event.orders().list(since.get())
                                : event.orders().list())
                        .pages()
                        .iterator(),
                page -> new DeskPage(
                        page.items().stream()
                                .flatMap(order -> rows.order(order).stream())
                                .toList(),
                        OptionalLong.empty()));
    }

    @Override
    public Iterable<DeskChanges> changes(String mark) {
        return () -> new Mapped<>(
                event.changes().since(FeedMark.parse(mark)).iterator(),
                page -> new DeskChanges(
                        page.tickets().stream()
                                .flatMap(ticket -> rows.changed(ticket).stream())
                                .toList(),
                        page.next().map(FeedMark::toString)));
    }

    @Override
    public TicketDesk inLane(Lane lane) {
        return new AcceleventsDesk(event.inLane(lane), bookings, known);
    }

    @Override
    public boolean sends(String operation) {
        return event.operations().stream().anyMatch(known -> known.id().equals(operation));
    }

    @Override
    public Optional<Registration> read(TicketRef ticket) {
        return sheet(ticket).map(sheet -> shown(ticket, sheet));
    }

    private Registration shown(TicketRef ticket, HolderSheet sheet) {
        return rows.sheet(
                ticket.merge(new TicketRef(ticketId(ticket).value(), null, null, null)), sheet, form().labels());
    }

    @Override
    public Optional<Registration> inOrder(TicketRef ticket) {
        return found(() -> event.orders().order(orderId(ticket)).execute()).stream()
                .flatMap(order -> order.tickets().stream().map(row -> rows.ticket(order, row)))
                .filter(row -> isSame(ticket, row.ticket()))
                .findFirst()
                .map(row -> DeskRows.named(row, ticket.merge(row.ticket())));
    }

    private static boolean isSame(TicketRef one, TicketRef other) {
        return one.ticketId() != null
                ? one.ticketId().equals(other.ticketId())
                : one.barcode() != null && one.barcode().equals(other.barcode());
    }

    @Override
    public List<Registration> order(String orderId) {
        return found(() -> event.orders().order(orderId(orderId)).execute())
                .map(order -> order.tickets().stream()
                        .map(ticket -> rows.ticket(order, ticket))
                        .sorted(Comparator.comparing(Registration::access))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public OrderResult place(Booking booking) {
        try {
            OrderId orderId =
                    event.registrations().place(bookings.draft(booking)).orderId();
            return new OrderResult.Placed(orderId.toString());
        } catch (RefusedAnswersException refusal) {
            return new OrderResult.Refused(String.valueOf(refusal.getMessage()));
        } catch (RejectedException refusal) {
            if (isOneOf(NO_PLACE, refusal)) {
                return new OrderResult.SoldOut();
            }
            throw orClosed(refusal);
        }
    }

    @Override
    public PayResult pay(String orderId, Booking booking) {
        try {
            return result(event.registrations().pay(orderId(orderId), bookings.draft(booking)));
        } catch (RefusedAnswersException refusal) {
            return unlessPaid(orderId, () -> new PayResult.Refused(String.valueOf(refusal.getMessage())));
        } catch (RejectedException refusal) {
            return unlessPaid(orderId, () -> refused(refusal));
        } catch (NotFoundException gone) {
            if (gone.code().filter(AcceleventsCodes.ORDER_NOT_FOUND::equals).isEmpty()) {
                throw gone;
            }
            return new PayResult.Refused("order " + orderId + " is gone at Accelevents; whether it had been paid is not"
                    + " known, and nobody is registered again without a person");
        }
    }

    /** A refusal may come after the effect, or after an attempt that had worked: only the order knows. */
    private PayResult unlessPaid(String orderId, Supplier<PayResult> refused) {
        return order(orderId).isEmpty() ? refused.get() : new PayResult.AlreadyPaid();
    }

    private static PayResult refused(RejectedException refusal) {
        if (isOneOf(NO_PLACE, refusal)) {
            return new PayResult.SoldOut();
        }
        if (refusal.code().filter(AcceleventsCodes::isAboutPerson).isPresent()) {
            return new PayResult.Refused(String.valueOf(refusal.getMessage()));
        }
        throw orClosed(refusal);
    }

    private static RuntimeException orClosed(RejectedException refusal) {
        return isOneOf(ABOUT_THE_EVENT, refusal) ? new DeskClosedException(refusal) : refusal;
    }

    private static boolean isOneOf(Set<String> codes, RejectedException refusal) {
        return refusal.code().filter(codes::contains).isPresent();
    }

    @Override
    public boolean update(TicketRef ticket, RegistrationDraft draft, Consumer<Registration> witness) {
        Optional<HolderSheet> read = sheet(ticket);
        if (read.isEmpty()) {
            return false;
        }
        witness.accept(shown(ticket, read.get()));
        HolderSheet merged = bookings.merge(read.get(), draft);
        return found(() -> (ticket.barcode() != null
                                ? event.holders().updateByBarcode(new Barcode(ticket.barcode()), merged)
                                : event.holders().update(ticketId(ticket), merged))
                        .execute())
                .isPresent();
    }

    @Override
    public boolean exchange(TicketRef ticket, TicketTypeInfo from, TicketTypeInfo to, String paymentType) {
        Exchange exchange = Exchange.of(
                orderId(ticket),
                ticketId(ticket),
                new TicketTypeId(Long.parseLong(to.id())),
                from.price(),
                to.price(),
                settlement(to.price().subtract(from.price()), new PaymentType(paymentType)));
        return found(() -> event.orders().exchange(exchange).execute()).isPresent();
    }

    private static Settlement settlement(BigDecimal due, PaymentType type) {
        if (due.signum() <= 0) {
            return Settlement.NONE;
        }
        return Settlement.paid(type, type.equals(PaymentType.CASH) ? due : BigDecimal.ZERO);
    }

    @Override
    public void remove(TicketRef ticket) {
        found(() -> event.orders()
                .delete(Deletion.ofTicket(orderId(ticket), ticketId(ticket)))
                .execute());
    }

    private static PayResult result(PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.Issued issued && !issued.tickets().isEmpty()) {
            var ticket = issued.tickets().get(0);
            return new PayResult.Issued(new TicketRef(
                    ticket.eventTicketId().value(),
                    null,
                    ticket.attendeeId().map(AttendeeId::value).orElse(null),
                    null));
        }
        return outcome instanceof PaymentOutcome.HoldExpired
                ? new PayResult.HoldExpired()
                : new PayResult.AlreadyPaid();
    }

    private Optional<HolderSheet> sheet(TicketRef ticket) {
        EventTicketId id = ticketId(ticket);
        return found(() -> event.holders().sheet(id).execute());
    }

    /** Empty when the thing does not exist; an event that does not exist is a wrong setting and stays an error. */
    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NotFoundException missing) {
            if (missing.code().filter(AcceleventsCodes.EVENT_NOT_FOUND::equals).isPresent()) {
                throw missing;
            }
            if (missing.code().isEmpty()) {
                throw new UnknownTicketException("a 404 without a code of the vendor proves nothing about a ticket");
            }
            return Optional.empty();
        }
    }

    private static EventTicketId ticketId(TicketRef ticket) {
        if (ticket.ticketId() == null) {
            throw new UnknownTicketException("no order has shown the ticket id of " + ticket.shown() + " yet");
        }
        return new EventTicketId(ticket.ticketId());
    }

    private static OrderId orderId(TicketRef ticket) {
        if (ticket.orderId() == null) {
            throw new UnknownTicketException("no list has shown the order of ticket " + ticket.shown() + " yet");
        }
        return orderId(ticket.orderId());
    }

    private static OrderId orderId(String id) {
        return new OrderId(Long.parseLong(id));
    }
}
