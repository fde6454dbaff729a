package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.mapping.TicketTypes;
import dev.membersync.sync.mapping.TypeToPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F-13: fields that derive from each other across workflows. */
class DerivationsTest {
    private static final FieldMapper PLAN_TO_TYPE = Fields.ticketType(TicketTypes.of(Map.of("*", "VIP"), List.of()));

    @Test
    @DisplayName("F-13 two maps that are not each other's inverse are refused, naming fields and workflows")
    void aCircleThroughTwoWorkflows() {
        assertThatThrownBy(() -> Derivations.check(List.of(
                        workflow("attendees", "gala", PLAN_TO_TYPE),
                        workflow("plans", "gala", new TypeToPlan(Strength.ON_CHANGE)))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("\"ticketType\" of attendees")
                .hasMessageContaining("\"plan\" of plans");
    }

    @Test
    @DisplayName("F-13 what is written into blanks only closes no circle: the sample file passes")
    void aPlanThatIsWrittenIntoBlanksOnly() {
        assertThatCode(() -> Derivations.check(List.of(
                        workflow("attendees", "gala", PLAN_TO_TYPE),
                        workflow("plans", "gala", new TypeToPlan(Strength.IF_EMPTY)))))
                .doesNotThrowAnyException();
    }

    @Test
    void theTicketTypesOfTwoEventsAreTwoThings() {
        assertThatThrownBy(() -> Derivations.check(
                        List.of(workflow("one", "gala", PLAN_TO_TYPE, new TypeToPlan(Strength.ON_CHANGE)))))
                .isInstanceOf(MappingException.class);
        assertThatCode(() -> Derivations.check(List.of(
                        workflow("one", "gala", PLAN_TO_TYPE),
                        workflow("two", "summit", new TypeToPlan(Strength.ON_CHANGE)))))
                .doesNotThrowAnyException();
    }

    @Test
    void oneMapperThatFlowsBothWaysIsItsOwnInverse() {
        FieldMapper[] both = {Fields.name(Direction.BOTH), Fields.email(Direction.BOTH)};
        assertThatCode(() -> Derivations.check(List.of(
                        workflow("one", "gala", both), workflow("two", "gala", both), workflow("three", "fair", both))))
                .doesNotThrowAnyException();
    }

    private static MappedWorkflow workflow(String id, String event, FieldMapper... fields) {
        FieldMapper[] person = {Fields.name(), Fields.email()};
        boolean named = List.of(fields).stream().anyMatch(FieldMapper::requiredToCreate);
        var mapping = named
                ? Mapping.of(id).with(fields)
                : Mapping.of(id).with(person).with(fields);
        return new MappedWorkflow(id, event, mapping.build());
    }
}
