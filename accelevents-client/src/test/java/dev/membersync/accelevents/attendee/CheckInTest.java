package dev.membersync.accelevents.attendee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** The JDK sends a GET again when a connection dies before a byte of the reply; the effect of the first sending stays. */
    @Test
    void aServerThatDiesAfterTheEffectAdmitsOnceAndTheOutcomeIsTrue() throws Exception {
        var admissions = new AtomicInteger();
        Thread door;
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            door = new Thread(() -> serve(server, admissions));
            door.start();
            try (var client = AcceleventsClient.builder(Secret.of("s3cr3t-key"))
                    .baseUrl(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                    .build()) {
                CheckInOutcome outcome;
                try {
                    outcome = client.event("e")
                            .checkIn()
                            .admit(AttendeeContractTest.BARCODE)
                            .execute();
                } catch (ApiException lost) {
                    outcome = client.event("e")
                            .checkIn()
                            .admit(AttendeeContractTest.BARCODE)
                            .execute();
                }
                assertThat(outcome).isEqualTo(new CheckInOutcome.AlreadyIn());
                assertThat(outcome.isIn()).isTrue();
            }
        }
        door.join();
        assertThat(admissions).hasValue(1);
    }

    private static void serve(ServerSocket server, AtomicInteger admissions) {
        for (var first = true; !server.isClosed(); first = false) {
            try (var socket = server.accept()) {
                var in = socket.getInputStream();
                var request = new StringBuilder();
                while (request.indexOf("\r\n\r\n") < 0) {
                    request.append((char) in.read());
                }
                if (first) {
                    admissions.incrementAndGet();
                    continue;
                }
                var body = "{\"errorCode\":\"4060406\",\"errorMessage\":\"Ticket already used\"}";
                socket.getOutputStream()
                        .write(("HTTP/1.1 406 Not Acceptable\r\nContent-Type: application/json\r\nContent-Length: "
                                        + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                                .getBytes(UTF_8));
            } catch (IOException closed) {
                return;
            }
        }
    }
}
