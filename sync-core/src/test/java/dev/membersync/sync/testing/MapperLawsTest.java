package dev.membersync.sync.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The kit passes mappers that keep the laws, and names the law that one breaks. */
class MapperLawsTest {
    private static final Member SAMPLE = Samples.memberWith("shirt", "Large");

    /** A mapper that keeps the laws, but for one step that a test replaces. */
    private record Shirt(
            UnaryOperator<Value> reading,
            UnaryOperator<Value> writing,
            UnaryOperator<Value> back,
            UnaryOperator<Value> comparing)
            implements FieldMapper {
        static Shirt lawful() {
            return new Shirt(value -> value, value -> value, value -> value, value -> value);
        }

        Shirt reading(UnaryOperator<Value> other) {
            return new Shirt(other, writing, back, comparing);
        }

        Shirt writing(UnaryOperator<Value> other) {
            return new Shirt(reading, other, back, comparing);
        }

        Shirt back(UnaryOperator<Value> other) {
            return new Shirt(reading, writing, other, comparing);
        }

        Shirt comparing(UnaryOperator<Value> other) {
            return new Shirt(reading, writing, back, other);
        }

        @Override
        public String name() {
            return "shirt";
        }

        @Override
        public Value left(Member member) {
            return member.field("shirt");
        }

        @Override
        public Value right(Registration registration) {
            return reading.apply(registration.answer("Shirt"));
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            draft.answer("Shirt", writing.apply(value).text().orElse(""));
        }

        @Override
        public void toLeft(Value value, MemberDraft draft) {
            draft.field("shirt", back.apply(value).text().orElse(""));
        }

        @Override
        public Value canonical(Value value) {
            return comparing.apply(value);
        }

        @Override
        public Direction direction() {
            return Direction.BOTH;
        }
    }

    @Test
    void readyFieldsKeepTheLaws() {
        assertThatCode(() -> {
                    MapperLaws.check(Fields.name(Direction.BOTH), Samples.member());
                    MapperLaws.check(Fields.email(Direction.BOTH), Samples.member());
                    MapperLaws.check(Fields.answer("Shirt", "shirt", Direction.BOTH), SAMPLE);
                    MapperLaws.check(Shirt.lawful(), SAMPLE);
                    MapperLaws.check(Shirt.lawful(), Samples.registrationWith("Shirt", "Large"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aWriteThatIsNotReadBackIsNamedWithBothValues() {
        assertThatThrownBy(() -> MapperLaws.check(Shirt.lawful().writing(value -> Value.of("Small")), SAMPLE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the field \"shirt\"")
                .hasMessageContaining("breaks the law that reading what was written gives the value back")
                .hasMessageContaining("sample 1 gives \"Large\", and \"Small\" is read");
    }

    @Test
    void aWriteOfWhatWasReadThatChangesItIsNamed() {
        FieldMapper grows = Shirt.lawful()
                .reading(value -> value.map(text -> text.replace("!", "")))
                .writing(value -> value.map(text -> text + "!"))
                .comparing(value -> value.map(text -> text.substring(0, 5)));
        assertThatCode(() -> MapperLaws.check(grows, SAMPLE)).doesNotThrowAnyException();

        assertThatThrownBy(() -> MapperLaws.check(
                        Shirt.lawful()
                                .reading(value -> value.map(text -> text.equals("Large") ? text : text + "?"))
                                .writing(value -> value.map(text -> text.equals("Largest") ? "Largest" : text))
                                .comparing(value -> value.map(text -> text.equals("Large") ? "L" : text)),
                        Samples.memberWith("shirt", "Small")))
                .hasMessageContaining("breaks the law");
    }

    @Test
    void aMemberThatReadsBackSomethingElseIsNamed() {
        assertThatThrownBy(() -> MapperLaws.check(Shirt.lawful().back(value -> Value.empty()), SAMPLE))
                .hasMessageContaining("what was written to a member is read back")
                .hasMessageContaining("EMPTY");
    }

    @Test
    void aCanonicalFormThatIsNotItsOwnIsNamed() {
        assertThatThrownBy(() ->
                        MapperLaws.check(Shirt.lawful().comparing(value -> value.map(text -> text + "x")), SAMPLE))
                .hasMessageContaining("a canonical form is its own")
                .hasMessageContaining("canonical(\"Large\") is \"Largex\", and canonical of that is \"Largexx\"");
    }

    @Test
    void anUnknownValueThatBecomesKnownIsNamed() {
        assertThatThrownBy(() -> MapperLaws.check(
                        Shirt.lawful().comparing(value -> Value.of(value.text().orElse("none"))), SAMPLE))
                .hasMessageContaining("an unknown value passes through canonical");
        assertThatThrownBy(() -> MapperLaws.check(
                        Shirt.lawful().reading(value -> value.isUnseen() ? Value.empty() : value), SAMPLE))
                .hasMessageContaining("what a record does not show reads as unseen");
    }

    @Test
    void samplesThatAreAllHeldOrBlankProveNothing() {
        FieldMapper picky = Shirt.lawful().writing(value -> {
            throw FieldException.of(Reason.MALFORMED, "no shirt is good enough");
        });
        assertThatThrownBy(() -> MapperLaws.check(picky, SAMPLE))
                .hasMessageContaining("at least one sample gives a text");
        assertThatThrownBy(() -> MapperLaws.check(Shirt.lawful(), Samples.member()))
                .hasMessageContaining("none of 1 did");
    }
}
