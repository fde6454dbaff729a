package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsConfigTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");
    private static final String TO_MEMBERSHIP = Samples.FULL + "  - template: registrations-to-membership\n";
    private static final String TO_TAGS = Samples.HIGHLEVEL + "  - template: registrations-to-tags\n";

    @Test
    void whatIsNotWrittenHasTheDocumentedDefault() {
        RegistrationsConfig config = read(TO_MEMBERSHIP);

        assertThat(config.id()).isEqualTo("registrations-to-membership");
        assertThat(config.event()).isEqualTo("gala");
        assertThat(config.status()).isTrue();
        assertThat(config.states())
                .containsEntry(RegistrationState.CHECKED_IN, "checked_in")
                .hasSize(RegistrationState.values().length);
        assertThat(config.neverDowngrade()).isEmpty();
        assertThat(config.tags()).isEmpty();
        assertThat(config.plans()).isEmpty();
        assertThat(config.memberIdLabel()).isEmpty();
        assertThat(config.ticketIdField()).isEmpty();
        assertThat(config.buyer()).isEmpty();
        assertThat(config.unknownRegistrants()).isEqualTo(UnknownRegistrants.IGNORE);
        assertThat(config.guards()).isEqualTo(RegistrationsToMembership.standardGuards());
    }

    @Test
    void bothTemplatesMakeContactsAndCountThem() {
        String keys = "    unknownRegistrants: create\n    guards: {creates: 5}\n";
        for (String text : List.of(TO_TAGS, TO_TAGS.replace("-to-tags", "-to-membership"))) {
            RegistrationsConfig config = read(text + keys);

            assertThat(config.unknownRegistrants()).isEqualTo(UnknownRegistrants.CREATE);
            assertThat(config.guards().creates()).isEqualTo(5);
        }
    }

    @Test
    void usersWhoAreNoMembersCanBeAskedAbout() {
        assertThat(read(TO_MEMBERSHIP + "    unknownRegistrants: review").unknownRegistrants())
                .isEqualTo(UnknownRegistrants.REVIEW);
    }

    @Test
    void everyKeyIsRead() {
        RegistrationsConfig config = read(TO_MEMBERSHIP + """
                    id: told
                    event: autumn-gala
                    plans: {VIP: gold}
                    states: {checked_in: attended, deleted: keep}
                    neverDowngrade: [checked_in]
                    tags: 'e:{event}:{state}'
                    ticketId: 'field:event_ticket'
                    fields: {memberId: Number}
                    unknownRegistrants: ignore
                    guards: {changes: '50% and 3', removals: '1% and 0'}
                """);

        assertThat(config.enrolments()).isEmpty();

        assertThat(config.id()).isEqualTo("told");
        assertThat(config.event()).isEqualTo("autumn-gala");
        assertThat(config.plans()).containsOnly(Map.entry("VIP", "gold"));
        assertThat(config.states())
                .containsEntry(RegistrationState.CHECKED_IN, "attended")
                .doesNotContainKey(RegistrationState.DELETED);
        assertThat(config.neverDowngrade()).containsExactly(RegistrationState.CHECKED_IN);
        assertThat(config.tags()).contains("e:{event}:{state}");
        assertThat(config.ticketIdField()).contains("event_ticket");
        assertThat(config.memberIdLabel()).contains("Number");
        assertThat(config.guards()).isEqualTo(new GuardPolicy(500, new Share(50, 3), new Share(1, 0)));
    }

    @Test
    void statesEnrolInWorkflowsOfContacts() {
        RegistrationsConfig config = read(TO_TAGS + """
                    enrol: {checked_in: 0f3a9c2b-8d8d, registered: '77'}
                    guards: {enrolments: 40}
                """);

        assertThat(config.enrolments())
                .containsOnly(
                        Map.entry(RegistrationState.CHECKED_IN, "0f3a9c2b-8d8d"),
                        Map.entry(RegistrationState.REGISTERED, "77"));
        assertThat(config.guards().enrolments()).isEqualTo(40);
    }

    @Test
    void theTemplateForTagsIsTagsAlone() {
        RegistrationsConfig config = read(TO_TAGS);

        assertThat(config.id()).isEqualTo("registrations-to-tags");
        assertThat(config.status()).isFalse();
        assertThat(config.tags()).contains("evt:{event}:{state}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plan: {VIP: gold}|workflows[1].plan: unknown key; did you mean \"plans\"",
                "states: {chekced_in: attended}|\"chekced_in\" is no state of a registration; the nearest is \"checked_in\"",
                "states: {checked_in: '?'}|workflows[1].states.checked_in: write the word for this state, or keep",
                "neverDowngrade: [attended]|workflows[1].neverDowngrade: \"attended\" is no state of a registration",
                "tags: 'evt'|workflows[1].tags: a pattern has {state} where the state stands",
                "ticketId: event_ticket|workflows[1].ticketId: write field: and the key of a custom field",
                "unknownRegistrants: create|tenant.yaml, line 11, workflows[1].unknownRegistrants: the contract of the profile standard has no call that makes a user; write review",
                "unknownRegistrants: maybe|workflows[1].unknownRegistrants: \"maybe\" is not one of create, ignore, review",
                "guards: {creates: 5}|workflows[1].guards.creates: this template registers nobody",
                "fields: {memberStatus: X}|workflows[1].fields.memberStatus: unknown key",
                "enrol: {chekced_in: w1}|\"chekced_in\" is no state of a registration; the nearest is \"checked_in\"",
                "enrol: {checked_in: 'my flow'}|workflows[1].enrol.checked_in: write the id of a workflow",
                "enrol: {checked_in: w1}|workflows[1].enrol: members of the profile standard are users, who are in no workflows",
                "guards: {enrolments: -1}|workflows[1].guards.enrolments",
                "paidTickets: cash|workflows[1].paidTickets: unknown key",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String key, String message) {
        assertThatThrownBy(() -> read(TO_MEMBERSHIP + "    " + key))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theTemplateForTagsHasNoPlans() {
        assertThatThrownBy(() -> read(TO_TAGS + "    plans: {VIP: gold}"))
                .hasMessageContaining("workflows[1].plans: unknown key");
    }

    private static RegistrationsConfig read(String text) {
        return (RegistrationsConfig)
                TenantConfig.parse("tenant.yaml", text, ENVIRONMENT).workflows().get(1);
    }
}
