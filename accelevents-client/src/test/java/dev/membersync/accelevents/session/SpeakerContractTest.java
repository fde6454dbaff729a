package dev.membersync.accelevents.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.id.SpeakerId;
import dev.membersync.accelevents.model.Acknowledgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class SpeakerContractTest extends ContractTest {
    private static final String ADA =
            "{'speakerId':7,'firstName':'Ada','lastName':'Lovelace','email':'ada@example.org','linkedIn':'in/ada','bio':null,'position':1000}";

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("speakers.list", event -> event.speakers().list())
                        .sends(
                                "GET /rest/host/event/spring%20summit/speaker?expand=TAG%2CTRACK%2CSPEAKER&page=0&size=100")
                        .answers(200, "{'data':[" + ADA + "],'recordsTotal':1,'recordsFiltered':1,'error':null}")
                        .gives(Speaker.class, SpeakerContractTest::isAda),
                Contract.ofEvent(
                                "speakers.list",
                                event -> event.speakers()
                                        .list(SpeakerQuery.ALL
                                                .withSearch("Ada")
                                                .withExpand("TAG")
                                                .withEventId(new EventId(9))
                                                .withPageSize(10)))
                        .sends(
                                "GET /rest/host/event/spring%20summit/speaker?searchString=Ada&eventId=9&expand=TAG&page=0&size=10")
                        .answers(200, "{'data':[" + ADA + "],'recordsTotal':40,'recordsFiltered':1}")
                        .gives(Speaker.class, SpeakerContractTest::isAda),
                Contract.ofEvent(
                                "speakers.withSessions",
                                event -> event.speakers().withSessions())
                        .sends("GET /rest/host/event/spring%20summit/speaker/speakerWithSessions")
                        .answers(200, "[" + ADA + "]")
                        .gives(Speaker.class, SpeakerContractTest::isAda),
                Contract.ofEvent(
                                "speakers.create",
                                event -> event.speakers()
                                        .create(SpeakerDraft.of("Ada", "Lovelace", "ada@example.org")
                                                .with("moderator", true)))
                        .sends(
                                "POST /rest/host/event/spring%20summit/speaker",
                                "{'firstName':'Ada','lastName':'Lovelace','email':'ada@example.org','moderator':true}")
                        .answers(200, "7")
                        .gives(SpeakerId.class, id -> assertThat(id).isEqualTo(new SpeakerId(7))),
                Contract.ofEvent(
                                "speakers.update",
                                event -> event.speakers()
                                        .update(new Speaker(new SpeakerId(7), SpeakerContractTest.read())
                                                .with("bio", "Countess")))
                        .sends(
                                "PUT /rest/host/event/spring%20summit/speaker/7",
                                "{'firstName':'Ada','lastName':'Lovelace','email':'ada@example.org','bio':'Countess','speakerId':7}")
                        .answers(200, "7")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEqualTo("7")));
    }

    private static void isAda(Speaker speaker) {
        assertThat(speaker.id()).isEqualTo(new SpeakerId(7));
        assertThat(speaker.person().email()).isEqualTo("ada@example.org");
        assertThat(speaker.text("linkedIn")).contains("in/ada");
        assertThat(speaker.fields()).containsEntry("bio", null);
        assertThat(speaker).asString().isEqualTo("Speaker[7, 7 fields]");
    }

    private static Map<String, Object> read() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("firstName", "Ada");
        fields.put("lastName", "Lovelace");
        fields.put("email", "ada@example.org");
        fields.put("bio", "Mathematician");
        return fields;
    }
}
