package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.property.AwkwardText;
import dev.membersync.property.Property;
import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.policy.FieldConflict;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.testing.MapperLaws;
import dev.membersync.sync.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that are said and not programmed. */
class SimpleFieldTest {
    private static final Map<String, String> SIZES = Map.of("S", "small", "L", "large");

    private static SimpleField company() {
        return Fields.from("member.field(company)").to("answer(Company)");
    }

    private static SimpleField sizes() {
        return Fields.from("member.field(size)").to("answer(Size)").table(SIZES);
    }

    private static SimpleField back() {
        return Fields.from("answer(Size)").to("member.field(size)").table(Map.of("small", "S", "tiny", "S"));
    }

    @ParameterizedTest
    @CsvSource({
        "member.userId, u1",
        "member.fullName, Ann Lee",
        "member.firstName, Ann",
        "member.lastName, Lee",
        "member.email, ann.lee@example.org",
        "member.status, active",
        "member.planId, gold"
    })
    void everyPlaceOfAMemberIsRead(String path, String value) {
        assertThat(Fields.from(path).to("answer(X)").left(Samples.member())).isEqualTo(Value.of(value));
    }

    @ParameterizedTest
    @CsvSource({"registration.firstName, Ann", "registration.lastName, Lee", "registration.email, ann.lee@example.org"})
    void everyPlaceOfARegistrationIsRead(String path, String value) {
        assertThat(Fields.from(path).to("member.field(x)").right(Samples.registration()))
                .isEqualTo(Value.of(value));
    }

    @Test
    void aPlaceThatIsNoneIsToldWithTheNearest() {
        assertThatThrownBy(() -> Fields.from("member.fulname"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("\"member.fulname\" is no place")
                .hasMessageContaining("the nearest is \"member.fullName\"");
    }

    @Test
    void aMononymHasNoLastName() {
        Member member = new Member("u1", Value.absent(), Value.of("Plato"), Value.absent(), Value.absent(), Map.of());
        assertThat(Fields.from("member.lastName").to("answer(X)").left(member)).isEqualTo(Value.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"member.fullName", "registration.email", "member.status", "member.userId"})
    void whatHasAFieldOfItsOwnOrNeverChangesIsNoTarget(String target) {
        assertThatThrownBy(() -> Fields.constant("x").to(target))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("nothing is written to " + target);
    }

    @Test
    void bothEndsOnOneSideAreRefused() {
        assertThatThrownBy(() -> Fields.from("answer(A)").to("answer(B)")).hasMessageContaining("on the same side");
        assertThatThrownBy(() -> company().when("answer(A)", "x")).hasMessageContaining("on the same side");
        assertThatThrownBy(() -> Fields.template("{member.email} {answer(A)}")).hasMessageContaining("mixes");
    }

    @Test
    void aTableTranslatesWhateverTheCase() {
        assertThat(sizes().left(Samples.memberWith("size", "l"))).isEqualTo(Value.of("large"));
    }

    @Test
    void aWordThatTheTableDoesNotKnowHoldsTheFieldAndIsNotRepeated() {
        assertThatThrownBy(() -> sizes().left(Samples.memberWith("size", "enormous")))
                .isInstanceOfSatisfying(FieldException.class, held -> {
                    assertThat(held.reason()).isEqualTo(Reason.UNKNOWN_VALUE);
                    assertThat(held.word()).isEmpty();
                })
                .hasMessageNotContaining("enormous");
    }

    @Test
    void aPlanThatTheTableDoesNotKnowIsAskedAboutOnce() {
        SimpleField plans = Fields.from("member.planId").to("answer(Plan)").table(Map.of("goldd", "Gold"));
        assertThatThrownBy(() -> plans.left(Samples.member()))
                .isInstanceOfSatisfying(
                        FieldException.class, held -> assertThat(held.word()).contains("gold"))
                .hasMessageContaining("the nearest is \"goldd\"");
    }

    @Test
    void theLastRowIsForAllOthersAndReviewMeansAPerson() {
        assertThat(sizes().table(Map.of("S", "small", "*", "other")).left(Samples.memberWith("size", "XL")))
                .isEqualTo(Value.of("other"));
        assertThatThrownBy(() -> sizes().table(Map.of("*", "review")).left(Samples.memberWith("size", "XL")))
                .isInstanceOf(FieldException.class);
    }

    @Test
    void aTableIsReadBackwardsBothWays() {
        MemberDraft draft = MemberDraft.empty();
        sizes().bothWays().toLeft(Value.of("Small"), draft);
        assertThat(draft.field("size")).contains("S");
        assertThatThrownBy(() -> sizes().bothWays().toLeft(Value.of("huge"), MemberDraft.empty()))
                .isInstanceOf(FieldException.class);
    }

    @Test
    void whatCannotBeTurnedRoundIsRefused() {
        assertThatThrownBy(() -> sizes().table(Map.of("S", "x", "L", "x")).bothWays())
                .hasMessageContaining("one to one");
        assertThatThrownBy(() -> sizes().table(Map.of("*", "x")).bothWays()).hasMessageContaining("one to one");
        assertThatThrownBy(() -> company().when("member.planId", "gold").bothWays())
                .hasMessageContaining("no condition");
        assertThatThrownBy(
                        () -> Fields.template("{member.email}!").to("answer(X)").bothWays())
                .hasMessageContaining("cannot be written back");
        assertThatThrownBy(() -> Fields.constant("x").to("answer(X)").bothWays())
                .hasMessageContaining("cannot be written back");
    }

    @Test
    void aRegistrationWithAnUnknownWordIsReadAndHeldWhereItWouldBeWritten() {
        Value read = back().right(Samples.registrationWith("Size", "huge"));
        assertThat(read.isText()).isTrue();
        assertThatThrownBy(() -> back().toLeft(read, MemberDraft.empty()))
                .isInstanceOf(FieldException.class)
                .hasMessageNotContaining("huge");
        assertThat(back().right(Samples.registrationWith("Size", "tiny"))).isEqualTo(Value.of("S"));
    }

    @Test
    void aTemplateIsFilledAndMissingWhereAPartIs() {
        SimpleField badge =
                Fields.template("{member.fullName} ({member.field(company)})").to("answer(Badge)");
        assertThat(badge.left(Samples.memberWith("company", "Acme"))).isEqualTo(Value.of("Ann Lee (Acme)"));
        assertThat(badge.left(Samples.memberWith("company", ""))).isEqualTo(Value.empty());
        assertThat(badge.left(Samples.member())).isEqualTo(Value.absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no place", "{member.email", "member.email}", "{{member.email}}"})
    void aTemplateWithoutPlacesOrWithStrayBracesIsRefused(String template) {
        assertThatThrownBy(() -> Fields.template(template)).hasMessageContaining("a template has places in braces");
    }

    @Test
    void aConditionThatDoesNotHoldWritesAndClearsNothing() {
        SimpleField gold = Fields.constant("yes").to("answer(Lounge)").when("member.planId", "gold", "silver");
        assertThat(gold.left(Samples.member())).isEqualTo(Value.of("yes"));
        assertThat(gold.when("member.status", "inactive").left(Samples.member()))
                .isEqualTo(Value.absent());
        Member unseen = new Member("u1", Value.absent(), Value.absent(), Value.absent(), Value.unseen(), Map.of());
        assertThat(gold.left(unseen)).isEqualTo(Value.unseen());
    }

    @Test
    void brokenTextHoldsTheField() {
        assertThatThrownBy(() -> company().left(Samples.memberWith("company", "a\u0000b")))
                .isInstanceOfSatisfying(
                        FieldException.class, held -> assertThat(held.reason()).isEqualTo(Reason.INVALID_TEXT));
    }

    @Test
    void everySaidThingKeepsTheLaws() {
        assertThatCode(() -> {
                    MapperLaws.check(company(), Samples.memberWith("company", "Acme  Ltd"));
                    MapperLaws.check(company().bothWays(), Samples.memberWith("company", "Acme"));
                    MapperLaws.check(sizes(), Samples.memberWith("size", "S"));
                    MapperLaws.check(sizes().bothWays(), Samples.memberWith("size", "s"));
                    MapperLaws.check(sizes().bothWays(), Samples.registrationWith("Size", "LARGE"));
                    MapperLaws.check(back(), Samples.registrationWith("Size", "tiny"));
                    MapperLaws.check(back(), Samples.memberWith("size", "S"));
                    MapperLaws.check(
                            Fields.from("answer(Size)")
                                    .to("member.field(size)")
                                    .table(SIZES)
                                    .bothWays(),
                            Samples.memberWith("size", "small"),
                            Samples.memberWith("size", "LARGE"));
                    MapperLaws.check(
                            Fields.template("{member.firstName}: {member.planId}")
                                    .to("answer(X)"),
                            Samples.member());
                })
                .doesNotThrowAnyException();
    }

    @Property
    void theLawsHoldForAwkwardTexts(SplittableRandom random) {
        String text = AwkwardText.text(random);
        MapperLaws.check(
                company().bothWays(), Samples.memberWith("company", text + "x"), Samples.memberWith("company", "y"));
    }

    @Test
    void anythingElseThatIsSaidMakesAnotherDigestAndOtherMarks() {
        List<SimpleField> all = List.of(
                company(),
                Fields.from("member.field(employer)").to("answer(Company)"),
                company().table(SIZES),
                company().table(Map.of("S", "little", "L", "large")),
                company().when("member.planId", "gold"),
                company().when("member.planId", "silver"),
                Fields.constant("Acme").to("answer(Company)"),
                Fields.constant("Acme Ltd").to("answer(Company)"),
                company().strength(Strength.ENFORCE),
                company().bothWays());
        assertThat(all.stream().map(field -> mapping(field).digest()).distinct())
                .hasSameSizeAs(all);
        Marker marker = Marker.keyed("a key of thirty-two bytes for test".getBytes(StandardCharsets.UTF_8));
        assertThat(all.subList(0, 8).stream()
                        .map(field -> mapping(field)
                                .marks(Map.of("answer:Company", Value.of("x")), marker)
                                .get("answer:Company"))
                        .distinct())
                .hasSize(8);
    }

    @Test
    void theSameTableInAnotherOrderIsTheSameField() {
        assertThat(sizes().table(orderedSizes("S", "L")).revision())
                .isEqualTo(sizes().table(orderedSizes("L", "S")).revision());
    }

    private static Map<String, String> orderedSizes(String first, String second) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(first, SIZES.get(first));
        rows.put(second, SIZES.get(second));
        return rows;
    }

    @Test
    void itSaysWhatItReadsAndWrites() {
        assertThat(sizes().leftReads()).containsExactly("size");
        assertThat(sizes().leftWrites()).isEmpty();
        assertThat(sizes().rightWrites()).containsExactly("answer:Size");
        assertThat(back().rightReads()).containsExactly("answer:Size");
        assertThat(back().rightWrites()).isEmpty();
        assertThat(back().leftWrites()).containsExactly("size");
        assertThat(back().formField()).contains("Size");
        assertThat(back().visibility()).isEqualTo(Visibility.DETAIL);
        assertThat(Fields.from("registration.email").to("member.field(x)").visibility())
                .isEqualTo(Visibility.LIST);
    }

    @Test
    void aFieldFromARegistrationIsTurnedRoundToo() {
        SimpleField both = Fields.from("answer(Size)")
                .to("member.field(size)")
                .table(Map.of("small", "S"))
                .bothWays();

        assertThat(both.left(Samples.memberWith("size", "s"))).isEqualTo(Value.of("small"));
        assertThat(both.canonical(Value.of("SMALL"))).isEqualTo(Value.of("small"));
        assertThatThrownBy(() -> both.left(Samples.memberWith("size", "XL"))).isInstanceOf(FieldException.class);
        assertThatThrownBy(() -> both.toLeft(Value.of("huge"), MemberDraft.empty()))
                .isInstanceOf(FieldException.class);
    }

    @Test
    void ofSeveralMissingPartsTheLeastKnownCounts() {
        SimpleField badge =
                Fields.template("{member.field(a)} {member.field(b)}").to("answer(X)");
        Map<String, Value> fields = Map.of("a", Value.empty(), "b", Value.unseen());
        Member member = new Member("u1", Value.absent(), Value.absent(), Value.absent(), Value.absent(), fields);
        assertThat(badge.left(member)).isEqualTo(Value.unseen());
        Member other = new Member(
                "u1",
                Value.absent(),
                Value.absent(),
                Value.absent(),
                Value.absent(),
                Map.of("a", Value.absent(), "b", Value.empty()));
        assertThat(badge.left(other)).isEqualTo(Value.absent());
    }

    @Test
    void aTableWithoutRowsOrWithAWordTwiceIsRefused() {
        assertThatThrownBy(() -> company().table(Map.of())).hasMessageContaining("a table needs a row");
        assertThatThrownBy(() -> company().table(Map.of("a", "x", "A", "y"))).hasMessageContaining("two rows");
    }

    @Test
    void theRowForAllOthersIsNoWord() {
        SimpleField field = company().table(Map.of("a", "x", "*", "Other"));
        assertThat(field.canonical(Value.of("other"))).isEqualTo(Value.of("other"));
        assertThat(field.left(Samples.memberWith("company", "*"))).isEqualTo(Value.of("Other"));
    }

    @Test
    void withoutAPolicyOfItsOwnTheSideItFlowsFromWins() {
        assertThat(company().conflicts().resolve(new FieldConflict("x", false, Optional.empty(), Optional.empty())))
                .isEqualTo(ConflictPolicy.Resolution.LEFT);
        assertThat(back().conflicts().resolve(new FieldConflict("x", false, Optional.empty(), Optional.empty())))
                .isEqualTo(ConflictPolicy.Resolution.RIGHT);
    }

    @Test
    void aConflictPolicyOfItsOwnIsUsed() {
        ConflictPolicy own = ConflictPolicy.rightWins();
        assertThat(company().conflicts(own).conflicts()).isSameAs(own);
    }

    @Test
    void anAnswerIsWrittenAndAnEmptiedValueClearsIt() {
        RegistrationDraft draft = RegistrationDraft.empty();
        company().toRight(Value.of("Acme"), draft);
        assertThat(draft.answers()).containsEntry("Company", "Acme");
        company().toRight(Value.empty(), draft);
        assertThat(draft.answers()).containsEntry("Company", "");
    }

    private static Mapping mapping(FieldMapper field) {
        return Mapping.of("m").with(Fields.name(), Fields.email(), field).build();
    }
}
