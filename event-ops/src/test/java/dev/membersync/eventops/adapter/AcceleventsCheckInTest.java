package dev.membersync.eventops.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.eventops.checkin.VendorCheckIn.Answer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer of Accelevents at its door means for the queue. */
final class AcceleventsCheckInTest {
    private final ScriptedTransport vendor = ScriptedTransport.create();
    private final AcceleventsCheckIn door = AcceleventsCheckIn.of(AcceleventsClient.builder(Secret.of("key"))
            .transport(vendor)
            .time(ManualTime.create())
            .retry(RetryPolicy.none())
            .build()
            .event("spring")
            .checkIn());

    private Answer refusal(boolean came, int status, String code) {
        vendor.reply(status, "{\"errorCode\":\"" + code + "\",\"errorMessage\":\"x\"}");
        return door.tell("B 1", came);
    }

    @Test
    void anAdmissionIsOneGetOnTheBarcode() {
        vendor.reply(200, "{\"ticketId\":5,\"ticketHolderName\":\"x\",\"status\":\"CHECKED_IN\"}");
        assertThat(door.tell("B 1", true)).isEqualTo(new Answer.Done());
        assertThat(vendor.requests()).hasSize(1);
        assertThat(vendor.requests().get(0).uri().getRawPath())
                .isEqualTo("/rest/events/spring/staff/checkin/barcode/B%201/checkin/true");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 4060406, Done",
        "false, 4060407, Done",
        "true, 4060405, Refused",
        "true, 4060408, Refused",
        "true, 4068011, Refused",
        "false, 4060405, Refused",
        "true, 4060407, Refused"
    })
    void whatIsSoAlreadyIsDoneAndWhatIsWrongWithTheTicketIsRefused(boolean came, String code, String expected) {
        assertThat(refusal(came, 406, code).getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 4000000, Refused",
        "404, 4040200, Refused",
        "403, 4030101, Closed",
        "401, 4010101, Closed",
        "500, 5000000, Later",
        "503, 5030000, Later"
    })
    void onlyTroubleThatPassesIsTriedLater(int status, String code, String expected) {
        assertThat(refusal(true, status, code).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void aBusyVendorSaysForHowLong() {
        vendor.reply(Reply.of(429, "{}").with(Headers.of("Retry-After", "7")));
        assertThat(door.tell("B 1", true))
                .isInstanceOfSatisfying(
                        Answer.Later.class, later -> assertThat(later.after()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void aCallWhoseEndNobodyKnowsIsToldAgain() {
        vendor.fail(TransportException.outcomeUnknown("connection reset", null));
        assertThat(door.tell("B 1", true))
                .isInstanceOfSatisfying(
                        Answer.Later.class, later -> assertThat(later.after()).isEqualTo(Optional.empty()));
    }
}
