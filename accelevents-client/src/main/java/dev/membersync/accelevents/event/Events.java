package dev.membersync.accelevents.event;

import dev.membersync.accelevents.internal.Pages;
import dev.membersync.accelevents.internal.Sizes;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.client.Call;
import dev.membersync.client.Experimental;
import dev.membersync.client.Paged;
import java.util.List;

/** The events of an organisation and its organisers. Safe for many threads. */
public final class Events {
    private final Wire wire;

    /** The events of this organisation. */
    @SuppressWarnings("exports") // made by the client alone
    public Events(Wire wire) {
        this.wire = wire;
    }

    /**
     * Creates an event with the vendor's defaults: US dollars, New York time, listed as PREVIEW, with a generated address (DOC). Safety ONCE_ONLY. Source:
     * R:create-new-event (DOC), reply INFER.
     *
     * @param whiteLabelUrl the enterprise account, or empty
     * @param organizerPageUrl the organiser's page, or empty
     */
    public Call<EventDetails> create(String whiteLabelUrl, String organizerPageUrl) {
        return wire.call("events.create")
                .query("whiteLabelUrl", Wire.orNone(whiteLabelUrl))
                .query("organizerPageUrl", Wire.orNone(organizerPageUrl))
                .reader(EventReaders::created);
    }

    /** The organisers of whoever asks. Safety READ. Source: R:get-list-of-organizers-of-logged-in-user (DOC). */
    public Call<List<Organizer>> organizers() {
        return wire.call("organizers.list").reader(body -> Pages.rows(body, EventReaders::organizer));
    }

    /**
     * The public events of an organiser, ticket types among their other fields. Safety READ. Source: R:get-organizer-events (DOC); the tail of the path is cut off there.
     *
     * @param organizerUrl the last part of the organiser's page
     * @param past past events or those to come
     */
    public Call<List<EventDetails>> ofOrganizer(String organizerUrl, boolean past) {
        return wire.call("organizers.events")
                .path("organizerUrl", organizerUrl)
                .path("pastEvent", past)
                .reader(body -> Pages.rows(body, EventReaders::details));
    }

    /**
     * The events of an enterprise account, on the path of 2017: today's page hides its own, and takes past or coming events apart (DOC), where this one says nothing of it.
     * Rows are told apart by address. Safety READ. Source: WEB17 (OLD), rows R:get-list-of-events-of-white-label (DOC).
     *
     * @param pageSize rows of one page, 1 to 1000
     */
    @Experimental
    public Paged<EventDetails> ofWhiteLabel(String whiteLabelUrl, int pageSize) {
        Sizes.check(pageSize);
        return wire.list(
                call -> call.path("whiteLabelURL", whiteLabelUrl),
                "events.ofWhiteLabel",
                pageSize,
                false,
                EventReaders::details,
                EventDetails::url);
    }
}
