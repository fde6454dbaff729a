package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of one value, on a member or on a registration, as configurations and documents spell it:
 * {@code member.fullName}, {@code member.field(company)}, {@code registration.email}, {@code answer(Company)}. Two paths
 * are equal when they name the same place. Immutable and thread-safe.
 */
public final class FieldPath {
    /** What begins a place on a member. */
    static final String MEMBER = "member.";

    private static final String REGISTRATION = "registration.";
    private static final Pattern WITH_NAME = Pattern.compile("(member\\.field|answer)\\(\\s*(\\S|\\S.*\\S)\\s*\\)");

    private final Part part;
    private final String name;

    private FieldPath(Part part, String name) {
        this.part = part;
        this.name = name;
    }

    /**
     * Reads a path.
     *
     * @throws MappingException when it is none; the message has the nearest one
     */
    public static FieldPath parse(String text) {
        String path = text.strip();
        Matcher matcher = WITH_NAME.matcher(path);
        if (matcher.matches()) {
            return matcher.group(1).equals("answer") ? ofAnswer(matcher.group(2)) : ofMember(matcher.group(2));
        }
        return Arrays.stream(Part.values())
                .filter(part -> !part.isNamed() && part.form.equals(path))
                .map(part -> new FieldPath(part, part.form))
                .findFirst()
                .orElseThrow(() -> new MappingException("\"" + text + "\" is no place of a member or a registration; "
                        + Nearest.hint(path, forms()) + otherwise(path)));
    }

    /** What a bare word is mostly meant to be: a field of the account's own, or of the form. */
    private static String otherwise(String path) {
        if (path.matches("member\\.[A-Za-z0-9_-]+")) {
            return "; a field of the account's own is member.field(" + path.substring(MEMBER.length()) + ")";
        }
        return path.matches("[^.(){}]+") ? "; the answer to a field of the form is answer(" + path + ")" : "";
    }

    /** A member's value by the names of {@link MemberDraft}: one that every member has, or a field of the account's own. */
    public static FieldPath ofMember(String field) {
        return Arrays.stream(Part.values())
                .filter(part -> !part.isNamed() && part.form.equals(MEMBER + field))
                .map(part -> new FieldPath(part, part.form))
                .findFirst()
                .orElseGet(() -> new FieldPath(Part.MEMBER_FIELD, field));
    }

    /** The answer to the form field with this label. */
    public static FieldPath ofAnswer(String label) {
        return new FieldPath(Part.ANSWER, label);
    }

    /** Every form that a path can have, in capitals what stands for a name. */
    public static List<String> forms() {
        return Arrays.stream(Part.values()).map(part -> part.form).toList();
    }

    /** True for a place on a member, false for one on a registration. */
    public boolean isOfMember() {
        return part.form.startsWith(MEMBER);
    }

    /** The label, when this is an answer. */
    Optional<String> label() {
        return part == Part.ANSWER ? Optional.of(name) : Optional.empty();
    }

    /** True for a vocabulary of the account, whose words are nobody's personal data. */
    boolean isVocabulary() {
        return part == Part.STATUS || part == Part.PLAN;
    }

    /** True when a mapped field may write here; name, address and ticket type have fields of their own. */
    boolean isWritable() {
        return part == Part.ANSWER || part == Part.MEMBER_FIELD || part == Part.PLAN;
    }

    /** What mappers that touch the same place call it. */
    String sharedName() {
        return switch (part) {
            case ANSWER -> Fields.ANSWER + name;
            case MEMBER_FIELD -> name;
            case FULL_NAME, FIRST_NAME, LAST_NAME -> MemberDraft.FULL_NAME;
            case HOLDER_FIRST_NAME, HOLDER_LAST_NAME -> Fields.NAME;
            case USER_ID, EMAIL, STATUS, PLAN -> part.form.substring(MEMBER.length());
            case HOLDER_EMAIL -> Fields.EMAIL;
        };
    }

    Value read(Member member) {
        return switch (part) {
            case USER_ID -> Value.of(member.userId());
            case FULL_NAME -> member.fullName();
            case FIRST_NAME ->
                member.fullName().map(text -> PersonName.split(text).first());
            case LAST_NAME -> member.fullName().map(FieldPath::lastName);
            case EMAIL -> member.email();
            case STATUS -> member.status();
            case PLAN -> member.planId();
            case MEMBER_FIELD -> member.field(name);
            case HOLDER_FIRST_NAME, HOLDER_LAST_NAME, HOLDER_EMAIL, ANSWER ->
                throw new IllegalStateException(this + " is no place of a member");
        };
    }

    private static String lastName(String fullName) {
        PersonName split = PersonName.split(fullName);
        return split.isMononym() ? "" : split.last();
    }

    Value read(Registration registration) {
        return switch (part) {
            case HOLDER_FIRST_NAME -> registration.firstName();
            case HOLDER_LAST_NAME -> registration.lastName();
            case HOLDER_EMAIL -> registration.email();
            case ANSWER -> registration.answer(name);
            case USER_ID, FULL_NAME, FIRST_NAME, LAST_NAME, EMAIL, STATUS, PLAN, MEMBER_FIELD ->
                throw new IllegalStateException(this + " is no place of a registration");
        };
    }

    void write(String text, MemberDraft draft) {
        draft.field(sharedName(), text);
    }

    void write(String text, RegistrationDraft draft) {
        draft.answer(name, text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldPath that && part == that.part && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The path as it is spelled. */
    @Override
    public String toString() {
        return part.isNamed() ? part.form.substring(0, part.form.indexOf('(')) + "(" + name + ")" : part.form;
    }

    /** A kind of place; in brackets what stands for the name of one of several. */
    private enum Part {
        USER_ID(MEMBER + "userId"),
        FULL_NAME(MEMBER + MemberDraft.FULL_NAME),
        FIRST_NAME(MEMBER + "firstName"),
        LAST_NAME(MEMBER + "lastName"),
        EMAIL(MEMBER + MemberDraft.EMAIL),
        STATUS(MEMBER + MemberDraft.STATUS),
        PLAN(MEMBER + MemberDraft.PLAN_ID),
        MEMBER_FIELD(MEMBER + "field(KEY)"),
        HOLDER_FIRST_NAME(REGISTRATION + "firstName"),
        HOLDER_LAST_NAME(REGISTRATION + "lastName"),
        HOLDER_EMAIL(REGISTRATION + "email"),
        ANSWER("answer(LABEL)");

        private final String form;

        Part(String form) {
            this.form = form;
        }

        boolean isNamed() {
            return form.endsWith(")");
        }
    }
}
