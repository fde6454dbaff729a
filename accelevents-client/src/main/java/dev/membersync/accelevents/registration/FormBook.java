package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.OrderForm;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.client.Call;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The registration forms of one event by ticket type, each read once and shared.
 *
 * <p>A form can only be read from an order, so it is unknown until the first order of its type. Nothing expires by itself; {@code refresh} forgets. Safe for many
 * threads; of several first readers one calls and the others wait for it.
 */
public final class FormBook {
    private final Function<OrderId, Call<OrderForm>> read;
    private final Map<TicketTypeId, RegistrationForm> forms = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    FormBook(Function<OrderId, Call<OrderForm>> read) {
        this.read = read;
    }

    /** The form of a ticket type when it was read before; never calls. */
    public Optional<RegistrationForm> known(TicketTypeId ticketTypeId) {
        return Optional.ofNullable(forms.get(ticketTypeId));
    }

    /** The form of a ticket type; when it is not known it is read from this open order of that type. Fails as the read does. */
    public RegistrationForm of(TicketTypeId ticketTypeId, OrderId orderId) {
        var known = forms.get(ticketTypeId);
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = forms.get(ticketTypeId);
            if (known == null) {
                known = RegistrationForm.of(read.apply(orderId).execute());
                forms.put(ticketTypeId, known);
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    /** Forgets the form of a ticket type, so that its next order reads it again. */
    public void refresh(TicketTypeId ticketTypeId) {
        forms.remove(ticketTypeId);
    }

    /** Forgets every form. */
    public void refresh() {
        forms.clear();
    }
}
