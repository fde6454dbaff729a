package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.order.OrderType;
import dev.membersync.accelevents.ticket.DataType;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.eventops.analytics.Amounts;
import dev.membersync.eventops.analytics.PaymentStatus;
import dev.membersync.eventops.analytics.RegistrationFact;
import dev.membersync.eventops.analytics.RegistrationFact.Link;
import dev.membersync.sync.adapter.Tag;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.MoneyException;
import dev.membersync.sync.record.TicketRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Joins the attendee list and the orders into registrations, row by row; the attendees go first. */
final class TicketRows {
    private static final Map<OrderStatus, PaymentStatus> WORDS = Map.of(
            OrderStatus.PAID, PaymentStatus.PAID,
            OrderStatus.UNPAID, PaymentStatus.UNPAID,
            OrderStatus.PARTIAL, PaymentStatus.PARTIALLY_PAID,
            OrderStatus.PARTIALLY_PAID, PaymentStatus.PARTIALLY_PAID,
            OrderStatus.COMPLIMENTARY, PaymentStatus.COMPLIMENTARY,
            OrderStatus.PARTIALLY_REFUNDED, PaymentStatus.PAID,
            OrderStatus.REFUNDED, PaymentStatus.REFUNDED);

    private final People people;
    private final DatasetRules rules;
    private final String currency;
    private final Map<String, RegistrationFact> attendees = new HashMap<>();
    private final Map<String, String> attendeeByTicket = new HashMap<>();
    private final Set<OrderId> orders = new HashSet<>();
    private final List<RegistrationFact> registrations = new ArrayList<>();

    /** @param currency that of the event, for orders that name none */
    TicketRows(People people, DatasetRules rules, String currency) {
        this.people = people;
        this.rules = rules;
        this.currency = currency;
    }

    /** What tells attendees apart; a row without a name of any kind is one by itself. */
    static Object key(Attendee row) {
        return row.barcode()
                .<Object>map(code -> code)
                .or(row::eventTicketId)
                .or(row::attendeeId)
                .orElseGet(Object::new);
    }

    /** An attendee; one that an order shows later is told by the order. */
    void attendee(Attendee row) {
        TicketRef ref = new TicketRef(
                row.eventTicketId().map(EventTicketId::value).orElse(null),
                row.barcode().map(Barcode::value).orElse(null),
                row.attendeeId().map(AttendeeId::value).orElse("none " + attendees.size()),
                null);
        String id = ref.shown();
        attendees.put(
                id,
                fact(
                        row.eventTicketId().map(EventTicketId::value).orElse(id),
                        "",
                        ref,
                        row.holder(),
                        row.holder(),
                        Optional.empty(),
                        row.ticketType(),
                        PaymentStatus.UNKNOWN,
                        row.ticketStatus(),
                        amounts(
                                currency,
                                Optional.of(BigDecimal.ZERO),
                                Optional.of(BigDecimal.ZERO),
                                OptionalLong.of(0)),
                        Optional.empty(),
                        Optional.of(false)));
        row.eventTicketId().ifPresent(ticket -> attendeeByTicket.put(ticket.value(), id));
        row.barcode().ifPresent(barcode -> attendeeByTicket.put("barcode " + barcode.value(), id));
    }

    /** An order; one that was deleted before it was paid is none, and one that comes again is known. */
    void order(Order order) {
        if (order.type().equals(OrderType.UNPAID_DELETE) || !orders.add(order.id())) {
            return;
        }
        List<OrderTicket> tickets = order.tickets().stream()
                .filter(ticket -> !ticket.dataType().equals(DataType.ADDON))
                .toList();
        List<OptionalLong> fees = fees(order, tickets);
        for (int i = 0; i < tickets.size(); i++) {
            ticket(order, tickets.get(i), fees.get(i));
        }
    }

    List<RegistrationFact> registrations() {
        registrations.addAll(attendees.values());
        attendees.clear();
        return registrations;
    }

    private void ticket(Order order, OrderTicket ticket, OptionalLong fee) {
        TicketRef ref = new TicketRef(
                ticket.eventTicketId().value(),
                ticket.barcode().map(Barcode::value).orElse(null),
                null,
                order.id().toString());
        Optional<RegistrationFact> listed = listed(ref);
        TicketStatus status = ticket.ticketStatus();
        Optional<Amounts> amounts = amounts(money(order), paid(order, ticket), back(order, ticket), fee);
        RegistrationFact fact = fact(
                ticket.eventTicketId().value(),
                order.id().toString(),
                ref,
                ticket.holder(),
                order.purchaser(),
                Tag.userId(order.note()),
                ticket.ticketType(),
                status(order, amounts),
                status,
                amounts,
                rules.purchaseDate().apply(order.purchaseDate()),
                card(order.type()));
        registrations.add(
                status.isKnown()
                        ? fact
                        : listed.map(row -> seenAtTheDoor(fact, row)).orElse(fact));
    }

    private Optional<RegistrationFact> listed(TicketRef ref) {
        return Stream.of(ref.ticketId(), "barcode " + ref.barcode())
                .flatMap(name -> Stream.ofNullable(attendeeByTicket.get(name)))
                .flatMap(id -> Stream.ofNullable(attendees.remove(id)))
                .findFirst();
    }

    /** Where the order is silent about the ticket, the attendee list is not. */
    private static RegistrationFact seenAtTheDoor(RegistrationFact fact, RegistrationFact listed) {
        return new RegistrationFact(
                fact.id(),
                fact.order(),
                fact.holder(),
                fact.buyer(),
                fact.link(),
                fact.ticketClass(),
                fact.status(),
                listed.admits(),
                fact.amounts(),
                fact.created(),
                fact.card(),
                listed.checkedIn(),
                fact.memberPrice(),
                fact.live());
    }

    private RegistrationFact fact(
            String id,
            String order,
            TicketRef ref,
            Person holder,
            Person buyer,
            Optional<String> noted,
            String type,
            PaymentStatus status,
            TicketStatus ticket,
            Optional<Amounts> amounts,
            Optional<Instant> created,
            Optional<Boolean> card) {
        Optional<String> address = people.address(holder.email());
        Optional<String> member = people.memberOf(ref, noted, address);
        String stranger = address.orElseGet(() -> people.holderOf(id));
        return new RegistrationFact(
                id,
                order,
                member.orElse(stranger),
                people.address(buyer.email()).orElse(stranger),
                member.isPresent()
                        ? Link.MEMBER
                        : rules.notForMembers().contains(type) ? Link.NOT_A_MEMBER : Link.UNKNOWN,
                type,
                status,
                !ticket.equals(TicketStatus.CANCELED) && !ticket.equals(TicketStatus.DELETED),
                amounts,
                created,
                card,
                ticket.isKnown() ? Optional.of(ticket.equals(TicketStatus.CHECKED_IN)) : Optional.empty(),
                rules.memberPriced().contains(type),
                true);
    }

    /** Amounts decide before the vendor's word, which is about the whole order. */
    private static PaymentStatus status(Order order, Optional<Amounts> amounts) {
        long refunded = amounts.map(Amounts::refunded).orElse(0L);
        if (refunded > 0) {
            return refunded == amounts.orElseThrow().gross()
                    ? PaymentStatus.REFUNDED
                    : PaymentStatus.PARTIALLY_REFUNDED;
        }
        if (order.type().equals(OrderType.COMPLIMENTARY)) {
            return PaymentStatus.COMPLIMENTARY;
        }
        return WORDS.getOrDefault(order.status(), PaymentStatus.UNKNOWN);
    }

    private static Optional<Boolean> card(OrderType type) {
        return type.isKnown() ? Optional.of(type.equals(OrderType.CARD)) : Optional.empty();
    }

    private String money(Order order) {
        return order.currency().isBlank() ? currency : order.currency();
    }

    /** What the ticket shows as paid; where it does not, what the status says, as far as it says an amount. */
    private static Optional<BigDecimal> paid(Order order, OrderTicket ticket) {
        if (ticket.paidAmount().isPresent()) {
            return ticket.paidAmount();
        }
        PaymentStatus said = WORDS.getOrDefault(order.status(), PaymentStatus.UNKNOWN);
        if (said == PaymentStatus.UNPAID || said == PaymentStatus.COMPLIMENTARY) {
            return Optional.of(BigDecimal.ZERO);
        }
        return said == PaymentStatus.PAID && order.status().equals(OrderStatus.PAID)
                ? ticket.ticketPrice()
                : Optional.empty();
    }

    /** What went back of a ticket; an order of which something went back has to show of which ticket. */
    private static Optional<BigDecimal> back(Order order, OrderTicket ticket) {
        boolean untold =
                order.status().equals(OrderStatus.REFUNDED) || order.status().equals(OrderStatus.PARTIALLY_REFUNDED);
        return ticket.refundedAmount().or(() -> untold ? Optional.empty() : Optional.of(BigDecimal.ZERO));
    }

    /** Amounts that do not add up, or are none of the currency, are not known. */
    private static Optional<Amounts> amounts(
            String code, Optional<BigDecimal> paid, Optional<BigDecimal> back, OptionalLong fee) {
        try {
            if (paid.isEmpty() || back.isEmpty()) {
                return Optional.empty();
            }
            Money gross = Money.of(paid.get(), code);
            Money refunded = Money.of(back.get(), code);
            return refunded.isMoreThan(gross) || refunded.signum() < 0
                    ? Optional.empty()
                    : Optional.of(new Amounts(gross.currency(), gross.minor(), refunded.minor(), fee, 0));
        } catch (MoneyException unreadable) {
            return Optional.empty();
        }
    }

    /** The fees of an order, split by what its tickets cost: an order shows them as ticketingFee and ccFee (DOC). */
    private List<OptionalLong> fees(Order order, List<OrderTicket> tickets) {
        List<BigDecimal> shown = Stream.of("ticketingFee", "ccFee")
                .flatMap(name -> Stream.ofNullable(order.extra().get(name)))
                .flatMap(TicketRows::number)
                .toList();
        List<OptionalLong> none =
                tickets.stream().map(ticket -> OptionalLong.empty()).toList();
        if (shown.size() < 2 || tickets.isEmpty()) {
            return none;
        }
        try {
            Money fee = Money.of(shown.get(0).add(shown.get(1)), money(order));
            List<Long> weights = tickets.stream()
                    .map(ticket -> paid(order, ticket)
                            .map(amount -> Money.of(amount, money(order)).minor())
                            .orElse(0L))
                    .toList();
            boolean free = weights.stream().allMatch(weight -> weight == 0);
            return fee.split(free ? weights.stream().map(weight -> 1L).toList() : weights).stream()
                    .map(part -> OptionalLong.of(part.minor()))
                    .toList();
        } catch (MoneyException unreadable) {
            return none;
        }
    }

    private static Stream<BigDecimal> number(Object value) {
        return value instanceof Number number ? Stream.of(new BigDecimal(number.toString())) : Stream.empty();
    }
}
