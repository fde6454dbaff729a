package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.adapter.RecordOn;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of workflows about payments. */
final class PaymentsConfigTest {
    private static final String STANDARD =
            "memberships: {baseUrl: \"https://m.example.org\", apiKey: k, currency: EUR}\n";
    private static final String HIGHLEVEL =
            "memberships: {profile: highlevel, locationId: l, apiKey: k, members: {only: {tag: member}}}\n";

    private static PaymentsConfig read(String memberships, String workflow) {
        TenantConfig config = TenantConfig.parse(
                "tenant.yaml",
                memberships + "accelevents: {apiKey: k, eventUrl: gala}\nworkflows:\n  - " + workflow + "\n",
                Map.of());
        return (PaymentsConfig) config.workflows().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "event-payments-to-membership"})
    void theTemplateIsEnoughOnStandard(String template) {
        assertThat(read(STANDARD, "template: " + template))
                .isEqualTo(new PaymentsConfig(template, "gala", 0, Optional.empty()));
    }

    @Test
    void theDirectionCanBeWritten() {
        assertThat(read(STANDARD, "{template: payments, direction: toMemberships, id: money, event: other}"))
                .isEqualTo(new PaymentsConfig("money", "other", 0, Optional.empty()));
    }

    @Test
    void aPaperIsNamedOnHighLevel() {
        assertThat(read(HIGHLEVEL, "{template: payments, recordOn: {invoice: \"Gala\"}}")
                        .recordOn())
                .contains(new RecordOn(RecordOn.Kind.INVOICE, "Gala"));
        assertThat(read(HIGHLEVEL, "{template: payments, recordOn: {order: \"Gala\"}}")
                        .recordOn())
                .contains(new RecordOn(RecordOn.Kind.ORDER, "Gala"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{template: payments, direction: both}|workflows[0].direction: \"both\" is not one of toMemberships",
                "{template: payments, recordOn: {invoice: X}}|workflows[0].recordOn: the profile standard has payments of its own",
                "{template: payments, recrdOn: {invoice: X}}|did you mean \"recordOn\"",
                "{template: membership-payments-to-event}|membership-payments-to-event comes with a later version"
            })
    void mistakesOnStandardAreTold(String workflow, String message) {
        assertThatThrownBy(() -> read(STANDARD, workflow))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{template: payments}|workflows[0].template: this profile records a payment on a paper of the contact",
                "{template: payments, recordOn: {}}|write either {invoice:",
                "{template: payments, recordOn: {invoice: X, order: Y}}|write either {invoice:"
            })
    void mistakesOnHighLevelAreTold(String workflow, String message) {
        assertThatThrownBy(() -> read(HIGHLEVEL, workflow))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aCurrencyThatNobodyPaysWithIsToldWhereMoneyMoves() {
        assertThatThrownBy(() -> read(STANDARD.replace("EUR", "XAU"), "template: payments"))
                .hasMessageContaining("memberships.currency: XAU is no currency that people pay with");
    }
}
