package dev.membersync.sync.mapping;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An answer in the registration form. */
final class AnswerField implements FieldMapper {
    private final String label;
    private final Function<Member, Value> source;
    private final String field;
    private final Direction direction;

    /** @param field the member's field that the source reads; empty where it is computed */
    AnswerField(String label, Function<Member, Value> source, String field, Direction direction) {
        this.label = label;
        this.source = source;
        this.field = field;
        this.direction = direction;
    }

    @Override
    public String name() {
        return Fields.ANSWER + label;
    }

    @Override
    public Value left(Member member) {
        return checked(source.apply(member));
    }

    private Value checked(Value value) {
        return value.map(text -> {
            if (Unicode.isBroken(text)) {
                throw FieldException.of(
                        Reason.INVALID_TEXT,
                        "the text for \"" + label + "\" has control characters or broken text; write it again");
            }
            return WhiteSpace.trimmed(Unicode.nfc(text));
        });
    }

    @Override
    public Value right(Registration registration) {
        return registration.answer(label);
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        draft.answer(label, value.text().orElse(""));
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        if (field.isEmpty()) {
            throw new UnsupportedOperationException(
                    "the answer \"" + label + "\" is computed from the member and cannot be written back");
        }
        draft.field(field, checked(value).text().orElse(""));
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(field.isEmpty() ? name() : field);
    }

    @Override
    public Optional<String> formField() {
        return Optional.of(label);
    }

    @Override
    public FieldDescription describe() {
        return FieldDescription.of(
                field.isEmpty() ? "computed" : FieldPath.ofMember(field).toString(),
                FieldPath.ofAnswer(label).toString(),
                FieldDescription.AS_TEXT);
    }

    @Override
    public Value canonical(Value value) {
        return value.map(text -> WhiteSpace.squeezed(Unicode.nfc(text)));
    }

    @Override
    public Visibility visibility() {
        return Visibility.DETAIL;
    }
}
