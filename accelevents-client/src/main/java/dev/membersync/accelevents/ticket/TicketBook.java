package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.client.Call;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The ticket settings of one event, read once and shared.
 *
 * <p>Nothing expires by itself: names and prices change rarely, places left change with every sale. Call {@link #refresh()} before a decision that depends on
 * places. Safe for many threads; of several first readers one calls and the others wait for it.
 */
public final class TicketBook {
    private final Call<TicketSettings> read;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable TicketSettings settings;

    /** A book that reads with this call. */
    public TicketBook(Call<TicketSettings> read) {
        this.read = read;
    }

    /** The settings as last read; the first use reads them. Fails as the read does. */
    public TicketSettings settings() {
        var known = settings;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = settings;
            return known != null ? known : refresh();
        } finally {
            reading.unlock();
        }
    }

    /** Reads the settings now and shares them from here on. */
    public TicketSettings refresh() {
        var fresh = read.execute();
        settings = fresh;
        return fresh;
    }

    /** A ticket type by id; one that is not known is looked for once more in fresh settings. */
    public Optional<TicketType> type(TicketTypeId ticketTypeId) {
        var known = settings().type(ticketTypeId);
        return known.isPresent() ? known : refresh().type(ticketTypeId);
    }
}
