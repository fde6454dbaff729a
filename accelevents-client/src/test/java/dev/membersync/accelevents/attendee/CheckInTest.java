package dev.membersync.accelevents.attendee;

import static dev.membersync.accelevents.attendee.AttendeeContractTest.BARCODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.attendee.CheckInOutcome.AlreadyIn;
import dev.membersync.accelevents.attendee.CheckInOutcome.Done;
import dev.membersync.accelevents.attendee.CheckInOutcome.NotIn;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of an event, and what becomes of a scan when the server dies after it let the person in: the JDK sends a GET again by itself, once. */
class CheckInTest {
    @ParameterizedTest
    @CsvSource({
        "4060405, UnknownBarcode, false",
        "4060406, AlreadyIn, true",
        "4060407, NotIn, false",
        "4060408, Refunded, false",
        "4068011, OnlineOnly, false"
    })
    void aRefusalOfTheTicketIsAnOutcome(String code, String outcome, boolean in) {
        var contract = AttendeeContractTest.admit("").answers(406, "{'errorCode':'" + code + "','errorMessage':'x'}");
        var result = (CheckInOutcome) contract.run(contract.reply());
        assertThat(result.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(result.isIn()).isEqualTo(in);
    }

    @Test
    void aRefusalOfTheCallerIsThrown() {
        var contract = AttendeeContractTest.admit("").answers(403, "{'errorCode':'4030101','errorMessage':'x'}");
        assertThatThrownBy(() -> contract.run(contract.reply())).isInstanceOf(ApiException.class);
    }

    @Test
    void theFirstScanAdmitsAndTheSecondSaysSo() throws IOException {
        try (var door = new DyingDoor(0);
                var client = client(door)) {
            var checkIn = client.event("e").checkIn();
            assertThat(checkIn.admit(BARCODE).execute())
                    .isInstanceOfSatisfying(
                            Done.class, done -> assertThat(done.isIn()).isTrue());
            assertThat(checkIn.admit(BARCODE).execute()).isEqualTo(new AlreadyIn());
            assertThat(door.changes()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatDiesAfterTheEffectAdmitsOnceAndTheOutcomeIsTrue(boolean async) throws IOException {
        try (var door = new DyingDoor(1);
                var client = client(door)) {
            var call = client.event("e").checkIn().admit(BARCODE);
            var outcome = async ? call.executeAsync().join() : call.execute();
            assertThat(outcome).isEqualTo(new AlreadyIn());
            assertThat(outcome.isIn()).isTrue();
            assertThat(door.requests()).isEqualTo(2);
            assertThat(door.changes()).isEqualTo(1);
        }
    }

    @Test
    void anUndoWhoseServerDiesAfterTheEffectSaysThatNobodyIsIn() throws IOException {
        try (var door = new DyingDoor(1).occupied();
                var client = client(door)) {
            var outcome = client.event("e").checkIn().undo(BARCODE).execute();
            assertThat(outcome).isEqualTo(new NotIn());
            assertThat(outcome.isIn()).isFalse();
            assertThat(door.requests()).isEqualTo(2);
            assertThat(door.changes()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatDiesTwiceLeavesTheOutcomeUnknownAndIsNotAskedAgainByTheClient() throws IOException {
        try (var door = new DyingDoor(2);
                var client = client(door)) {
            var call = client.event("e").checkIn().admit(BARCODE);
            assertThatThrownBy(call::execute)
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            lost -> assertThat(lost.outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN));
            assertThat(door.requests()).isEqualTo(2);
            assertThat(call.execute()).isEqualTo(new AlreadyIn());
            assertThat(door.changes()).isEqualTo(1);
        }
    }

    private static AcceleventsClient client(DyingDoor door) {
        return AcceleventsClient.builder(Secret.of("s3cr3t-key"))
                .baseUrl(URI.create("http://127.0.0.1:" + door.port()))
                .build();
    }
}
