package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.time.Time;
import dev.membersync.sync.adapter.DeskClosedException;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which systems are halted. Nobody's work is charged with that: it waits, and is tried when a probe succeeds. Thread-safe. */
final class Health {
    /** A system that is down again within this time was never well, and is probed less often each time. */
    private static final Duration RELAPSE = Duration.ofMinutes(10);

    private final Time time;
    private final IncidentBook incidents;
    private final Consumer<LiveEvent> news;
    private final Map<LiveSystem, Outage> down = new EnumMap<>(LiveSystem.class);
    private final Map<LiveSystem, Outage> last = new EnumMap<>(LiveSystem.class);
    private final Map<LiveSystem, Instant> resumed = new EnumMap<>(LiveSystem.class);

    Health(Time time, IncidentBook incidents, Consumer<LiveEvent> news) {
        this.time = time;
        this.incidents = incidents;
        this.news = news;
    }

    /** Whether a failure says that a system is down, not that one of its lists could not be read to its end. */
    static boolean isOfASystem(RuntimeException failure) {
        boolean system = failure instanceof ApiException
                || failure instanceof StoreException
                || failure instanceof DeskClosedException;
        return system && !(failure instanceof PagingException);
    }

    /** Which system a failure is about. */
    static LiveSystem system(RuntimeException failure, TicketDesk desk) {
        if (failure instanceof StoreException) {
            return LiveSystem.STORE;
        }
        boolean right = failure instanceof DeskClosedException
                || (failure instanceof ApiException api && desk.sends(api.operation()));
        return right ? LiveSystem.ACCELEVENTS : LiveSystem.MEMBERSHIPS;
    }

    /** Halts a system. */
    void failed(LiveSystem system, RuntimeException failure) {
        Outage outage;
        synchronized (this) {
            if (down.containsKey(system)) {
                return;
            }
            Instant now = time.instant();
            Instant before = resumed.get(system);
            Outage old = last.get(system);
            int probes = old != null && before != null && now.isBefore(before.plus(RELAPSE)) ? old.probes() + 1 : 0;
            outage = Outage.of(system, failure, probes, now);
            down.put(system, outage);
            last.put(system, outage);
        }
        incidents.raise(outage.incident());
        news.accept(new LiveEvent.Halted(outage.incident()));
    }

    /** Whether everything may be called. */
    synchronized boolean isWell() {
        return down.isEmpty();
    }

    /** What is halted. */
    synchronized List<Outage> outages() {
        return List.copyOf(down.values());
    }

    /** The next system whose probe is due. */
    synchronized Optional<LiveSystem> due() {
        return down.entrySet().stream()
                .filter(outage -> !outage.getValue().nextProbe().isAfter(time.instant()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A probe of a halted system; it works again, or waits longer. */
    void probe(LiveSystem system, Runnable call) {
        try {
            call.run();
        } catch (ApiException | StoreException | DeskClosedException failure) {
            synchronized (this) {
                Outage later = down.get(system);
                if (later != null) {
                    later = later.again(failure, time.instant());
                    down.put(system, later);
                    last.put(system, later);
                }
            }
            return;
        }
        Outage over;
        synchronized (this) {
            over = down.remove(system);
            resumed.put(system, time.instant());
        }
        if (over != null) {
            incidents.end(over.incident());
        }
        news.accept(new LiveEvent.Resumed(system.word()));
    }
}
