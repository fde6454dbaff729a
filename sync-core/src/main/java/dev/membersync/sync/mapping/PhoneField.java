package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A member's phone number as a key, written to neither side. A number without its country could be anybody's in another
 * one, so it is no key.
 */
final class PhoneField implements FieldMapper {
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Pd}().]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    @Override
    public String name() {
        return Fields.PHONE;
    }

    @Override
    public Value left(Member member) {
        return member.field(Fields.PHONE)
                .text()
                .map(text -> BETWEEN.matcher(text).replaceAll(""))
                .filter(text -> INTERNATIONAL.matcher(text).matches())
                .map(Value::of)
                .orElseGet(Value::absent);
    }

    @Override
    public Value right(Registration registration) {
        return Value.unseen();
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        // compared among members alone
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        // compared among members alone
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public Strength strength() {
        return Strength.ON_CREATE;
    }

    @Override
    public Set<String> leftWrites() {
        return Set.of();
    }

    @Override
    public Set<String> rightReads() {
        return Set.of();
    }

    @Override
    public FieldDescription describe() {
        return FieldDescription.of("member.field(phone)", "nothing", "international number; members among themselves");
    }
}
