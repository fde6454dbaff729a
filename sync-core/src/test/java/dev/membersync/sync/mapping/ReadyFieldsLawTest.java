package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.AwkwardText;
import dev.membersync.property.Property;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of a mapper, for each ready field over awkward texts. */
final class ReadyFieldsLawTest {
    static List<FieldMapper> fields() {
        TicketTypes types =
                TicketTypes.of(Map.of("*", "Guest"), List.of(new TicketTypeInfo("11", "Guest", BigDecimal.ZERO, 5)));
        return List.of(
                Fields.name(),
                Fields.email(),
                Fields.status("Membership Status"),
                Fields.memberId("Member ID"),
                Fields.answer("Shirt", member -> member.field("shirt")),
                Fields.ticketType(types));
    }

    @Property(seeds = 2000)
    void whatIsWrittenIsReadBack(SplittableRandom random) {
        Member member = member(random);
        for (FieldMapper field : fields()) {
            projected(field, member)
                    .ifPresent(value -> MapperLaws.readingGivesBackWhatWasWritten(field, value, registration(random)));
        }
    }

    @Property(seeds = 2000)
    void writingWhatWasReadChangesNothing(SplittableRandom random) {
        Registration registration = registration(random);
        for (FieldMapper field : fields()) {
            Value read = field.right(registration);
            // What the mapper could not have written itself is never written back: the mapping is one-way.
            if (read.isText() && isWritable(field, read)) {
                MapperLaws.writingWhatWasReadChangesNothing(field, registration);
            }
        }
    }

    @Property(seeds = 2000)
    void whatIsWrittenToAMemberIsReadBack(SplittableRandom random) {
        Registration registration = registration(random);
        List<FieldMapper> both = List.of(
                Fields.name(Direction.BOTH),
                Fields.email(Direction.BOTH),
                Fields.answer("Shirt", "shirt", Direction.BOTH));
        for (FieldMapper field : both) {
            Value read = field.right(registration);
            MemberDraft draft = MemberDraft.empty();
            if (read.isText() && isWritten(field, read, draft)) {
                Value back = field.left(People.after(member(random), draft));
                assertThat(field.canonical(back).equals(field.canonical(read)))
                        .as(field.name())
                        .isTrue();
            }
        }
    }

    private static boolean isWritten(FieldMapper field, Value value, MemberDraft draft) {
        try {
            field.toLeft(value, draft);
            return true;
        } catch (FieldException held) {
            return false;
        }
    }

    @Property(seeds = 2000)
    void aCanonicalFormIsItsOwn(SplittableRandom random) {
        Value text = Value.of(AwkwardText.text(random));
        fields().forEach(field -> MapperLaws.canonicalFormIsItsOwn(field, text));
    }

    @Property
    void whatIsWrittenComparesAsTheMembersOwnText(SplittableRandom random) {
        Member member = member(random);
        FieldMapper name = Fields.name();
        projected(name, member)
                .ifPresent(value -> assertThat(name.canonical(value).equals(name.canonical(member.fullName())))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsNotKnownStaysUnknown(FieldMapper field) {
        MapperLaws.unknownStaysUnknown(field);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aMemberThatWasNotSeenIsUnseenOrHasItsIdentityOnly(FieldMapper field) {
        Value unseen = Value.unseen();
        Member member = new Member("u1", unseen, unseen, unseen, unseen, Map.of("shirt", unseen));
        boolean identity = field.name().equals("answer:Member ID");
        assertThat(field.left(member)).isEqualTo(identity ? Value.of("u1") : unseen);
    }

    private static Optional<Value> projected(FieldMapper field, Member member) {
        try {
            Value value = field.left(member);
            return value.isText() ? Optional.of(value) : Optional.empty();
        } catch (FieldException held) {
            return Optional.empty();
        }
    }

    private static boolean isWritable(FieldMapper field, Value value) {
        try {
            field.toRight(value, RegistrationDraft.empty());
            return true;
        } catch (FieldException held) {
            return false;
        }
    }

    private static Member member(SplittableRandom random) {
        String domain = AwkwardText.word(random) + ".Example";
        return new Member(
                "u" + AwkwardText.word(random),
                Value.of(AwkwardText.word(random) + "@" + domain),
                Value.of(AwkwardText.text(random)),
                Value.of(AwkwardText.word(random)),
                Value.absent(),
                Map.of("shirt", Value.of(AwkwardText.text(random))));
    }

    private static Registration registration(SplittableRandom random) {
        RegistrationDraft answers = RegistrationDraft.empty();
        answers.answer("Shirt", AwkwardText.text(random));
        answers.answer("Membership Status", AwkwardText.word(random));
        Registration holder = People.registration(
                Value.of(AwkwardText.text(random)),
                Value.of(AwkwardText.text(random)),
                Value.of(AwkwardText.word(random) + "@" + AwkwardText.word(random)));
        return People.after(holder, answers);
    }
}
