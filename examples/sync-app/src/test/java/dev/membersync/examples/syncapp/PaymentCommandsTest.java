package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.time.Time;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Payments as people type them: plan, sync, verify, report. */
class PaymentCommandsTest {
    private static final Map<String, String> KEYS =
            Map.of("LEFT_KEY", FakeMemberships.DEFAULT_KEY, "RIGHT_KEY", World.RIGHT_CANARY);

    @TempDir
    private Path folder;

    private World world;
    private FakeTicket ticket;

    @BeforeEach
    void open() {
        world = new World(folder, 0)
                .with(
                        "  - template: members-to-attendees",
                        "  - template: payments\n  - template: members-to-attendees");
        world.fakes()
                .memberships()
                .members()
                .add(FakeMember.of("u1", "u1@example.org", "Uma Canary").withStatus("active"));
        var event = world.fakes().accelevents().event(SampleData.EVENT);
        long priced = event.addTicketType("Gala Dinner", "80.00", 100);
        ticket = event.addAttendee(
                priced, Map.of("First Name", "Uma", "Last Name", "Canary", "Email", "u1@example.org"), "membersync:u1");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Terminal run(String command, String... options) {
        return world.run(KEYS, command, options);
    }

    private static Map<?, ?> first(Terminal terminal, String key) {
        return (Map<?, ?>) ((List<?>) terminal.json().get(key)).get(0);
    }

    @Test
    void aPaymentIsPlannedToldVerifiedAndReported() {
        Terminal plan = run("plan", "--json");
        assertThat((List<?>) first(plan, "payments").get("planned"))
                .isEqualTo(List.of(Map.of(
                        "key", SampleData.EVENT + "/" + ticket.orderId(),
                        "order", String.valueOf(ticket.orderId()),
                        "userId", "u1",
                        "amount", "80.00 USD",
                        "state", "paid")));
        assertThat(world.fakes().memberships().payments()).isEmpty();

        Terminal sync = run("sync");
        assertThat(sync.err()).contains("1  payment was told");
        assertThat(world.fakes().memberships().payments()).hasSize(1);
        assertThat(run("verify").err()).doesNotContain("payments are not on record");

        Terminal report = run("report");
        assertThat(report.out())
                .contains("| accelevents | USD | 0.00 | 80.00 | 0.00 |")
                .contains("Matched: 1 of 1")
                .contains("Zero sum USD: 0")
                .contains("Reconciled: yes");
        assertThat(report.status()).isZero();
    }

    @Test
    void theReportForProgramsIsOneObject() {
        run("sync");
        Terminal report = run("report", "--json");

        assertThat(first(report, "reports").get("zeroSum")).isEqualTo(Map.of("USD", 0));
        assertThat(first(report, "reports").get("reconciled")).isEqualTo(true);
        assertThat(report.json()).containsEntry("command", "report");
    }

    @Test
    void paymentsAloneAreAWholeConfiguration() {
        world.with("  - template: members-to-attendees", "")
                .with("    ticketTypes: {gold: VIP, '*': General Admission}", "");

        assertThat(run("doctor", "--quick").err()).contains("the key may read the payments of accelevents");
        Terminal sync = run("sync");
        assertThat(sync.status()).as(sync.err()).isZero();
        assertThat(world.fakes().memberships().payments()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void paymentsAloneRunLiveUntilTheInputEnds() {
        world.with("  - template: members-to-attendees", "")
                .with("    ticketTypes: {gold: VIP, '*': General Admission}", "")
                .with("workflows:", "live: {port: 0}\nworkflows:");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = SyncApp.run(
                List.of("live", "--config", world.file().toString(), "--json"),
                new Surroundings(
                        untilOneIsTold(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        KEYS,
                        Time.system()));

        assertThat(status).as("%s", err).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"status\":\"done\"",
                        "\"updated\":1",
                        "\"payments\":[{\"workflow\":\"payments\"",
                        "\"told\":1");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("payments told 1, unchanged 0");
    }

    /** One line, and the end as soon as a payment is on record. */
    private InputStream untilOneIsTold() {
        return new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                if (!begun) {
                    begun = true;
                    return '\n';
                }
                while (world.fakes().memberships().payments().isEmpty()) {
                    Thread.onSpinWait();
                }
                return -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int one = read();
                if (one < 0) {
                    return one;
                }
                bytes[from] = (byte) one;
                return 1;
            }
        };
    }

    @Test
    void aFileWithoutPaymentsSaysWhatToAdd() {
        world.with("  - template: payments\n", "");

        assertThat(run("report").err()).contains("add - template: payments");
    }
}
