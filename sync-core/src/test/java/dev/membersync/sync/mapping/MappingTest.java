package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Projection, marks and drafts of a whole mapping. */
final class MappingTest {
    private static final Marker MARKER = Marker.keyed("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private static final Mapping MAPPING = Mapping.of("members-to-attendees")
            .with(Fields.name(), Fields.email())
            .with(Fields.status("Membership Status"))
            .build();
    private static final Member ANNA = People.member("Anna Berg", "Anna@Example.org");

    @Test
    void everyFieldIsProjectedInOrder() {
        assertThat(MAPPING.left(ANNA).values().keySet()).containsExactly("name", "email", "answer:Membership Status");
    }

    @Test
    void aHeldFieldIsUnseenAndTheOthersFlow() {
        Projection projection = MAPPING.left(People.member("Anna Berg", "no address"));
        assertThat(projection.held()).containsOnlyKeys("email");
        assertThat(projection.value("email")).isEqualTo(Value.unseen());
        assertThat(projection.value("name").isText()).isTrue();
    }

    @Test
    void aFailingMapperHoldsItsFieldWithoutTheValue() {
        Mapping mapping = withBroken(Broken.Step.LEFT);
        FieldException held =
                mapping.left(People.member("secret", "a@example.org")).held().get("broken");
        assertThat(held.reason()).isEqualTo(Reason.MAPPER_FAILED);
        assertThat(held)
                .hasMessageContaining("\"broken\"")
                .hasMessageContaining("NumberFormatException")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThat(held.getSuppressed()).isEmpty();
    }

    @Test
    void aValueThatCannotBeWrittenIsHeldBeforeAnyDecision() {
        assertThat(withBroken(Broken.Step.WRITE).left(ANNA).held()).containsOnlyKeys("broken");
    }

    @Test
    void aValueThatCannotBeComparedIsHeld() {
        assertThat(withBroken(Broken.Step.CANONICAL).left(ANNA).held()).containsOnlyKeys("broken");
    }

    @Test
    void aMapperThatAnswersNullHoldsItsField() {
        assertThat(withBroken(Broken.Step.NULL).left(ANNA).held().get("broken").reason())
                .isEqualTo(Reason.MAPPER_FAILED);
    }

    @Test
    void aRegistrationThatCannotBeReadIsUnseenInThatField() {
        Map<String, Value> right = withBroken(Broken.Step.RIGHT)
                .right(People.registration(Value.of("Anna"), Value.of("Berg"), Value.of("a@example.org")));
        assertThat(right.get("broken")).isEqualTo(Value.unseen());
        assertThat(right.get("name").isText()).isTrue();
    }

    @Test
    void marksCompareSpellingsOfOneValueAsEqual() {
        Map<String, Mark> left = MAPPING.marks(MAPPING.left(ANNA).values(), MARKER);
        Map<String, Mark> right = MAPPING.marks(
                MAPPING.right(People.registration(Value.of("Anna "), Value.of("Berg"), Value.of("anna@EXAMPLE.org"))),
                MARKER);
        assertThat(left.get("name").agrees(right.get("name"))).isTrue();
        assertThat(left.get("email").agrees(right.get("email"))).isTrue();
    }

    @Test
    void aValueThatIsNotGivenHasAnUnseenMark() {
        assertThat(MAPPING.marks(Map.of(), MARKER).values())
                .containsOnly(Mark.UNSEEN)
                .hasSize(3);
    }

    @Test
    void aDraftHasTheAskedFieldsOnly() {
        RegistrationDraft draft = MAPPING.draft(MAPPING.left(ANNA), Set.of("email"));
        assertThat(draft.email()).contains("Anna@Example.org");
        assertThat(draft.firstName()).isEmpty();
        assertThat(draft.answers()).isEmpty();
    }

    @Test
    void aHeldFieldWritesNothingIntoADraft() {
        Projection projection = MAPPING.left(People.member("Anna Berg", "no address"));
        assertThat(MAPPING.draft(projection, List.of("email", "name")).email()).isEmpty();
    }

    @Test
    void aDraftOfAnUnknownFieldIsRefused() {
        Projection projection = MAPPING.left(ANNA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAPPING.draft(projection, Set.of("phone")))
                .withMessageContaining("\"phone\"");
    }

    @Test
    void theDigestIsStableAndWithoutRegardToOrder() {
        assertThat(MAPPING.digest()).isEqualTo("d2487445842cddf6");
        assertThat(Mapping.of("m").with(Fields.name(), Fields.email()).build().digest())
                .isEqualTo(Mapping.of("m")
                        .with(Fields.email(), Fields.name())
                        .build()
                        .digest());
    }

    @Test
    void aFieldIsFoundByItsName() {
        assertThat(MAPPING.field("email")).map(FieldMapper::name).contains("email");
        assertThat(MAPPING.field("phone")).isEmpty();
        assertThat(MAPPING.canonical("email", Value.of("A@B")).text()).contains("a@b");
        assertThat(MAPPING.canonical("phone", Value.of("1"))).isEqualTo(Value.unseen());
    }

    @Test
    void aValueThatItsMapperCannotCompareHasNoForm() {
        assertThat(withBroken(Broken.Step.CANONICAL).canonical("broken", Value.of("secret")))
                .isEqualTo(Value.unseen());
    }

    @Test
    void aMappingExceptionIsNoFieldException() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.of("m").build())
                .withMessage("the mapping m has no fields");
    }

    private static Mapping withBroken(Broken.Step step) {
        return Mapping.of("m")
                .with(Fields.name(), Fields.email(), new Broken(step))
                .build();
    }
}
