package dev.membersync.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes on one PostgreSQL server. */
@Timeout(600)
class KillStoryTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private KillStory.Figures tell(Options options) throws Exception {
        try (Database database = Database.start()) {
            KillStory story = new KillStory(options, out);
            KillStory.Figures figures = story.tell(database);
            assertThat(story.report(figures))
                    .as(() -> said.toString(StandardCharsets.UTF_8))
                    .isZero();
            return figures;
        }
    }

    @Test
    void whenOneOfTwoNodesIsKilledTheOtherTakesItsTenantAndNobodyIsLostOrDoubled() throws Exception { // F-08
        KillStory.Figures figures = tell(new Options(2, 2, 8, 1_000, Duration.ofSeconds(20), true, "", false));

        assertThat(figures.records()).isEqualTo(2 * (8 + 4));
        assertThat(figures.takeover()).isPresent();
    }

    @Test
    @Tag("heavy")
    void whenOneOfThreeNodesWithManyTenantsIsKilledNobodyIsLostOrDoubled() throws Exception { // F-08
        KillStory.Figures figures = tell(new Options(3, 9, 60, 200, Duration.ofSeconds(20), true, "", false));

        assertThat(figures.records()).isEqualTo(9 * (60 + 4));
    }

    /** Its tenant goes to the other; when it wakes in the middle of its work it believes that it still has it. */
    @Test
    @Tag("heavy")
    void aNodeThatIsStoppedAndWakesAfterItsTenantWasTakenOverDoublesAndLosesNobody() throws Exception { // F-71
        Options options = new Options(2, 2, 40, 200, Duration.ofSeconds(6), false, "", false);
        try (Database database = Database.start();
                Scene scene = Scene.open(options, database, "frozen")) {
            assertThat(scene.until(Duration.ofMinutes(1), () -> scene.isStaffedWithout("nobody")))
                    .isTrue();
            Node frozen = scene.nodes().get(1);
            List<Services> all = scene.services();
            scene.until(Duration.ofMinutes(1), () -> all.stream().allMatch(tenant -> tenant.attendees() > 5));
            frozen.signal("STOP");
            assertThat(scene.until(Duration.ofMinutes(2), () -> scene.isStaffedWithout(frozen.name())))
                    .isTrue();
            all.forEach(tenant -> tenant.rename("Frozen"));
            frozen.signal("CONT");
            all.forEach(tenant -> tenant.rename("Awake"));

            assertThat(scene.until(Duration.ofMinutes(5), () -> all.stream().allMatch(Services::areInStep)))
                    .isTrue();
            assertThat(all).allSatisfy(tenant -> assertThat(tenant.doubled()).isZero());
        }
    }

    @Test
    void theCommandLineIsRead() {
        Options options = Options.of(List.of("--nodes", "2", "--kill", "no", "--throughput", "--tenants", "5"));

        assertThat(options).isEqualTo(new Options(2, 5, 60, 100, Duration.ofSeconds(10), false, "", true));
    }
}
