package dev.membersync.sync.mapping;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.function.Function;

/** An answer in the registration form. */
final class AnswerField implements FieldMapper {
    private final String label;
    private final Function<Member, Value> source;

    AnswerField(String label, Function<Member, Value> source) {
        this.label = label;
        this.source = source;
    }

    @Override
    public String name() {
        return "answer:" + label;
    }

    @Override
    public Value left(Member member) {
        return source.apply(member).map(text -> {
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
    public Value canonical(Value value) {
        return value.map(text -> WhiteSpace.squeezed(Unicode.nfc(text)));
    }

    @Override
    public Visibility visibility() {
        return Visibility.DETAIL;
    }
}
