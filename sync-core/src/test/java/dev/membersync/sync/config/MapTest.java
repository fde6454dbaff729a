package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list {@code map} of a workflow. */
class MapTest {
    private static final Map<String, String> KEYS = Map.of("LEFT_KEY", "l", "RIGHT_KEY", "r");

    /** The first row of the map is line ten. */
    private static List<FieldMapper> map(String... rows) {
        String text = dev.membersync.sync.config.Samples.FULL.replace("    paidTickets: review\n", "    map:\n      - ")
                + String.join("\n      - ", rows) + "\n";
        MembersToAttendeesConfig config = (MembersToAttendeesConfig)
                TenantConfig.parse("x.yaml", text, KEYS).workflows().get(0);
        return config.map();
    }

    private static FieldMapper one(String row) {
        return map(row).get(0);
    }

    @Test
    void aPlaceIsCarriedToAnAnswer() {
        FieldMapper field = one("{from: member.field(company), to: answer(Company)}");
        assertThat(field.name()).isEqualTo("answer:Company");
        assertThat(field.direction()).isEqualTo(Direction.LEFT_TO_RIGHT);
        assertThat(field.strength()).isEqualTo(Strength.ON_CHANGE);
        assertThat(field.left(Samples.memberWith("company", "Acme"))).isEqualTo(Value.of("Acme"));
    }

    @Test
    void directionStrengthTableAndConditionsAreRead() {
        FieldMapper field = one("{from: member.planId, to: answer(Tier), strength: enforce, table: {gold: A, '*': B},"
                + " when: {member.status: [active, trial], member.planId: gold}}");
        assertThat(field.strength()).isEqualTo(Strength.ENFORCE);
        assertThat(field.left(Samples.member())).isEqualTo(Value.of("A"));
        assertThat(field.describe().left())
                .isEqualTo("member.planId where member.status is active or trial and member.planId is gold");
    }

    @Test
    void aFieldFlowsBackOrBothWays() {
        assertThat(one("{from: answer(Diet), to: member.field(diet)}").direction())
                .isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(one("{from: answer(Diet), to: member.field(diet), direction: toMember}")
                        .direction())
                .isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(one("{from: member.field(diet), to: answer(Diet), direction: both}")
                        .direction())
                .isEqualTo(Direction.BOTH);
    }

    @Test
    void templatesAndConstantsAreSources() {
        assertThat(one("{template: '{member.fullName} ({member.planId})', to: answer(Badge)}")
                        .left(Samples.member()))
                .isEqualTo(Value.of("Ann Lee (gold)"));
        assertThat(one("{constant: 'yes', to: answer(Member)}").left(Samples.member()))
                .isEqualTo(Value.of("yes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{form: member.email, to: answer(A)} | workflows[0].map[0].form: unknown key; did you mean \"from\"?",
                "{from: member.emial, to: answer(A)} | workflows[0].map[0].from: \"member.emial\" is no place of a member or"
                        + " a registration; the nearest is \"member.email\"",
                "{from: member.email, to: answr(A)} | workflows[0].map[0].to: \"answr(A)\" is no place",
                "{from: member.email} | workflows[0].map[0].to: this key is missing",
                "{to: answer(A)} | workflows[0].map[0].from: nothing says where the value comes from",
                "{from: member.email, constant: x, to: answer(A)} | workflows[0].map[0].constant: the value comes from one"
                        + " thing",
                "{template: x, to: answer(A)} | workflows[0].map[0].template: a template has places in braces",
                "{from: member.email, to: answer(A), direction: toMember} | workflows[0].map[0].direction: from and to say"
                        + " toAccelevents",
                "{from: member.email, to: answer(A), direction: bth} | did you mean \"both\"?",
                "{from: member.email, to: answer(A), strength: onchange} | did you mean \"onChange\"?",
                "{from: member.status, to: answer(A), direction: both} | workflows[0].map[0].direction: member.status cannot"
                        + " be written back",
                "{from: member.field(a), to: answer(A), direction: both, strength: enforce} | workflows[0].map[0].strength:"
                        + " a field that flows both ways cannot be enforced",
                "{from: member.field(a), to: answer(A), direction: both, table: {a: b, '*': c}} |"
                        + " workflows[0].map[0].direction: a table that is read in both directions is one to one",
                "{from: member.field(a), to: answer(A), table: {a: x, A: y}} | workflows[0].map[0].table: the table has two"
                        + " rows",
                "{from: member.email, to: answer(A), when: {member.plan: gold}} | workflows[0].map[0].when: \"member.plan\""
                        + " is no place of a member or a registration; the nearest is \"member.planId\"",
                "{from: member.email, to: answer(A), when: {member.planId: []}} | workflows[0].map[0].when.member.planId:"
                        + " this row has no words",
                "{from: member.email, to: answer(Member ID)} | workflows[0].map: the form field \"Member ID\" is mapped by"
                        + " fields",
            })
    void everyMistakeNamesFileLineKeyAndRemedy(String row, String message) {
        assertThatThrownBy(() -> one(row))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("x.yaml")
                .hasMessageMatching("(?s).*line (9|10).*")
                .hasMessageContaining(message);
    }

    @Test
    void twoFieldsToOnePlaceAreToldAtTheSecond() {
        assertThatThrownBy(() -> map("{from: member.email, to: answer(A)}", "{from: member.status, to: answer(A)}"))
                .hasMessageContaining("line 11, workflows[0].map[1].to: two fields write there");
    }
}
