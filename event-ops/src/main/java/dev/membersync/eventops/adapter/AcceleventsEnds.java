package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.event.EventDetails;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.eventops.privacy.EventEnds;
import dev.membersync.sync.store.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When events end, as their page says: one call for each. Of an occurrence of a recurring event the page does not say it, and
 * of an event that is gone nobody does. Not thread-safe.
 */
public final class AcceleventsEnds implements EventEnds {
    private final AcceleventsClient client;
    private final Map<String, Optional<Instant>> known = new HashMap<>();

    private AcceleventsEnds(AcceleventsClient client) {
        this.client = client;
    }

    /** The events of this organisation. */
    public static AcceleventsEnds of(AcceleventsClient client) {
        return new AcceleventsEnds(client);
    }

    @Override
    public Optional<Instant> of(Scope scope) {
        return scope.occurrence().isEmpty() ? known.computeIfAbsent(scope.event(), this::read) : Optional.empty();
    }

    private Optional<Instant> read(String url) {
        try {
            EventDetails page = client.event(url).details().page().execute();
            return page.ends().at(zone(page.zone()));
        } catch (NotFoundException | RejectedException gone) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
