package dev.membersync.accelevents.session;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.id.SessionId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.Pages;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Person;
import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sessions of an event. Safe for many threads. */
public final class Sessions {
    private static final int PAGE = 100;
    private static final List<String> NEEDED =
            List.of("title", "startTime", "endTime", "format", "ticketTypesThatCanBeRegistered");

    private final EventWire event;

    /** The sessions of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Sessions(EventWire event) {
        this.event = event;
    }

    /** The sessions as attendees see them, with speakers, tracks and tags, by page from zero. Safety READ. Source: AIE (LIVE). */
    public Paged<Session> agenda() {
        return sessions("sessions.agenda", call -> call.query("expand", "SPEAKER,TRACK,TAG"));
    }

    /** The sessions as hosts see them, by page from zero. Safety READ. Source: page R:get-all-sessions-1, use 3RD. */
    public Paged<Session> list() {
        return sessions("sessions.list", UnaryOperator.identity());
    }

    /** One session with all its fields: what to read before an update. Safety READ. Source: R:get-session-by-id (DOC). */
    public Call<Session> get(SessionId sessionId) {
        return event.call("sessions.get")
                .path("id", sessionId)
                .reader(body -> Json.row(
                        body,
                        List.of("data"),
                        row -> new Session(
                                Ids.known(row, SessionId::new, "sessionId", "id")
                                        .orElse(sessionId),
                                row.whole())));
    }

    /** Creates a session; the reply is a bare number. Safety ONCE_ONLY. Source: R:create-session (SPEC). */
    public Call<SessionId> create(SessionDraft draft) {
        return event.call("sessions.create")
                .json(draft.fields())
                .reader(body -> new SessionId(Acknowledgements.id(body, "sessionId", "id")));
    }

    /**
     * Writes a session back whole; the reply is empty. Change one that {@link #get} read: rows of the lists may be shortened. Safety IDEMPOTENT_WRITE. Source:
     * R:update-session (SPEC), AIE (LIVE).
     *
     * @throws IllegalArgumentException when title, times, format or {@code ticketTypesThatCanBeRegistered} is not among the fields
     */
    public Call<Acknowledgement> update(Session session) {
        return event.call("sessions.update")
                .path("id", session.id())
                .json(Records.complete("session", session.fields(), NEEDED))
                .reader(Acknowledgements::read);
    }

    /** Who registered for a session and who came. Safety READ. Source: R:get-attendee-data-for-session-by-session-id (DOC), keys and envelope INFER. */
    public Call<List<SessionAttendance>> attendance(SessionId sessionId) {
        return event.wire()
                .call("sessions.attendance")
                .path("sessionId", sessionId)
                .reader(body -> Pages.rows(body, Sessions::attendance));
    }

    private Paged<Session> sessions(String operation, UnaryOperator<CallBuilder> query) {
        return event.wire()
                .list(
                        call -> query.apply(call.path("e", event.url())),
                        operation,
                        PAGE,
                        false,
                        row -> new Session(new SessionId(Ids.number(row, "sessionId", "id")), row.whole()),
                        session -> session.id().toString());
    }

    private static SessionAttendance attendance(Fields row) {
        return new SessionAttendance(
                new Person(
                        row.text("firstName", "attendeeFirstName").orElse(""),
                        row.text("lastName", "attendeeLastName").orElse(""),
                        row.text("email", "attendeeEmail").orElse("")),
                row.flag("attended", "isAttended"),
                Ids.knownText(row, EventTicketId::new, "eventTicketId", "eventTicketingId"),
                Ids.known(row, PlatformUserId::new, "userId"),
                row.rest());
    }
}
