package dev.membersync.sync.engine;

import dev.membersync.sync.record.TicketTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The ticket types of an event and the places that a run may still take. Thread-safe. */
final class Places {
    private final Map<String, TicketTypeInfo> types = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> left = new ConcurrentHashMap<>();

    Places(List<TicketTypeInfo> catalogue) {
        catalogue.forEach(type -> {
            types.put(type.id(), type);
            left.put(type.id(), new AtomicLong(type.remaining()));
        });
    }

    TicketTypeInfo type(String id) {
        TicketTypeInfo type = types.get(id);
        if (type == null) {
            throw new IllegalStateException("ticket type " + id + " is mapped and not on sale");
        }
        return type;
    }

    boolean knows(String id) {
        return types.containsKey(id);
    }

    /** Takes one place; false when none is left. */
    boolean take(String id) {
        AtomicLong places = left.get(id);
        return places != null && places.getAndUpdate(now -> now > 0 ? now - 1 : now) > 0;
    }

    /** Gives one place back. */
    void giveBack(String id) {
        left.getOrDefault(id, new AtomicLong()).incrementAndGet();
    }

    /** The vendor says that none is left. */
    void soldOut(String id) {
        left.getOrDefault(id, new AtomicLong()).set(0);
    }
}
