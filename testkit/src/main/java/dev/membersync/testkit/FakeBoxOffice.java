package dev.membersync.testkit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tests edit and inspect of a {@link FakeEvent} besides its types, orders and tickets. Edits here never show in the write log. Thread-safe.
 */
public final class FakeBoxOffice {
    private final Switchboard board;
    private final EventState event;

    FakeBoxOffice(Switchboard board, EventState event) {
        this.board = board;
        this.event = event;
    }

    /** The discount codes. */
    public List<FakeDiscount> discounts() {
        return board.locked(() -> List.copyOf(event.office().discounts().values()));
    }

    /** Adds a discount code for all tickets, for any number of uses and for all time, and answers its id; the amount is a percentage or major units. */
    public long addDiscount(String code, String amount, boolean percentage) {
        return board.locked(() -> {
            if (!code.matches("[A-Za-z0-9]+") || event.office().discount(code).isPresent()) {
                throw new IllegalArgumentException("a discount code is one word that is new");
            }
            long id = event.office().nextId();
            FakeDiscount discount = new FakeDiscount(
                    id, code, new BigDecimal(amount), percentage, false, Set.of(), 0, 0, null, null, 0);
            event.office().discounts().put(id, discount);
            return id;
        });
    }

    /** How often a discount code was used in orders that were paid and not deleted. */
    public long uses(String code) {
        return board.locked(() -> DiscountRules.used(event, code));
    }

    /** The access codes. */
    public List<FakeAccessCode> accessCodes() {
        return board.locked(() -> List.copyOf(event.office().accessCodes().values()));
    }

    /** All money that went back, oldest first. */
    public List<FakeRefund> refunds() {
        return board.locked(() -> List.copyOf(event.office().refunds()));
    }

    /** The orders that hold places and wait for their payment step. */
    public List<FakeOrder> heldOrders() {
        return board.locked(() -> event.held(board.now()));
    }

    /** What the buyer of an order answered, by field name; empty before the payment step. */
    public Map<String, String> buyerAnswers(long orderId) {
        return board.locked(() -> Optional.ofNullable(event.orders().get(orderId))
                .map(FakeOrder::purchaser)
                .orElse(Map.of()));
    }

    /** Adds a question for buyers, or replaces the one of its name. */
    public void putBuyerQuestion(FakeField field) {
        board.locked(() -> Optional.ofNullable(event.office().buyerQuestions().put(field.name(), field)));
    }

    /** Adds a question that another one reveals, or replaces the one of its id. */
    public void putNestedQuestion(FakeNestedQuestion question) {
        board.locked(() -> Optional.ofNullable(event.office().nestedQuestions().put(question.id(), question)));
    }

    /**
     * Stores an entry in a ticket's record: the section is {@code attributes}, {@code questions} or {@code nestedQuestions}, the entry any JSON object with the name of its
     * question under {@code key}. Reads show it, within the row of the field of that name if the form has one; updates keep of it what they send, all else is wiped.
     */
    public void keep(long ticketId, String section, Map<String, ?> entry) {
        Map<String, Object> copy = new LinkedHashMap<>(entry);
        change(ticketId, ticket -> ticket.record().with(section, copy));
    }

    /** Stores fields at the top of a ticket's record. Reads show them and updates keep of them what they send. */
    public void keep(long ticketId, Map<String, Object> fields) {
        change(ticketId, ticket -> ticket.record().with(fields));
    }

    /** Gives a ticket a seat. */
    public void seat(long ticketId, String seatNumber) {
        change(ticketId, ticket -> ticket.record().at(seatNumber));
    }

    private void change(long ticketId, java.util.function.Function<FakeTicket, FakeHolderRecord> edit) {
        board.locked(() -> {
            FakeTicket ticket = event.ticket(ticketId);
            event.put(ticket.keeping(edit.apply(ticket), board.now()), board.now());
            return true;
        });
    }
}
