package dev.membersync.sync.mapping;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field that is said and not programmed: from a place, a template or a constant to a place on the other side, by a table
 * of values, under conditions. Begun by {@link Fields#from}. It flows from the side of its source to that of its target,
 * and with {@link #bothWays} back too.
 *
 * <p>A value that the table does not know holds the field of that record, and a person is asked: once for each plan or
 * status, else once for each record, because any other word may be personal data. Its {@link #revision} follows from all
 * it says, so that a changed field makes every pair agree anew. Immutable and thread-safe; every method of composition
 * answers another field and throws {@link MappingException} for a combination that cannot work.
 */
public final class SimpleField implements FieldMapper {
    /** No text of a service begins so: it is no character. A registration is read without complaint, and held when written. */
    private static final String UNKNOWN = "\uFFFF";

    private final SimpleFieldParts parts;

    private SimpleField(SimpleFieldParts parts) {
        this.parts = parts;
    }

    static SimpleField of(FieldSource source, FieldPath target) {
        return new SimpleField(SimpleFieldParts.of(source, target));
    }

    /**
     * The same field, its values translated by these rows, which are written in the direction of the flow. Words are found
     * as written, else whatever their case; the row {@code *} is for all others, and its word {@code review}, as a missing
     * row, means that a person decides.
     */
    public SimpleField table(Map<String, String> rows) {
        return new SimpleField(parts.with(FieldTable.of(rows)));
    }

    /**
     * The same field, mapped where the place holds one of these words; elsewhere nothing is written and nothing cleared.
     * Several conditions must all hold.
     *
     * @param path a place on the side of the source
     */
    public SimpleField when(String path, String... words) {
        return new SimpleField(parts.with(new FieldCondition(FieldPath.parse(path), List.of(words))));
    }

    /** The same field, pushed so hard; default {@link Strength#ON_CHANGE}. */
    public SimpleField strength(Strength strength) {
        return new SimpleField(parts.with(strength));
    }

    /** The same field, flowing back too: its table is read backwards, and has to be one to one. */
    public SimpleField bothWays() {
        return new SimpleField(parts.bothWays());
    }

    /** The same field with another rule for values that changed on both sides; default {@link FieldMapper#conflicts}. */
    public SimpleField conflicts(ConflictPolicy policy) {
        return new SimpleField(parts.with(policy));
    }

    @Override
    public String name() {
        return parts.target()
                .label()
                .map(Fields.ANSWER::concat)
                .orElse(parts.target().toString());
    }

    @Override
    public Value left(Member member) {
        if (!fromMember()) {
            Value own = checked(parts.target().read(member));
            return parts.reversible() ? own.map(word -> parts.backward(word).orElseThrow(() -> unknown(word))) : own;
        }
        return checked(parts.value(path -> path.read(member)))
                .map(word -> parts.forward(word).orElseThrow(() -> unknown(word)));
    }

    @Override
    public Value right(Registration registration) {
        if (fromMember()) {
            return parts.target().read(registration);
        }
        Value shown = parts.value(path -> path.read(registration));
        return parts.reversible()
                ? shown
                : checked(shown).map(word -> parts.forward(word).orElse(UNKNOWN + word));
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        FieldPath answer =
                fromMember() ? parts.target() : parts.source().paths().get(0);
        answer.write(checked(value).text().orElse(""), draft);
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        String text = checked(value).text().orElse("");
        if (!fromMember()) {
            String word =
                    parts.reversible() && !text.isEmpty() ? parts.forward(text).orElseThrow(() -> unknown(text)) : text;
            parts.target().write(word, draft);
        } else if (parts.reversible()) {
            String word = text.isEmpty() ? text : parts.backward(text).orElseThrow(() -> unknown(text));
            parts.source().paths().get(0).write(word, draft);
        } else {
            throw new UnsupportedOperationException("the field " + name() + " flows to the registration only");
        }
    }

    @Override
    public Value canonical(Value value) {
        return value.map(text -> parts.spelled(WhiteSpace.squeezed(Unicode.nfc(text))));
    }

    @Override
    public Direction direction() {
        return parts.direction();
    }

    @Override
    public Strength strength() {
        return parts.strength();
    }

    @Override
    public Visibility visibility() {
        return formField().isPresent() ? Visibility.DETAIL : Visibility.LIST;
    }

    @Override
    public ConflictPolicy conflicts() {
        return parts.policy().orElseGet(FieldMapper.super::conflicts);
    }

    @Override
    public Set<String> leftReads() {
        return fromMember() ? parts.reads() : Set.of(parts.target().sharedName());
    }

    @Override
    public Set<String> leftWrites() {
        return direction() == Direction.LEFT_TO_RIGHT ? Set.of() : leftReads();
    }

    @Override
    public Set<String> rightReads() {
        return fromMember() ? Set.of(parts.target().sharedName()) : parts.reads();
    }

    @Override
    public Set<String> rightWrites() {
        return direction() == Direction.RIGHT_TO_LEFT ? Set.of() : rightReads();
    }

    @Override
    public Optional<String> formField() {
        return parts.label();
    }

    /** Follows from source, target, table and conditions. */
    @Override
    public int revision() {
        return parts.signature().hashCode() & Integer.MAX_VALUE;
    }

    @Override
    public FieldDescription describe() {
        String near = parts.source() + parts.said();
        String far = parts.target().toString();
        return new FieldDescription(
                fromMember() ? near : far,
                fromMember() ? far : near,
                FieldDescription.AS_TEXT,
                parts.table().map(FieldTable::rows).orElse(Map.of()));
    }

    private boolean fromMember() {
        return !parts.target().isOfMember();
    }

    private Value checked(Value value) {
        return value.map(text -> {
            if (text.startsWith(UNKNOWN)) {
                throw unknown(text);
            }
            if (Unicode.isBroken(text)) {
                throw FieldException.of(
                        Reason.INVALID_TEXT,
                        "the text for " + parts.target() + " has control characters or broken text; write it again");
            }
            return WhiteSpace.trimmed(Unicode.nfc(text));
        });
    }

    /** Only the words of a vocabulary are named: any other may be about a person. */
    private FieldException unknown(String word) {
        String remedy = "the table of " + name() + " has no row for ";
        if (fromMember()
                && parts.source().whole().filter(FieldPath::isVocabulary).isPresent()) {
            return FieldException.unknownWord(
                    word,
                    remedy + "\"" + word + "\"; " + Nearest.hint(word, parts.words())
                            + "; add a row, or one for \"*\"");
        }
        return FieldException.of(
                Reason.UNKNOWN_VALUE, remedy + "this value; add a row, or one for \"*\", or correct the value");
    }
}
