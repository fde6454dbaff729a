package dev.membersync.sync.adapter;

import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.holder.Section;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.RegistrationDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the engine's drafts in the words of the client. */
final class Bookings {
    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";
    private static final String EMAIL = "Email";

    private final Optional<Person> buyer;

    Bookings(Optional<Person> buyer) {
        this.buyer = buyer;
    }

    RegistrationDraft draft(Booking booking) {
        var wanted = booking.draft();
        RegistrationDraft draft = RegistrationDraft.of(
                        new TicketTypeId(Long.parseLong(booking.ticketTypeId())),
                        wanted.firstName().orElse(""),
                        wanted.lastName().orElse(""),
                        wanted.email().orElse(""))
                .withNote(booking.note())
                .withPaymentType(new PaymentType(booking.paymentType()));
        for (Map.Entry<String, String> answer : wanted.answers().entrySet()) {
            draft = draft.withOptionalAnswer(answer.getKey(), answer.getValue());
        }
        return buyer.isPresent() ? draft.withBuyer(buyer.get()) : draft;
    }

    /** The sheet as it was read with the draft's changes; everything else stays as it was read. */
    HolderSheet merge(HolderSheet sheet, dev.membersync.sync.record.RegistrationDraft draft) {
        Map<String, String> changes = new LinkedHashMap<>();
        draft.firstName().ifPresent(name -> changes.put(FIRST_NAME, name));
        draft.lastName().ifPresent(name -> changes.put(LAST_NAME, name));
        draft.email().ifPresent(address -> changes.put(EMAIL, address));
        changes.putAll(draft.answers());
        HolderSheet merged = sheet;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            merged = merged.answer(change.getKey()).isPresent()
                    ? merged.with(change.getKey(), change.getValue())
                    : merged.with(section(change.getKey()), change.getKey(), change.getValue());
        }
        return merged;
    }

    /** Where an answer goes that the sheet does not list: the three built-in fields are attributes, others questions. */
    private static Section section(String label) {
        return label.equals(FIRST_NAME) || label.equals(LAST_NAME) || label.equals(EMAIL)
                ? Section.ATTRIBUTES
                : Section.QUESTIONS;
    }
}
