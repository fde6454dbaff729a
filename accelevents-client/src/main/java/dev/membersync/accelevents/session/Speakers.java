package dev.membersync.accelevents.session;

import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.id.SpeakerId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.Pages;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The speakers of an event. Safe for many threads. */
public final class Speakers {
    private static final List<String> NEEDED = List.of("firstName", "lastName", "email");

    private final EventWire event;

    /** The speakers of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Speakers(EventWire event) {
        this.event = event;
    }

    /** Every speaker; see {@link #list(SpeakerQuery)}. */
    public Paged<Speaker> list() {
        return list(SpeakerQuery.ALL);
    }

    /** Speakers by page from zero, each with all its fields. Safety READ. Source: R:get-all-speakers (SPEC); the JSON may travel as text/plain. */
    public Paged<Speaker> list(SpeakerQuery query) {
        return event.wire()
                .list(
                        call -> call.path("e", event.url())
                                .query("searchString", Wire.orNone(query.search()))
                                .query(
                                        "eventId",
                                        query.eventId().map(EventId::value).orElse(null))
                                .query("expand", Wire.orNone(String.join(",", query.expand()))),
                        "speakers.list",
                        query.pageSize(),
                        !query.search().isEmpty(),
                        Speakers::row,
                        speaker -> speaker.id().toString());
    }

    /** Every speaker with the sessions they speak at, in one reply. Safety READ. Source: R:get-all-speakers-with-associated-session (SPEC), envelope INFER. */
    public Call<List<Speaker>> withSessions() {
        return event.call("speakers.withSessions").reader(body -> Pages.rows(body, Speakers::row));
    }

    /** Creates a speaker; the reply is a bare number. Safety ONCE_ONLY. Source: R:create-speaker (SPEC). Fails with code 4068906 as the vendor refuses. */
    public Call<SpeakerId> create(SpeakerDraft draft) {
        return event.call("speakers.create")
                .json(draft.fields())
                .reader(body -> new SpeakerId(Acknowledgements.id(body, "speakerId", "id")));
    }

    /**
     * Writes a speaker back whole; a field that is left out would be wiped, so change one that was read. Safety IDEMPOTENT_WRITE. Source: R:update-speaker (SPEC), AIE
     * (LIVE).
     *
     * @throws IllegalArgumentException when first name, last name or e-mail is not among the fields
     */
    public Call<Acknowledgement> update(Speaker speaker) {
        var body = new LinkedHashMap<String, @Nullable Object>(Records.complete("speaker", speaker.fields(), NEEDED));
        body.putIfAbsent("speakerId", speaker.id().value());
        return event.call("speakers.update").path("id", speaker.id()).json(body).reader(Acknowledgements::read);
    }

    static Speaker row(Fields row) {
        return new Speaker(new SpeakerId(Ids.number(row, "speakerId", "id")), row.whole());
    }
}
