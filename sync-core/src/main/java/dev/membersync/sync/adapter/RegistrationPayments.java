package dev.membersync.sync.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import java.util.Optional;

/**
 * Writes how a member's payment stands into two fields of the registration form, merged with all that is there. It is a
 * memo: nothing is booked as collected by the event, and an order that is open there is never settled. Thread-safe.
 */
public final class RegistrationPayments implements PaymentSink {
    private final EventScope event;
    private final AcceleventsDesk desk;
    private final String statusLabel;
    private final String idLabel;

    private RegistrationPayments(EventScope event, String statusLabel, String idLabel) {
        this.event = event;
        this.desk = AcceleventsDesk.of(event);
        this.statusLabel = statusLabel;
        this.idLabel = idLabel;
    }

    /** The registrations of an event, and the labels of the form fields for the status and the id of a payment. */
    public static RegistrationPayments of(EventScope event, String statusLabel, String idLabel) {
        return new RegistrationPayments(event, statusLabel, idLabel);
    }

    @Override
    public String system() {
        return AcceleventsPayments.SYSTEM;
    }

    @Override
    public boolean writesRegistrations() {
        return true;
    }

    @Override
    public PaymentSink inLane(Lane lane) {
        return new RegistrationPayments(event.inLane(lane), statusLabel, idLabel);
    }

    @Override
    public Told tell(PaymentRow row, int number, Optional<TicketRef> registration) {
        TicketRef ticket = registration.orElseThrow(() -> new ByHandException("the member has no registration"));
        if (isOpen(ticket)) {
            throw new ByHandException(
                    "order " + ticket.orderId()
                            + " of the event is open, and money collected elsewhere never settles it; settle or cancel it there");
        }
        RegistrationDraft draft = RegistrationDraft.empty()
                .answer(statusLabel, row.telling().orElseThrow().state().word())
                .answer(idLabel, row.standing().order());
        if (!desk.update(ticket, draft, before -> {})) {
            throw new ByHandException("ticket " + ticket.shown() + " is gone");
        }
        return Told.RECORDED;
    }

    private boolean isOpen(TicketRef ticket) {
        if (ticket.orderId() == null) {
            return false;
        }
        try {
            OrderId id = new OrderId(Long.parseLong(ticket.orderId()));
            return event.orders().order(id).execute().status().equals(OrderStatus.UNPAID);
        } catch (NotFoundException gone) {
            return false;
        }
    }
}
