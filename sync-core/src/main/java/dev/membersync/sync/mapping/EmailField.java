package dev.membersync.sync.mapping;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.function.UnaryOperator;

/** The e-mail address: written as the member writes it, compared without its case. */
final class EmailField implements FieldMapper {
    /** UTF-16 units that Accelevents takes (DOC). */
    private static final int MAX = 75;

    private final UnaryOperator<String> domains;
    private final Direction direction;

    EmailField(UnaryOperator<String> domains, Direction direction) {
        this.direction = direction;
        this.domains = domains;
    }

    @Override
    public String name() {
        return Fields.EMAIL;
    }

    @Override
    public Value left(Member member) {
        return member.email().isUnseen() ? Value.unseen() : Value.of(checked(member.email()));
    }

    @Override
    public Value right(Registration registration) {
        return registration.email();
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        draft.email(checked(value));
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        draft.email(checked(value));
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Value canonical(Value value) {
        return value.map(text -> EmailAddress.of(text, domains).compared());
    }

    @Override
    public boolean requiredToCreate() {
        return direction != Direction.RIGHT_TO_LEFT;
    }

    @Override
    public FieldDescription describe() {
        return FieldDescription.of("member.email", "registration.email", "lower case, trimmed");
    }

    private String checked(Value value) {
        EmailAddress address = EmailAddress.of(value.text().orElse(""), domains);
        if (address.written().isEmpty()) {
            throw FieldException.of(Reason.MISSING, "there is no e-mail address, and both sides need one");
        }
        if (address.isBroken()) {
            throw FieldException.of(
                    Reason.INVALID_TEXT, "the e-mail address has control characters or broken text; write it again");
        }
        if (address.matchKey().isEmpty()) {
            throw FieldException.of(Reason.MALFORMED, "the e-mail address has no local part or no domain; correct it");
        }
        if (address.written().length() > MAX) {
            throw FieldException.of(
                    Reason.TOO_LONG,
                    "Accelevents takes " + MAX + " characters in an e-mail address; give a shorter one");
        }
        return address.written();
    }
}
