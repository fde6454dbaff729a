package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The speakers of an event. Replies are labelled {@code text/plain} as the list's is (SPEC); a PUT replaces the whole speaker (SPEC, LIVE). */
final class SpeakerRoutes {
    private final AcceleventsState state;

    SpeakerRoutes(AcceleventsState state) {
        this.state = state;
    }

    Routes addTo(Routes routes) {
        String speakers = "/rest/host/event/{e}/speaker";
        return routes.add(Operation.list("speakers.list", speakers), this::list)
                .add(Operation.read("speakers.withSessions", speakers + "/speakerWithSessions"), this::withSessions)
                .add(Operation.write("speakers.create", "POST", speakers), this::create)
                .add(Operation.write("speakers.update", "PUT", speakers + "/{id}"), this::replace);
    }

    private FakeReply list(Visit visit) {
        var all = state.event(visit).programme().speakers().values();
        String search = visit.request().parameter("searchString").orElse("").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = all.stream()
                .filter(speaker -> mentions(speaker, search))
                .map(ProgrammeFields.SPEAKER::row)
                .toList();
        return Paging.reply(visit, found, all.size()).with("content-type", "text/plain;charset=UTF-8");
    }

    private static boolean mentions(FakeRecord speaker, String search) {
        return List.of("firstName", "lastName", "email", "company").stream()
                .anyMatch(name ->
                        speaker.text(name).orElse("").toLowerCase(Locale.ROOT).contains(search));
    }

    /** MODEL: a bare array in which {@code sessionDTO} is the list of a speaker's sessions. */
    private FakeReply withSessions(Visit visit) {
        ProgrammeState programme = state.event(visit).programme();
        return FakeReply.json(
                200,
                programme.speakers().values().stream()
                        .map(speaker -> {
                            Map<String, Object> row = ProgrammeFields.SPEAKER.row(speaker);
                            row.put("sessionDTO", sessions(programme, speaker.id()));
                            return row;
                        })
                        .toList());
    }

    private static List<Map<String, Object>> sessions(ProgrammeState programme, String speakerId) {
        return programme.sessions().values().stream()
                .filter(session -> session.values().get("speakerList") instanceof List<?> speakers
                        && speakers.stream().anyMatch(entry -> speakerId.equals(speakerId(entry))))
                .map(ProgrammeFields.SESSION::row)
                .toList();
    }

    private static String speakerId(@Nullable Object entry) {
        return String.valueOf(entry instanceof Map<?, ?> speaker ? speaker.get("speakerId") : entry);
    }

    private FakeReply create(Visit visit) {
        EventState event = state.event(visit);
        JsonObject body = visit.body();
        event.programme().requireNewSpeaker(-1, body.text("email", ""));
        long id = state.nextProgrammeId();
        FakeRecord speaker = new FakeRecord(String.valueOf(id), ProgrammeFields.SPEAKER.in(body));
        event.programme().speakers().put(id, speaker);
        state.wrote(visit.now(), "speaker-create", event, "speakerId", id);
        return FakeReply.json(200, id);
    }

    /** What the service itself knows, the account and whether it logged in, no body takes away. */
    private FakeReply replace(Visit visit) {
        EventState event = state.event(visit);
        long id = visit.number("id");
        FakeRecord before = event.programme().speaker(id);
        JsonObject body = visit.body();
        ProgrammeFields.require(body, "speakerId", "firstName", "lastName", "email");
        if (body.whole("speakerId").orElse(-1) != id) {
            throw new IllegalArgumentException("speakerId must be that of the path");
        }
        String email = body.text("email", "");
        boolean frozen = Boolean.TRUE.equals(before.values().get("loggedInAtVEH"));
        if (frozen && !email.equalsIgnoreCase(before.text("email").orElse(""))) {
            throw VendorError.of("4090121", "The speaker has logged in, the email cannot be changed");
        }
        event.programme().requireNewSpeaker(id, email);
        Map<String, @Nullable Object> next = ProgrammeFields.SPEAKER.in(body);
        next.put("userId", before.values().get("userId"));
        next.put("loggedInAtVEH", before.values().get("loggedInAtVEH"));
        event.programme().speakers().put(id, new FakeRecord(before.id(), next));
        state.wrote(visit.now(), "speaker-update", event, "speakerId", id);
        return FakeReply.json(200, Json.map("type", "Success", "message", "Speaker updated"));
    }
}
