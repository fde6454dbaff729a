package dev.membersync.examples.syncapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that people hand to commands: read, or refused in words for people. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final String PLAN = "{\"command\":\"plan\",\"workflows\":[{\"workflow\":\"members-to-attendees\","
            + "\"event\":\"spring-summit\",\"digest\":\"0123456789abcdef\",\"scope\":\"s\",\"mapping\":\"m\","
            + "\"operations\":[{\"kind\":\"create\",\"userId\":\"m1\",\"ticket\":\"\",\"fields\":[\"name\",\"email\"],"
            + "\"situation\":\"NEW\",\"rule\":\"create\",\"basis\":\"b\"}]}]}";
    private static final String SCANS = "{\"device\":\"door-1\"}\n"
            + "{\"device\":\"door-1\",\"sequence\":1,\"at\":\"2026-06-01T12:00:00Z\",\"ticks\":5,\"serial\":\"00112233445566778899\","
            + "\"generation\":3,\"direction\":\"ENTRY\",\"gate\":\"main\",\"slot\":\"\",\"outcome\":\"ADMIT\",\"rule\":\"OK\","
            + "\"list\":1,\"snapshot\":\"\",\"repeats\":0}\n"
            + "{\"device\":\"door-1\",\"sequence\":2,\"at\":\"2026-06-01T12:00:01Z\",\"ticks\":9,\"scan\":1,\"actor\":\"a\","
            + "\"reason\":\"r\"}\n";
    private static final String EVIDENCE = "{\"command\":\"doctor\",\"status\":0,\"previous\":\"" + EvidenceFile.NONE
            + "\",\"seal\":\"" + "0".repeat(64) + "\"}\n";

    @TempDir
    private Path folder;

    @Property(seeds = 1_500)
    void everyPlanIsOneOrRefused(SplittableRandom random) throws IOException {
        byte[] bytes = Hostile.bytes(random, List.of(PLAN));
        Path file = Files.write(folder.resolve("plan.json"), bytes);

        Bounded.read(bytes, () -> PlanFile.read(file.toString()), AppException.class);
    }

    @Property(seeds = 1_500)
    void everyFileOfScansIsOneOrRefused(SplittableRandom random) throws IOException {
        byte[] bytes = Hostile.bytes(random, List.of(SCANS));
        Path file = Files.write(folder.resolve("kit.scans"), bytes);

        Bounded.read(bytes, () -> ScanFile.read(file).facts(), AppException.class);
    }

    @Property(seeds = 1_500)
    void everyEvidenceIsSealedOrNot(SplittableRandom random) {
        byte[] bytes = Hostile.bytes(random, List.of(EVIDENCE));
        EvidenceFile file = new EvidenceFile(1, "001-doctor.json", new String(bytes, UTF_8));

        Bounded.read(bytes, () -> {
            assertThat(file.isSealed(content -> "1".repeat(64))).isFalse();
            assertThat(file.said("previous")).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"workflows\":[null]}",
                "{\"workflows\":[{\"workflow\":\"w\",\"event\":\"e\",\"digest\":\"d\",\"scope\":\"s\",\"mapping\":\"m\","
                        + "\"operations\":[{\"kind\":\"create\",\"userId\":\"m1\",\"ticket\":\"\",\"fields\":[null],"
                        + "\"situation\":\"NEW\",\"rule\":\"r\",\"basis\":\"b\"}]}]}"
            })
    void nothingWhereAPlanBelongsIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), text);

        assertThatThrownBy(() -> PlanFile.read(file.toString()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("is no plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "7"})
    void evidenceThatIsNoObjectSaysNothing(String text) {
        assertThat(new EvidenceFile(1, "001-doctor.json", text).facts()).isEmpty();
    }
}
