package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.policy.AccessPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundsConfigTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");
    private static final String REFUNDS = Samples.FULL + "  - template: refunds-and-cancellations\n";

    @Test
    void whatIsNotWrittenHasTheDocumentedDefault() {
        assertThat(read(REFUNDS))
                .isEqualTo(new RefundsConfig("refunds-and-cancellations", "gala", 0, AccessPolicy.standard()));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(read(REFUNDS + "    id: axes\n    event: autumn\n    onRefund: ask\n    onCancel: ask"))
                .isEqualTo(new RefundsConfig("axes", "autumn", 0, new AccessPolicy(true, true)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "onRefunds: ask|line 11, workflows[1].onRefunds: unknown key; did you mean \"onRefund\"",
                "onRefund: keepAcess|workflows[1].onRefund: \"keepAcess\" is not one of ask, keepAccess; did you mean \"keepAccess\"",
                "onCancel: revoke|workflows[1].onCancel: \"revoke\" is not one of ask, report",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String key, String message) {
        assertThatThrownBy(() -> read(REFUNDS + "    " + key))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static WorkflowConfig read(String text) {
        return TenantConfig.parse("tenant.yaml", text, ENVIRONMENT).workflows().get(1);
    }
}
