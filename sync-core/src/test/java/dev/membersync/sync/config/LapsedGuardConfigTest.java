package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.workflow.LapsedGuard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LapsedGuardConfigTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");
    private static final String GUARD = Samples.FULL + "  - template: lapsed-guard\n";

    @Test
    void whatIsNotWrittenHasTheDocumentedDefault() {
        LapsedGuardConfig config = read(GUARD);

        assertThat(config.id()).isEqualTo("lapsed-guard");
        assertThat(config.event()).isEqualTo("gala");
        assertThat(action(config, "active")).isEqualTo(StatusAction.KEEP);
        assertThat(action(config, "inactive")).isEqualTo(StatusAction.FLAG);
        assertThat(action(config, "not_a_member")).isEqualTo(StatusAction.FLAG);
        assertThat(config.statusLabel()).isEmpty();
        assertThat(config.buyer()).isEmpty();
        assertThat(config.guards()).isEqualTo(LapsedGuard.standardGuards());
    }

    @Test
    void everyKeyIsRead() {
        LapsedGuardConfig config = read(GUARD + """
                    id: watch
                    event: autumn-gala
                    statuses: {expired: flag, current: keep}
                    action: flag
                    fields: {memberStatus: Status}
                    guards: {changes: '50% and 3', removals: '1% and 0'}
                """);

        assertThat(config.id()).isEqualTo("watch");
        assertThat(config.event()).isEqualTo("autumn-gala");
        assertThat(action(config, "expired")).isEqualTo(StatusAction.FLAG);
        assertThat(config.statuses().isKnown("inactive")).isFalse();
        assertThat(config.statusLabel()).contains("Status");
        assertThat(config.guards()).isEqualTo(new GuardPolicy(0, new Share(50, 3), new Share(1, 0)));
    }

    @Test
    void withoutAnActionNobodyIsAsked() {
        LapsedGuardConfig config = read(GUARD + "    action: none\n    statuses: {expired: flag}");

        assertThat(action(config, "expired")).isEqualTo(StatusAction.KEEP);
        assertThat(config.statuses().isKnown("anything")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "status: {inactive: flag}|line 11, workflows[1].status: unknown key; did you mean \"statuses\"",
                "statuses: {active: register}|workflows[1].statuses.active: this template registers nobody and removes",
                "statuses: {inactive: remove}|workflows[1].statuses.inactive: this template registers nobody and removes",
                "statuses: {inactive: review}|write keep, or flag for a status with which a member has lapsed",
                "statuses: {inactive: flagg}|\"flagg\" is no action for a status; the nearest is \"flag\"",
                "action: reprice|workflows[1].action: action: reprice comes with the rules for prices",
                "action: flog|workflows[1].action: \"flog\" is not one of flag, none; did you mean \"flag\"",
                "guards: {creates: 5}|workflows[1].guards.creates: this template registers nobody",
                "fields: {memberId: X}|workflows[1].fields.memberId: unknown key; did you mean",
                "paidTickets: cash|workflows[1].paidTickets: unknown key",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String key, String message) {
        assertThatThrownBy(() -> read(GUARD + "    " + key))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static StatusAction action(LapsedGuardConfig config, String status) {
        return config.statuses().action(Value.of(status));
    }

    private static LapsedGuardConfig read(String text) {
        return (LapsedGuardConfig)
                TenantConfig.parse("tenant.yaml", text, ENVIRONMENT).workflows().get(1);
    }
}
