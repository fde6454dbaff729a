package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.eventops.privacy.EventSide;
import dev.membersync.eventops.privacy.Sheet;
import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The answers of one event at Accelevents: whole sheets, read, blanked, written and read back. */
public final class AcceleventsAnswers implements EventSide {
    private final EventScope event;

    private AcceleventsAnswers(EventScope event) {
        this.event = event;
    }

    /** The answers of this event, or of this occurrence of it. */
    public static AcceleventsAnswers of(EventScope event) {
        return new AcceleventsAnswers(event);
    }

    @Override
    public String place() {
        return event.url()
                + event.occurrenceId()
                        .map(OccurrenceId::toString)
                        .map("/"::concat)
                        .orElse("");
    }

    @Override
    public Optional<Sheet> read(TicketRef ticket, Role role) {
        return sheet(ticket, role).map(BlankSheet::shown);
    }

    private Optional<HolderSheet> sheet(TicketRef ticket, Role role) {
        return role == Role.HOLDER
                ? Optional.ofNullable(ticket.ticketId())
                        .flatMap(id -> found(event.holders().sheet(new EventTicketId(id))))
                : Optional.ofNullable(ticket.orderId())
                        .flatMap(id -> found(event.buyers().sheet(order(id))));
    }

    private static Optional<HolderSheet> found(Call<HolderSheet> call) {
        try {
            return Optional.of(call.execute());
        } catch (NotFoundException gone) {
            if (gone.code().isEmpty()
                    || gone.code()
                            .filter(AcceleventsCodes.EVENT_NOT_FOUND::equals)
                            .isPresent()) {
                throw gone; // says nothing about the ticket
            }
            return Optional.empty();
        }
    }

    private static OrderId order(String id) {
        return new OrderId(Long.parseLong(id));
    }

    @Override
    public List<String> overwrite(TicketRef ticket, Role role, String address) {
        Optional<HolderSheet> before = sheet(ticket, role);
        if (before.isEmpty()) {
            return List.of();
        }
        try {
            write(ticket, role, BlankSheet.of(before.get(), address)).execute();
        } catch (NotFoundException gone) {
            return sheet(ticket, role).isEmpty() ? List.of() : List.of(why(gone.code()));
        } catch (RejectedException refused) {
            return List.of(why(refused.code()));
        }
        return sheet(ticket, role)
                .map(after -> BlankSheet.left(before.get(), after, address))
                .orElse(List.of());
    }

    private static String why(Optional<String> code) {
        return "Accelevents refused it"
                + code.map(number -> " with code " + number).orElse("");
    }

    private Call<Acknowledgement> write(TicketRef ticket, Role role, HolderSheet blank) {
        if (role == Role.BUYER) {
            return event.buyers().update(order(Objects.requireNonNull(ticket.orderId())), blank);
        }
        return ticket.barcode() != null
                ? event.holders().updateByBarcode(new Barcode(ticket.barcode()), blank)
                : event.holders().update(new EventTicketId(Objects.requireNonNull(ticket.ticketId())), blank);
    }
}
