package dev.membersync.accelevents.event;

import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.client.Call;

/** What one event says of itself, in three views. Safe for many threads. */
public final class EventViews {
    private final EventWire event;

    /** The views of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public EventViews(EventWire event) {
        this.event = event;
    }

    /** The host's view of event and design. Safety READ. Source: R:event-and-design-details (DOC), keys INFER. */
    public Call<EventDetails> host() {
        return view("events.host");
    }

    /** The event's page. The reply carries a session token, which is dropped unread. Safety READ. Source: R:event-data-with-design-details (DOC). */
    public Call<EventDetails> page() {
        return view("events.get");
    }

    /** The event's page from the vendor's cache, so perhaps not of this minute. Safety READ. Source: R:get-virtual-event-settings-1 (DOC). */
    public Call<EventDetails> cached() {
        return view("events.cached");
    }

    private Call<EventDetails> view(String operation) {
        return event.call(operation).reader(EventReaders::details);
    }
}
