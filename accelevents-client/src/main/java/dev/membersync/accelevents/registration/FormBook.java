package dev.membersync.accelevents.registration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.membersync.accelevents.form.FormCatalogue;
import dev.membersync.accelevents.form.HolderForm;
import dev.membersync.accelevents.form.OrderForm;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.client.Call;
import dev.membersync.client.error.AuthException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The registration forms of one event by ticket type, each read once and shared.
 *
 * <p>A form can only be read from an order, so it is unknown until the first order of its type. Nothing expires by itself; {@code refresh} forgets. Safe for many
 * threads; of several first readers one calls and the others wait for it.
 */
public final class FormBook {
    private final Function<OrderId, Call<OrderForm>> read;
    private final Call<FormCatalogue> readCatalogue;
    private final Map<TicketTypeId, RegistrationForm> forms = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable FormCatalogue catalogue;

    FormBook(Function<OrderId, Call<OrderForm>> read, Call<FormCatalogue> readCatalogue) {
        this.read = read;
        this.readCatalogue = readCatalogue;
    }

    /** The form of a ticket type when it was read before; never calls. */
    public Optional<RegistrationForm> known(TicketTypeId ticketTypeId) {
        return Optional.ofNullable(forms.get(ticketTypeId));
    }

    /** Those of the forms that were read before; never calls. */
    Map<TicketTypeId, RegistrationForm> known(Set<TicketTypeId> types) {
        return forms.entrySet().stream()
                .filter(form -> types.contains(form.getKey()))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The event's catalogue, read once; without fields when the caller may not see it, which a key without the host role may not (4030201). */
    FormCatalogue catalogue() {
        var known = catalogue;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = catalogue;
            if (known == null) {
                known = mayRead();
                catalogue = known;
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    private FormCatalogue mayRead() {
        try {
            return readCatalogue.execute();
        } catch (AuthException notHost) {
            return new FormCatalogue(List.of(), Map.of());
        }
    }

    /**
     * The forms of the tickets of an order, which are read from it when one of them is not known.
     *
     * @param quantities how many tickets of each type the order has, in the order it named them
     * @throws IllegalStateException when the vendor's form does not tell which type one of its tickets has
     */
    AskedForms of(Map<TicketTypeId, Integer> quantities, OrderId orderId) {
        var tickets = new ArrayList<TicketTypeId>();
        quantities.forEach((type, number) -> tickets.addAll(Collections.nCopies(number, type)));
        var shared = known(quantities.keySet());
        if (shared.size() == quantities.size()) {
            return new AskedForms(shared, tickets, false);
        }
        reading.lock();
        try {
            shared = known(quantities.keySet());
            return shared.size() == quantities.size()
                    ? new AskedForms(shared, tickets, false)
                    : learn(read.apply(orderId).execute(), tickets);
        } finally {
            reading.unlock();
        }
    }

    private AskedForms learn(OrderForm form, List<TicketTypeId> tickets) {
        var listed = new ArrayList<TicketTypeId>();
        for (var holder : form.holders()) {
            var type = typeOf(holder, tickets).orElseGet(() -> inPlace(form, tickets, listed.size()));
            listed.add(type);
            forms.put(type, RegistrationForm.of(form, holder));
        }
        if (form.holders().isEmpty()) {
            var nothing = new HolderForm(List.of(), List.of(), List.of(), Map.of());
            tickets.forEach(type -> forms.put(type, RegistrationForm.of(form, nothing)));
        }
        var asked = known(Set.copyOf(tickets));
        if (!asked.keySet().containsAll(tickets)) {
            throw unclear(form);
        }
        var expired = form.remainingSeconds().orElse(1) <= 0;
        return new AskedForms(asked, sameTickets(listed, tickets) ? listed : tickets, expired);
    }

    /** Each field says which type asks for it (DOC). */
    private static Optional<TicketTypeId> typeOf(HolderForm holder, List<TicketTypeId> tickets) {
        return Stream.concat(holder.attributes().stream(), holder.questions().stream())
                .map(field -> String.valueOf(field.extra().get("eventTicketTypeId")))
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new TicketTypeId(Long.parseLong(id)))
                .filter(tickets::contains)
                .findFirst();
    }

    /** Where the fields do not say it, the tickets are believed to stand as the order named them, if all of them are there or all are alike. */
    private static TicketTypeId inPlace(OrderForm form, List<TicketTypeId> tickets, int place) {
        if (Set.copyOf(tickets).size() == 1) {
            return tickets.get(0);
        }
        if (form.holders().size() == tickets.size()) {
            return tickets.get(place);
        }
        throw unclear(form);
    }

    private static boolean sameTickets(Collection<TicketTypeId> left, Collection<TicketTypeId> right) {
        return left.stream()
                .map(TicketTypeId::value)
                .sorted()
                .toList()
                .equals(right.stream().map(TicketTypeId::value).sorted().toList());
    }

    private static IllegalStateException unclear(OrderForm form) {
        return new IllegalStateException("the form of order " + form.orderId()
                + " does not tell the ticket types of its tickets apart: register them in orders of one type each");
    }

    /** Forgets the form of a ticket type, so that its next order reads it again. */
    public void refresh(TicketTypeId ticketTypeId) {
        forms.remove(ticketTypeId);
    }

    /** Forgets every form, and the catalogue. */
    public void refresh() {
        forms.clear();
        catalogue = null;
    }
}
