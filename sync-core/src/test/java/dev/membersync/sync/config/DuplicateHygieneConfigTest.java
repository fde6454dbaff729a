package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateHygieneConfigTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");
    private static final String REPORT = "  - template: duplicate-hygiene\n";

    @TempDir
    private Path folder;

    @Test
    void itHasNoKeysOfItsOwn() {
        assertThat(read(Samples.FULL + REPORT)).isEqualTo(new DuplicateHygieneConfig("duplicate-hygiene", "gala", 0));
        assertThat(read(Samples.FULL + REPORT + "    id: tidy\n    event: autumn-gala\n"))
                .isEqualTo(new DuplicateHygieneConfig("tidy", "autumn-gala", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge: true", "guards: {creates: 1}", "into: reports"})
    void aKeyThatItDoesNotHaveIsAMistake(String key) {
        assertThatThrownBy(() -> read(Samples.FULL + REPORT + "    " + key))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 11, workflows[1]." + key.substring(0, key.indexOf(':')) + ": unknown key");
    }

    @Test
    void anEventThatAnotherWorkflowReadsIsReadByThatOneAlone() {
        assertThat(events(Samples.FULL + REPORT + "  - {template: duplicate-hygiene, event: autumn}\n"))
                .containsExactly("gala", "autumn");
        assertThat(events(Samples.FULL)).isEmpty();
    }

    private List<String> events(String text) {
        String file = text.replace("jdbc:sqlite:x.db", "jdbc:sqlite:" + folder.resolve("x.db"));
        try (Tenant tenant = Tenant.open(TenantConfig.parse("tenant.yaml", file, ENVIRONMENT))) {
            assertThat(tenant.engine().hygiene()).hasSizeLessThanOrEqualTo(2);
            return tenant.hygiene().stream().map(report -> report.event()).toList();
        }
    }

    private static WorkflowConfig read(String text) {
        return TenantConfig.parse("tenant.yaml", text, ENVIRONMENT).workflows().get(1);
    }
}
