package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.config.NightlyConfig.Format;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyConfigTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");
    private static final String NIGHTLY = Samples.FULL + "  - template: nightly-reconciliation\n";

    @Test
    void whatIsNotWrittenHasTheDocumentedDefault() {
        NightlyConfig config = read(NIGHTLY);

        assertThat(config.id()).isEqualTo("nightly-reconciliation");
        assertThat(config.event()).isEqualTo("gala");
        assertThat(config.at()).isEqualTo(LocalTime.of(2, 30));
        assertThat(config.zone()).isEmpty();
        assertThat(config.formats()).containsExactly(Format.JSON, Format.MARKDOWN);
        assertThat(config.into()).isEqualTo(Path.of("reports"));
    }

    @Test
    void everyKeyIsRead() {
        NightlyConfig config = read(NIGHTLY + """
                    id: early
                    at: "04:05"
                    zone: Europe/Paris
                    formats: [markdown]
                    into: /var/lib/reports
                """);

        assertThat(config.id()).isEqualTo("early");
        assertThat(config.at()).isEqualTo(LocalTime.of(4, 5));
        assertThat(config.zone()).contains(ZoneId.of("Europe/Paris"));
        assertThat(config.formats()).containsExactly(Format.MARKDOWN);
        assertThat(config.into()).isEqualTo(Path.of("/var/lib/reports"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "zones: Europe/Paris|line 11, workflows[1].zones: unknown key; did you mean \"zone\"",
                "at: \"25:00\"|workflows[1].at: this is no time of day; write hours and minutes in quotes: \"02:30\"",
                "at: 2.30|workflows[1].at: this is no time of day",
                "zone: Europe/Pari|workflows[1].zone: \"Europe/Pari\" is no time zone; did you mean \"Europe/Paris\"",
                "formats: [json, markdwn]|workflows[1].formats: \"markdwn\" is no format; the nearest is \"markdown\"",
                "formats: json|workflows[1].formats: this is a list of single values",
                "id: 'a/b'|workflows[1].id: the files begin with it",
                "statuses: {active: keep}|workflows[1].statuses: unknown key",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String key, String message) {
        assertThatThrownBy(() -> read(NIGHTLY + "    " + key))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static NightlyConfig read(String text) {
        return (NightlyConfig)
                TenantConfig.parse("tenant.yaml", text, ENVIRONMENT).workflows().get(1);
    }
}
