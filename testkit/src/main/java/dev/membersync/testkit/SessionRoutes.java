package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sessions of an event and who came to them. A PUT replaces the whole session and answers an empty 200 (SPEC, LIVE). */
final class SessionRoutes {
    private final AcceleventsState state;

    SessionRoutes(AcceleventsState state) {
        this.state = state;
    }

    Routes addTo(Routes routes) {
        String sessions = "/rest/host/event/{e}/session";
        return routes.add(Operation.list("sessions.agenda", "/rest/events/{e}/session"), this::agenda)
                .add(Operation.list("sessions.list", sessions), this::list)
                .add(Operation.read("sessions.get", sessions + "/{id}"), this::read)
                .add(Operation.write("sessions.create", "POST", sessions), this::create)
                .add(Operation.write("sessions.update", "PUT", sessions + "/{id}"), this::replace)
                .add(Operation.read("sessions.attendance", "/rest/host/session/{id}/attendee"), this::attendance);
    }

    /** What attendees see: hidden sessions are left out (INFER). */
    private FakeReply agenda(Visit visit) {
        List<FakeRecord> shown = all(visit).stream()
                .filter(session -> !session.text("status").orElse("").equals("HIDDEN"))
                .toList();
        return page(visit, shown);
    }

    private FakeReply list(Visit visit) {
        return page(visit, all(visit));
    }

    private List<FakeRecord> all(Visit visit) {
        return List.copyOf(state.event(visit).programme().sessions().values());
    }

    private static FakeReply page(Visit visit, List<FakeRecord> sessions) {
        String search = visit.request().parameter("searchString").orElse("").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = sessions.stream()
                .filter(session -> session.text("title")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .map(ProgrammeFields.SESSION::row)
                .toList();
        return Paging.reply(visit, found, sessions.size());
    }

    private FakeReply read(Visit visit) {
        return FakeReply.json(
                200, ProgrammeFields.SESSION.row(state.event(visit).programme().session(visit.number("id"))));
    }

    private FakeReply create(Visit visit) {
        EventState event = state.event(visit);
        JsonObject body = visit.body();
        ProgrammeFields.requireSession(body);
        long id = state.nextProgrammeId();
        event.programme().sessions().put(id, session(id, body));
        state.wrote(visit.now(), "session-create", event, "sessionId", id);
        return FakeReply.json(200, id);
    }

    private FakeReply replace(Visit visit) {
        EventState event = state.event(visit);
        long id = event.programme().session(visit.number("id")).number();
        JsonObject body = visit.body();
        ProgrammeFields.requireSession(body);
        ProgrammeFields.require(body, "format", "ticketTypesThatCanBeRegistered");
        event.programme().sessions().put(id, session(id, body));
        state.wrote(visit.now(), "session-update", event, "sessionId", id);
        return new FakeReply(200, Map.of(), new byte[0], Ending.COMPLETE, Duration.ZERO);
    }

    private static FakeRecord session(long id, JsonObject body) {
        return new FakeRecord(String.valueOf(id), ProgrammeFields.SESSION.in(body));
    }

    /** The page names these facts (DOC) and not their keys: the keys are MODEL, a bare array too. */
    private FakeReply attendance(Visit visit) {
        long id = visit.number("id");
        EventState event = state.events().values().stream()
                .filter(one -> one.programme().sessions().containsKey(id))
                .findAny()
                .orElseThrow(ProgrammeState::sessionNotFound);
        return FakeReply.json(
                200,
                event.programme().attendance(id).entrySet().stream()
                        .filter(entry -> event.holds(entry.getKey()))
                        .map(entry -> row(event.ticket(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Map<String, Object> row(FakeTicket ticket, boolean attended) {
        return Json.map(
                "attended", attended,
                "email", ticket.email(),
                "engagement", attended ? 1 : 0,
                "eventTicketId", ticket.id(),
                "firstName", ticket.firstName(),
                "lastName", ticket.lastName(),
                "phoneNumber", null,
                "registrationDate", VendorDates.monthFirst(ticket.createdAt()),
                "userId", null);
    }
}
