package dev.membersync.accelevents.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.SessionId;
import dev.membersync.accelevents.model.Acknowledgement;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class SessionContractTest extends ContractTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 4, 9, 0);
    private static final String OPENING =
            "{'sessionId':5,'title':'Opening','startTime':'2026/03/04 09:00','endTime':'2026/03/04 10:30','format':'MAIN_STAGE','tags':[]}";

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("sessions.agenda", event -> event.sessions().agenda())
                        .sends("GET /rest/events/spring%20summit/session?expand=SPEAKER%2CTRACK%2CTAG&page=0&size=100")
                        .answers(200, "{'data':[" + OPENING + "],'recordsTotal':1}")
                        .gives(Session.class, SessionContractTest::isOpening),
                Contract.ofEvent("sessions.list", event -> event.sessions().list())
                        .sends("GET /rest/host/event/spring%20summit/session?page=0&size=100")
                        .answers(200, "{'data':[" + OPENING + "],'recordsTotal':1}")
                        .gives(Session.class, SessionContractTest::isOpening),
                Contract.ofEvent("sessions.get", event -> event.sessions().get(new SessionId(5)))
                        .sends("GET /rest/host/event/spring%20summit/session/5")
                        .answers(200, OPENING)
                        .gives(Session.class, SessionContractTest::isOpening),
                Contract.ofEvent(
                                "sessions.create",
                                event -> event.sessions()
                                        .create(SessionDraft.of("Opening", NINE, NINE.plusMinutes(90))
                                                .withFormat(SessionFormat.MAIN_STAGE)
                                                .with("capacity", 40)))
                        .sends(
                                "POST /rest/host/event/spring%20summit/session",
                                "{'title':'Opening','startTime':'2026/03/04 09:00','endTime':'2026/03/04 10:30','format':'MAIN_STAGE','capacity':40}")
                        .answers(200, "5")
                        .gives(SessionId.class, id -> assertThat(id).isEqualTo(new SessionId(5))),
                Contract.ofEvent("sessions.update", event -> event.sessions().update(later()))
                        .sends(
                                "PUT /rest/host/event/spring%20summit/session/5",
                                "{'title':'Opening','startTime':'2026/03/04 10:00','endTime':'2026/03/04 11:00','format':'MAIN_STAGE','ticketTypesThatCanBeRegistered':[1,2]}")
                        .answers(200, "")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEmpty()),
                Contract.ofEvent(
                                "sessions.attendance", event -> event.sessions().attendance(new SessionId(5)))
                        .sends("GET /rest/host/session/5/attendee")
                        .answers(
                                200,
                                "[{'attended':true,'email':'ada@example.org','firstName':'Ada','lastName':'Lovelace','eventTicketId':166,'engagement':3}]")
                        .gives(SessionAttendance.class, row -> {
                            assertThat(row.attended()).contains(true);
                            assertThat(row.eventTicketId()).contains(new EventTicketId("166"));
                            assertThat(row.attendee().email()).isEqualTo("ada@example.org");
                            assertThat(row.extra()).containsOnlyKeys("engagement");
                            assertThat(row).asString().doesNotContain("ada");
                        }));
    }

    private static void isOpening(Session session) {
        assertThat(session.id()).isEqualTo(new SessionId(5));
        assertThat(session.title()).isEqualTo("Opening");
        assertThat(session.starts().local()).contains(NINE);
        assertThat(session.ends().local()).contains(NINE.plusMinutes(90));
        assertThat(session.format()).isEqualTo(new SessionFormat("main stage"));
        assertThat(session.fields()).containsKey("tags");
    }

    private static Session later() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", "Opening");
        fields.put("startTime", "2026/03/04 09:00");
        fields.put("endTime", "2026/03/04 10:30");
        fields.put("format", "MAIN_STAGE");
        fields.put("ticketTypesThatCanBeRegistered", List.of(1, 2));
        return new Session(new SessionId(5), fields).withTimes(NINE.plusHours(1), NINE.plusHours(2));
    }
}
