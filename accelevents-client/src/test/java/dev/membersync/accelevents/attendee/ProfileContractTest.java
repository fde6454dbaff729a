package dev.membersync.accelevents.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.id.AttendeeId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileContractTest {
    static List<Contract> rows() {
        return List.of(Contract.ofEvent(
                        "attendees.profile", event -> event.attendees().profile(new AttendeeId("a/7")))
                .sends("GET /rest/event/spring%20summit/attendee/a%2F7")
                .answers(
                        200,
                        "{'firstName':'Ada','lastName':'Lovelace','email':'ada@example.org','company':'Engines','acceptMeetingRequests':'MY_CONNECTION','deleted':false}")
                .gives(AttendeeProfile.class, profile -> {
                    assertThat(profile.person().email()).isEqualTo("ada@example.org");
                    assertThat(profile.company()).isEqualTo("Engines");
                    assertThat(profile.acceptMeetingRequests()).isEqualTo("MY_CONNECTION");
                    assertThat(profile.extra()).containsOnlyKeys("deleted");
                    assertThat(profile).asString().doesNotContain("Ada", "Engines");
                }));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSentAndReadAsTheNotesSay(Contract row) {
        row.hold();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aDamagedReplyIsReadOrRefusedByName(Contract row) {
        row.survives();
    }
}
