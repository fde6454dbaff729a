package dev.membersync.eventops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.privacy.ErasurePolicy;
import dev.membersync.eventops.privacy.ErasurePolicy.ContactEnd;
import dev.membersync.eventops.privacy.ErasurePolicy.Keep;
import dev.membersync.sync.config.ConfigException;
import dev.membersync.sync.config.TenantConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys of {@code erasure-request}. */
class ErasureConfigTest {
    private static ErasureConfig read(String keys) {
        String yaml = """
                memberships: {baseUrl: "https://m.example.org", apiKey: k}
                accelevents: {baseUrl: "https://a.example.org", apiKey: k, eventUrl: spring-summit}
                workflows:
                  - template: erasure-request
                """;
        return (ErasureConfig) TenantConfig.parse("file.yaml", yaml + keys, Map.of())
                .workflows()
                .get(0);
    }

    @Test
    void everyKeyHasADefault() {
        assertThat(read(""))
                .isEqualTo(new ErasureConfig(
                        "erasure-request",
                        "spring-summit",
                        0,
                        ErasurePolicy.standard("the operator of membersync"),
                        Path.of("erasures"),
                        Period.ofMonths(13)));
    }

    @Test
    void everyKeyIsRead() {
        ErasureConfig config = read("""
                    graceHours: 0
                    keep: payments
                    contact: anonymise
                    tickets: keep
                    owner: Ada
                    placeholderDomain: erased.example.org
                    receipts: /var/receipts
                    keepMonths: 6
                """);

        assertThat(config.policy())
                .isEqualTo(new ErasurePolicy(
                        Duration.ZERO, Keep.PAYMENTS, ContactEnd.ANONYMISE, false, "Ada", "erased.example.org"));
        assertThat(config.receipts()).isEqualTo(Path.of("/var/receipts"));
        assertThat(config.keepFor()).isEqualTo(Period.ofMonths(6));
    }

    @Test
    void aDomainThatIsNoneIsAMistake() {
        assertThatThrownBy(() -> read("    placeholderDomain: 'not a domain'\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("placeholderDomain")
                .hasMessageContaining("no domain in lower case");
    }
}
