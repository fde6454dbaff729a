package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Property;
import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A mapper as a user writes one: a year of birth that the event asks for as an age group. */
final class CustomMapperTest {
    private static final Mapping MAPPING = Mapping.of("mine")
            .with(Fields.name(), Fields.email(), new AgeGroup())
            .build();

    private record AgeGroup() implements FieldMapper {
        @Override
        public String name() {
            return "ageGroup";
        }

        @Override
        public Value left(Member member) {
            return member.field("birthYear").map(year -> Integer.parseInt(year) > 2007 ? "junior" : "adult");
        }

        @Override
        public Value right(Registration registration) {
            return registration.answer("Age group");
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            draft.answer("Age group", value.text().orElse(""));
        }
    }

    @Test
    void itsValueReachesTheForm() {
        Projection projection = MAPPING.left(born(Value.of("2010")));
        assertThat(MAPPING.draft(projection, Set.of("ageGroup")).answers()).containsEntry("Age group", "junior");
    }

    @Test
    void aYearThatIsNoNumberHoldsThisFieldOnly() {
        Projection projection = MAPPING.left(born(Value.of("unknown")));
        assertThat(projection.held()).containsOnlyKeys("ageGroup");
        assertThat(projection.held().get("ageGroup").reason()).isEqualTo(Reason.MAPPER_FAILED);
        assertThat(projection.value("name").isText()).isTrue();
    }

    @Test
    void aMemberWithoutTheFieldHasNoAgeGroup() {
        assertThat(MAPPING.left(born(Value.absent())).value("ageGroup")).isEqualTo(Value.absent());
    }

    @Property
    void itKeepsTheLaws(SplittableRandom random) {
        FieldMapper mapper = new AgeGroup();
        Value value = mapper.left(born(Value.of("" + random.nextInt(1900, 2030))));
        MapperLaws.readingGivesBackWhatWasWritten(mapper, value, People.blank());
        MapperLaws.canonicalFormIsItsOwn(mapper, value);
        MapperLaws.unknownStaysUnknown(mapper);
    }

    private static Member born(Value year) {
        return new Member(
                "u1",
                Value.of("a@example.org"),
                Value.of("Anna Berg"),
                Value.absent(),
                Value.absent(),
                Map.of("birthYear", year));
    }
}
