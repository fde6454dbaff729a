package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of a file make it another configuration. */
class SettingsTest {
    private static final Map<String, String> KEYS = Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");

    private static String digest(String text, Map<String, String> environment) {
        return TenantConfig.parse("x.yaml", text, environment).digest();
    }

    private static String digest(String text) {
        return digest(text, KEYS);
    }

    @Test
    void anotherKeyIsTheSameConfiguration() {
        assertThat(digest(Samples.FULL, Map.of("LEFT_KEY", "other", "RIGHT_KEY", "another")))
                .isEqualTo(digest(Samples.FULL))
                .hasSize(64);
    }

    @Test
    void thePasswordOfADatabaseDoesNotCount() {
        String url = "{url: 'jdbc:postgresql://h/d?user=u&password=one&currentSchema=s', key: '0123456789abcdef'}";
        String first = Samples.FULL.replace("{url: 'jdbc:sqlite:x.db'}", url);

        assertThat(digest(first.replace("password=one", "password=two"))).isEqualTo(digest(first));
        assertThat(digest(first.replace("currentSchema=s", "currentSchema=t"))).isNotEqualTo(digest(first));
    }

    @Test
    void commentsLayoutAndOrderDoNotCount() {
        assertThat(digest(Samples.FULL.replace(
                        "{apiKey: '${RIGHT_KEY}', eventUrl: gala}",
                        "{eventUrl: 'gala', apiKey: '${RIGHT_KEY}'}  # ours")))
                .isEqualTo(digest(Samples.FULL));
    }

    @Test
    void liveAndRekeyDoNotCount() {
        assertThat(digest(
                        Samples.FULL.replace("x.db'}", "x.db', rekey: true}") + "live: {port: 8081, pollEvery: 30s}\n"))
                .isEqualTo(digest(Samples.FULL));
    }

    @Test
    void aVariableThatIsNoCredentialCounts() {
        String text = Samples.FULL.replace("eventUrl: gala", "eventUrl: '${EVENT}'");

        assertThat(digest(text, Map.of("LEFT_KEY", "a", "RIGHT_KEY", "b", "EVENT", "gala")))
                .isEqualTo(digest(Samples.FULL))
                .isNotEqualTo(digest(text, Map.of("LEFT_KEY", "a", "RIGHT_KEY", "b", "EVENT", "ball")));
    }

    @ParameterizedTest
    @CsvSource({
        "eventUrl: gala, eventUrl: ball",
        "paidTickets: review, paidTickets: cash",
        "paidTickets: review, buyer: {name: Otto Organiser; email: otto@example.org}",
        "m.example.org, n.example.org",
        "x.db, y.db"
    })
    void whatDecidesAboutTheWorkCounts(String part, String other) {
        assertThat(digest(Samples.FULL.replace(part, other.replace(';', ',')))).isNotEqualTo(digest(Samples.FULL));
    }
}
