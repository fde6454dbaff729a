package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.value.Extras;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ticket types of an event with their stock, as staff see them.
 *
 * @param types the ticket types in the order of the reply
 * @param extra every other field of the reply
 */
public record TicketSettings(List<TicketType> types, Map<String, Object> extra) {
    public TicketSettings {
        types = List.copyOf(types);
        extra = Extras.copy(extra);
    }

    /** The ticket type with this id. */
    public Optional<TicketType> type(TicketTypeId id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /** All ticket types with this name, without regard to case and outer blanks; names are not unique at the vendor. */
    public List<TicketType> named(String name) {
        return types.stream()
                .filter(type -> type.name().strip().equalsIgnoreCase(name.strip()))
                .toList();
    }
}
