package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSettingsTest {

    private static final MemberSettings SETTINGS = MemberSettings.only(MemberRule.tag("Plan-holder"));

    @ParameterizedTest
    @ValueSource(strings = {"field:plan", " field: plan ", "field :plan"})
    void readsACustomField(String text) {
        assertThat(MemberField.parse(text)).isEqualTo(MemberField.custom("plan"));
    }

    @Test
    void readsThePrefixOfATagWithItsColons() {
        assertThat(MemberField.parse("tag:plan: ")).isEqualTo(MemberField.tagPrefix("plan:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plan", "field:", "tag:  ", "tags:plan-", "Field:plan", ":plan", "fieldplan", "field"})
    void refusesWhatIsNoPlaceAndShowsHowToWriteOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemberField.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("field:membership_plan")
                .withMessageContaining("tag:plan-");
    }

    @Test
    void refusesAPlaceThatWouldTakeAwayTheTagThatMakesAMember() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withPlan(MemberField.tagPrefix("plan-")))
                .withMessageContaining("makes a member");
    }

    @Test
    void refusesTwoThingsInOnePlace() {
        MemberSettings tagged = SETTINGS.withPlan(MemberField.tagPrefix("event-plan-"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tagged.withRegistrationStatus(MemberField.tagPrefix("Event-")));
        MemberSettings custom = SETTINGS.withPlan(MemberField.custom("kind"));
        assertThatIllegalArgumentException().isThrownBy(() -> custom.withStatus(MemberField.custom("kind")));
    }
}
