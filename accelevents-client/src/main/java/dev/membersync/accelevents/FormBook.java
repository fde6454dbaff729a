package dev.membersync.accelevents;

import dev.membersync.accelevents.model.OrderForm;
import dev.membersync.client.Call;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * The registration forms of one event by ticket type, each read once and shared.
 *
 * <p>A form can only be read from an order, so it is unknown until the first order of its type. Nothing expires by itself; {@code refresh} forgets. Safe for many
 * threads; of several first readers one calls and the others wait for it.
 */
public final class FormBook {
    private final LongFunction<Call<OrderForm>> read;
    private final Map<Long, RegistrationForm> forms = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    FormBook(LongFunction<Call<OrderForm>> read) {
        this.read = read;
    }

    /** The form of a ticket type when it was read before; never calls. */
    public Optional<RegistrationForm> known(long ticketTypeId) {
        return Optional.ofNullable(forms.get(ticketTypeId));
    }

    /** The form of a ticket type; when it is not known it is read from this open order of that type. Fails as the read does. */
    public RegistrationForm of(long ticketTypeId, long orderId) {
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
    public void refresh(long ticketTypeId) {
        forms.remove(ticketTypeId);
    }

    /** Forgets every form. */
    public void refresh() {
        forms.clear();
    }
}
