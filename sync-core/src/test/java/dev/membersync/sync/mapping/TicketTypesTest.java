package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table from plan or status to a ticket type of the event. */
final class TicketTypesTest {
    private static final List<TicketTypeInfo> CATALOGUE =
            List.of(type("1", "VIP"), type("2", "General Admission"), type("3", "Press"));

    private static final Map<String, String> ROWS = Map.of("gold", "VIP", "active", "Press", "*", "General Admission");

    @Test
    void thePlanComesFirst() {
        assertThat(types(ROWS).of(member("gold", "active")).id()).isEqualTo("1");
    }

    @Test
    void theStatusIsAskedWhenThePlanHasNoRow() {
        assertThat(types(ROWS).of(member("silver", "active")).id()).isEqualTo("3");
    }

    @Test
    void theStarTakesEveryoneElse() {
        assertThat(types(ROWS).of(member("silver", "lapsed")).id()).isEqualTo("2");
        assertThat(types(ROWS).of(People.onPlan(Value.absent(), Value.empty())).id())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIP", " vip ", "Vip\u00a0"})
    void ticketTypesAreNamedInAnyCase(String name) {
        assertThat(types(Map.of("gold", name)).of(member("GOLD", "x")).id()).isEqualTo("1");
    }

    @Test
    void bothNormalFormsNameOneTicketType() {
        TicketTypes types = TicketTypes.of(Map.of("*", "Entre\u0301e"), List.of(type("9", "ENTR\u00c9E")));
        assertThat(types.of(member("a", "b")).id()).isEqualTo("9");
    }

    @Test
    void theNameAsWrittenWinsOverAnotherCase() {
        TicketTypes types = TicketTypes.of(Map.of("*", "Vip"), List.of(type("1", "VIP"), type("2", "Vip")));
        assertThat(types.of(member("a", "b")).id()).isEqualTo("2");
    }

    @Test
    void aPlanAsWrittenWinsOverAnotherCase() {
        TicketTypes types = types(Map.of("Ab1", "VIP", "aB1", "Press"));
        assertThat(types.of(member("aB1", "x")).id()).isEqualTo("3");
    }

    @Test
    void aTicketTypeThatTheEventLacksHoldsItsMembersOnly() {
        TicketTypes types = types(Map.of("gold", "V.I.P", "*", "Press"));
        assertThat(types.of(member("silver", "x")).id()).isEqualTo("3");
        assertThatExceptionOfType(FieldException.class)
                .isThrownBy(() -> types.of(member("gold", "x")))
                .withMessage("the event has no ticket type \"V.I.P\"; the nearest is \"VIP\";"
                        + " correct ticketTypes or add the ticket type at Accelevents")
                .satisfies(held -> assertThat(held.reason()).isEqualTo(Reason.UNKNOWN_VALUE))
                .satisfies(held -> assertThat(held.word()).contains("V.I.P"));
    }

    @Test
    void rowsWithoutATicketTypeAreListedBeforeAnyMemberIsRead() {
        assertThat(types(Map.of("gold", "V.I.P", "*", "Press")).problems())
                .singleElement()
                .asString()
                .startsWith("ticketTypes: gold: the event has no ticket type \"V.I.P\"");
    }

    @Test
    void anUnknownPlanWithoutAStarIsAnUnknownWord() {
        assertThatExceptionOfType(FieldException.class)
                .isThrownBy(() -> types(Map.of("gold", "VIP")).of(member("golden", "lapsed")))
                .withMessageContaining("[golden, lapsed]")
                .withMessageContaining("the nearest is \"gold\"")
                .satisfies(held -> assertThat(held.word()).contains("golden"));
    }

    @Test
    void aMemberWithoutPlanAndStatusIsHeldWithoutAStar() {
        Held.because(
                Reason.MISSING, () -> types(Map.of("gold", "VIP")).of(People.onPlan(Value.absent(), Value.of(" "))));
    }

    @Test
    void aNameThatTheEventHasTwiceIsRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> TicketTypes.of(Map.of("gold", "VIP"), List.of(type("1", "VIP"), type("2", "VIP "))))
                .withMessage("ticketTypes: gold: the event has 2 ticket types named \"VIP\";"
                        + " rename all but one of them at Accelevents");
    }

    @Test
    void aNameThatTwoTicketTypesHaveInAnotherCaseIsRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> TicketTypes.of(Map.of("gold", "vip"), List.of(type("1", "VIP"), type("2", "Vip"))));
    }

    @Test
    void aDoubleNameThatNoRowMeansDoesNotMatter() {
        TicketTypes types = TicketTypes.of(
                Map.of("*", "Press"), List.of(type("1", "Table"), type("2", "Table"), type("3", "Press")));
        assertThat(types.of(member("a", "b")).id()).isEqualTo("3");
    }

    @Test
    void aTicketTypeIsFoundByItsId() {
        assertThat(types(ROWS).withId("3")).map(TicketTypeInfo::name).contains("Press");
        assertThat(types(ROWS).withId("4")).isEmpty();
    }

    @Test
    void aPlanThatWasNotSeenIsNotGuessed() {
        FieldMapper field = Fields.ticketType(types(ROWS));
        assertThat(field.left(People.onPlan(Value.unseen(), Value.of("active"))))
                .isEqualTo(Value.unseen());
    }

    private static TicketTypes types(Map<String, String> rows) {
        return TicketTypes.of(rows, CATALOGUE);
    }

    private static TicketTypeInfo type(String id, String name) {
        return new TicketTypeInfo(id, name, BigDecimal.ZERO, 10);
    }

    private static Member member(String plan, String status) {
        return People.onPlan(Value.of(plan), Value.of(status));
    }
}
