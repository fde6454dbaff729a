package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.examples.middleware.demo.DemoServices;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.StoreException;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application with a file of its own, as it is deployed. */
@Timeout(60)
class OwnFileTest {
    @TempDir
    private Path folder;

    private final DemoServices services = DemoServices.start(8);

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("membersync.yaml"),
                String.join(
                        "\n",
                        "memberships:",
                        "  profile: highlevel",
                        "  baseUrl: '" + services.membershipsUrl() + "'",
                        "  locationId: ve9EPM428h8vShlRW1KT",
                        "  apiKey: '${LEFT_KEY}'",
                        "  members: {only: {tag: member}, status: 'field:membership_status'}",
                        "  rate: {calls: 5000, per: 1s}",
                        "accelevents: {baseUrl: '" + services.acceleventsUrl() + "', apiKey: '${RIGHT_KEY}', eventUrl: "
                                + SampleData.EVENT + ", rate: {calls: 5000, per: 1s}}",
                        "store: {url: '" + store() + "'}",
                        "workflows:",
                        "  - {template: members-to-attendees, ticketTypes: {'*': VIP}}",
                        ""));
    }

    @AfterEach
    void close() {
        services.close();
    }

    private String store() {
        return "jdbc:sqlite:" + folder.resolve("own.db");
    }

    private Running start(String... secrets) {
        return Running.start(Stream.concat(
                        Stream.of(
                                "--membersync.config=" + folder.resolve("membersync.yaml"),
                                "--MIDDLEWARE_USER=ada",
                                "--MIDDLEWARE_PASSWORD=a long password"),
                        Stream.of(secrets))
                .toArray(String[]::new));
    }

    private Running start() {
        return start("--LEFT_KEY=" + FakeMemberships.DEFAULT_KEY, "--RIGHT_KEY=" + FakeAccelevents.DEFAULT_KEY);
    }

    private boolean isMade() {
        return services.accelevents().event(SampleData.EVENT).orders().stream()
                .anyMatch(order -> order.note().startsWith("membersync:"));
    }

    private static Set<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("membersync-live"))
                .collect(Collectors.toSet());
    }

    @Test
    void secretsAreFilledFromWhatSpringKnowsAndAStopGivesTheStoreBack() {
        Set<Thread> before = liveThreads();
        Running app = start();
        Running.until(this::isMade);
        assertThat(liveThreads()).hasSizeGreaterThan(before.size());
        assertThatThrownBy(() -> JdbcStore.open(store())).isInstanceOf(StoreException.Owned.class);

        app.close();

        assertThat(liveThreads()).isSubsetOf(before);
        try (JdbcStore store = JdbcStore.open(store())) {
            assertThat(store.description()).contains("own.db");
        }
    }

    @Test
    void theNextStartGoesOnWhereTheLastOneStopped() {
        try (Running app = start()) {
            Running.until(this::isMade);
            untilAtRest(app);
        }
        int made = orders();
        try (Running app = start()) {
            untilAtRest(app);
        }
        assertThat(orders()).isEqualTo(made);
    }

    private int orders() {
        return services.accelevents().event(SampleData.EVENT).orders().size();
    }

    private static void untilAtRest(Running app) {
        Visitor person = Visitor.known(app, "ada", "a long password");
        Running.until(() -> person.get("/actuator/health").body().contains("\"ready\":true,\"waiting\":0"));
    }

    @Test
    void aFileWithoutDoorsHasNone() {
        try (Running app = start()) {
            assertThat(Visitor.known(app, "ada", "a long password")
                            .get("/check-in")
                            .body())
                    .contains("so there is no door");
        }
    }

    @Test
    void aSecretThatIsMissingIsNamedAndNothingStarts() {
        assertThatThrownBy(() -> start("--LEFT_KEY=x"))
                .rootCause()
                .hasMessageContaining("RIGHT_KEY is not set")
                .satisfies(cause -> assertThat(new StartFailure().analyze(new IllegalStateException(cause)))
                        .extracting(FailureAnalysis::getDescription)
                        .asString()
                        .startsWith(folder.resolve("membersync.yaml") + ", line 8, accelevents.apiKey: "));
        try (JdbcStore store = JdbcStore.open(store())) {
            assertThat(store.description()).contains("own.db");
        }
    }
}
