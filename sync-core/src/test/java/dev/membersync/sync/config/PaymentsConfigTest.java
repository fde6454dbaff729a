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
                .isEqualTo(new PaymentsConfig(template, "gala", 0, true, Optional.empty(), Optional.empty()));
    }

    @Test
    void theDirectionCanBeWritten() {
        assertThat(read(STANDARD, "{template: payments, direction: toMemberships, id: money, event: other}"))
                .isEqualTo(new PaymentsConfig("money", "other", 0, true, Optional.empty(), Optional.empty()));
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
                "{template: payments, direction: bth}|workflows[0].direction: \"bth\" is not one of both, toAccelevents",
                "{template: event-payments-to-membership, direction: both}|is not one of toMemberships",
                "{template: payments, direction: both}|workflows[0].template: write fields: {paymentStatus:",
                "{template: payments, fields: {paymentId: X}}|workflows[0].fields: payments that the Memberships side",
                "{template: payments, direction: both, fields: {paymentStatus: A, paymentId: B}}|cannot list the payments",
                "{template: payments, recordOn: {invoice: X}}|workflows[0].recordOn: the profile standard has payments of its own",
                "{template: payments, recrdOn: {invoice: X}}|did you mean \"recordOn\""
            })
    void mistakesOnStandardAreTold(String workflow, String message) {
        assertThatThrownBy(() -> read(STANDARD, workflow))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theWayToTheEventNamesTwoFields() {
        String fields = "fields: {paymentStatus: Dues, paymentId: Receipt}";
        Optional<PaymentFields> read = Optional.of(new PaymentFields("Dues", "Receipt"));

        assertThat(read(HIGHLEVEL, "{template: membership-payments-to-event, " + fields + "}"))
                .isEqualTo(
                        new PaymentsConfig("membership-payments-to-event", "gala", 0, false, Optional.empty(), read));
        assertThat(read(HIGHLEVEL, "{template: payments, direction: both, recordOn: {order: X}, " + fields + "}"))
                .isEqualTo(new PaymentsConfig(
                        "payments", "gala", 0, true, Optional.of(new RecordOn(RecordOn.Kind.ORDER, "X")), read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{template: membership-payments-to-event}|write fields: {paymentStatus:",
                "{template: membership-payments-to-event, fields: {paymentStatus: A}}|fields.paymentId: this key is missing",
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
