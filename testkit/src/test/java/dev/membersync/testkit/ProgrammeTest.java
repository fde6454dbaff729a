package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTest {
    private static final String SPEAKERS = "/rest/host/event/" + EVENT + "/speaker";
    private static final String SESSIONS = "/rest/host/event/" + EVENT + "/session";

    private final Accelevents vendor = new Accelevents();
    private final FakeProgramme programme = vendor.event.programme();

    private long ada() {
        return programme.addSpeaker("Ada", "Lovelace", "ada@example.com");
    }

    private long opening() {
        return programme.addSession("Opening", "2026/12/01 09:00", "2026/12/01 10:00");
    }

    private FakeReply replaceSpeaker(long id, String email, Object... more) {
        Map<String, Object> body = Json.map("speakerId", id, "firstName", "Ada", "lastName", "King", "email", email);
        body.putAll(Json.map(more));
        return vendor.send("PUT", SPEAKERS + "/" + id, text(body));
    }

    private static Map<String, Object> session(String title, Object... more) {
        Map<String, Object> body =
                Json.map("title", title, "startTime", "2026/12/01 09:00", "endTime", "2026/12/01 10:00");
        body.putAll(Json.map(more));
        return body;
    }

    private static List<String> titles(FakeReply reply) {
        return object(reply).objects("data").stream()
                .map(row -> row.text("title", ""))
                .toList();
    }

    @Test
    void theSpeakerListIsAPageLabelledAsText() {
        for (int i = 0; i < 12; i++) {
            programme.addSpeaker("S" + i, "X", "s" + i + "@example.com");
        }

        FakeReply second = vendor.get(SPEAKERS + "?page=1");
        JsonObject page = object(second);

        assertThat(second.headers().get("content-type")).startsWith("text/plain");
        assertThat(page.keys()).containsExactlyInAnyOrder("recordsTotal", "recordsFiltered", "data", "error");
        assertThat(page.objects("data"))
                .extracting(row -> row.text("firstName", ""))
                .containsExactly("S10", "S11");
        assertThat(page.whole("recordsTotal")).hasValue(12);
    }

    @Test
    void speakersAreSearched() {
        ada();
        programme.addSpeaker("Bob", "Ray", "bob@example.com");

        JsonObject page = object(vendor.get(SPEAKERS + "?searchString=LOVE"));

        assertThat(page.objects("data"))
                .extracting(row -> row.text("firstName", ""))
                .containsExactly("Ada");
        assertThat(page.whole("recordsFiltered")).hasValue(1);
        assertThat(page.whole("recordsTotal")).hasValue(2);
    }

    @Test
    void aSpeakerIsCreatedAndTheAnswerIsABareNumber() {
        FakeReply reply =
                vendor.send("POST", SPEAKERS, "{\"firstName\":\"Ada\",\"lastName\":\"L\",\"email\":\"a@example.com\"}");

        assertThat(reply.text()).matches("\\d+");
        assertThat(programme.speaker(Long.parseLong(reply.text())).orElseThrow().text("email"))
                .hasValue("a@example.com");
        assertThat(vendor.fake.writes().count("speaker-create")).isEqualTo(1);
    }

    @Test
    void aKnownEmailMakesNoSecondSpeaker() {
        ada();

        assertThat(code(vendor.send("POST", SPEAKERS, "{\"email\":\"ADA@example.com\"}")))
                .isEqualTo("4068906");
        assertThat(programme.speakers()).hasSize(1);
    }

    @Test
    void replacingASpeakerWipesWhatItLeavesOut() {
        long id = ada();
        programme.editSpeaker(
                id,
                speaker ->
                        speaker.with("bio", "Countess").with("moderator", true).with("userId", 9));

        FakeReply reply = replaceSpeaker(id, "ada@example.com", "company", "Analytical");

        JsonObject row = object(vendor.get(SPEAKERS)).objects("data").get(0);
        assertThat(object(reply).text("message")).hasValue("Speaker updated");
        assertThat(row.isNull("bio")).isTrue();
        assertThat(row.text("moderator")).hasValue("false");
        assertThat(row.text("company")).hasValue("Analytical");
        assertThat(row.whole("userId")).hasValue(9);
    }

    @Test
    void theEmailOfASpeakerWhoLoggedInIsFrozen() {
        long id = ada();
        programme.editSpeaker(id, speaker -> speaker.with("loggedInAtVEH", true));

        assertThat(code(replaceSpeaker(id, "king@example.com"))).isEqualTo("4090121");
        assertThat(replaceSpeaker(id, "ada@example.com").status()).isEqualTo(200);
        assertThat(code(replaceSpeaker(id, "king@example.com"))).isEqualTo("4090121");
    }

    @Test
    void aSpeakerNobodyKnowsHasItsCode() {
        assertThat(code(replaceSpeaker(7, "ada@example.com"))).isEqualTo("404801");
    }

    @Test
    void speakersComeWithTheirSessions() {
        long id = ada();
        programme.editSession(opening(), session -> session.with("speakerList", List.of(Json.map("speakerId", id))));
        programme.addSession("Other", "2026/12/01 11:00", "2026/12/01 12:00");

        JsonObject row = Json.objects(
                        vendor.get(SPEAKERS + "/speakerWithSessions").body())
                .get(0);

        assertThat(row.objects("sessionDTO"))
                .extracting(session -> session.text("title", ""))
                .containsExactly("Opening");
    }

    @Test
    void aSessionIsCreatedAndReadByItsBareId() {
        FakeReply made = vendor.send("POST", SESSIONS, text(session("Opening", "capacity", 30)));

        JsonObject read = object(vendor.get(SESSIONS + "/" + made.text()));
        assertThat(read.text("sessionId")).hasValue(made.text());
        assertThat(read.whole("capacity")).hasValue(30);
        assertThat(read.text("startTime")).hasValue("2026/12/01 09:00");
    }

    @Test
    void replacingASessionWipesWhatItLeavesOutAndAnswersNothing() {
        long id = opening();
        programme.editSession(id, session -> session.with("description", "Welcome"));
        Map<String, Object> body =
                session("Start", "format", "MAIN_STAGE", "ticketTypesThatCanBeRegistered", List.of());

        FakeReply reply = vendor.send("PUT", SESSIONS + "/" + id, text(body));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(programme.session(id).orElseThrow().text("title")).hasValue("Start");
        assertThat(programme.session(id).orElseThrow().text("description")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "startTime", "endTime", "format", "ticketTypesThatCanBeRegistered"})
    void replacingASessionNeeds(String field) {
        long id = opening();
        Map<String, Object> body =
                session("Start", "format", "MAIN_STAGE", "ticketTypesThatCanBeRegistered", List.of());
        body.remove(field);

        assertThat(vendor.send("PUT", SESSIONS + "/" + id, text(body)).status()).isEqualTo(400);
        assertThat(programme.session(id).orElseThrow().text("title")).hasValue("Opening");
    }

    @Test
    void aSessionInAnotherLayoutOfDateIsRefused() {
        Map<String, Object> body = session("Opening", "startTime", "01/12/2026 09:00:00");

        assertThat(vendor.send("POST", SESSIONS, text(body)).status()).isEqualTo(400);
    }

    @Test
    void aSessionNobodyKnowsHasItsCode() {
        assertThat(code(vendor.get(SESSIONS + "/7"))).isEqualTo("404800");
        assertThat(code(vendor.get("/rest/host/session/7/attendee"))).isEqualTo("404800");
    }

    @Test
    void hiddenSessionsAreListedForTheHostAlone() {
        opening();
        long secret = programme.addSession("Secret", "2026/12/01 11:00", "2026/12/01 12:00");
        programme.editSession(secret, session -> session.with("status", "HIDDEN"));

        assertThat(titles(vendor.get(SESSIONS))).containsExactly("Opening", "Secret");
        assertThat(titles(vendor.get("/rest/events/" + EVENT + "/session"))).containsExactly("Opening");
    }

    @Test
    void theAttendanceOfASessionNamesWhoCameAndWhoDidNot() {
        long id = opening();
        FakeTicket ada = vendor.event.addAttendee(vendor.free, "Ada", "Lovelace", "ada@example.com");
        FakeTicket bob = vendor.event.addAttendee(vendor.free, "Bob", "Ray", "bob@example.com");
        programme.attend(id, ada.id(), true);
        programme.attend(id, bob.id(), false);

        var rows = Json.objects(
                vendor.get("/rest/host/session/" + id + "/attendee").body());

        assertThat(rows)
                .extracting(row -> row.text("email", "") + " " + row.flag("attended"))
                .containsExactly("ada@example.com true", "bob@example.com false");
    }

    @Test
    void anAttendeeHasANetworkingProfile() {
        FakeTicket ada = vendor.event.addAttendee(vendor.free, "Ada", "Lovelace", "ada@example.com");
        vendor.event.answer(ada.id(), "Organization", "Analytical Society");

        JsonObject profile = object(vendor.get("/rest/event/" + EVENT + "/attendee/" + ada.attendeeId()));

        assertThat(profile.text("email")).hasValue("ada@example.com");
        assertThat(profile.text("company")).hasValue("Analytical Society");
        assertThat(profile.text("acceptMeetingRequests")).hasValue("EVERY_ONE");
        assertThat(code(vendor.get("/rest/event/" + EVENT + "/attendee/none"))).isEqualTo("4040100");
    }
}
