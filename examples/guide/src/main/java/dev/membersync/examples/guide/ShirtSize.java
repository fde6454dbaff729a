package dev.membersync.examples.guide;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Locale;
import java.util.Set;

// snippet: mapper
/** The shirt size, which flows both ways: {@code xl} in the account, {@code Size XL} in the form. */
public final class ShirtSize implements FieldMapper {
    private static final String KEY = "shirt_size";
    private static final String LABEL = "Shirt size";
    private static final String WORD = "Size ";
    private static final Set<String> SIZES = Set.of("s", "m", "l", "xl");

    @Override
    public String name() {
        return "answer:" + LABEL;
    }

    @Override
    public Value left(Member member) {
        return member.field(KEY).map(size -> WORD + known(size).toUpperCase(Locale.ROOT));
    }

    @Override
    public Value right(Registration registration) {
        return registration.answer(LABEL);
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        draft.answer(LABEL, value.text().orElse(""));
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        draft.field(KEY, value.text().map(ShirtSize::known).orElse(""));
    }

    @Override
    public Value canonical(Value value) {
        return value.map(ShirtSize::known);
    }

    @Override
    public Direction direction() {
        return Direction.BOTH;
    }

    @Override
    public Visibility visibility() {
        return Visibility.DETAIL;
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(KEY);
    }

    private static String known(String text) {
        String size = text.toLowerCase(Locale.ROOT).replace("size", "").strip();
        if (!SIZES.contains(size)) {
            throw FieldException.of(Reason.UNKNOWN_VALUE, "a shirt size is one of S, M, L and XL; correct it there");
        }
        return size;
    }
}
// end
