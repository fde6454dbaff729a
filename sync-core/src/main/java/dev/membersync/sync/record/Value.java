package dev.membersync.sync.record;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One field's value as one side showed it, or the reason why there is none.
 *
 * <p>The four kinds are kept apart because they mean different things to a merge: {@link Kind#UNSEEN} says nothing
 * about the field (the answer that was read does not carry it), {@link Kind#ABSENT} says that the record has no such
 * field and never clears the other side, {@link Kind#EMPTY} says that somebody emptied it.
 *
 * <p>{@code toString} never shows the text: values are personal data.
 */
public final class Value {
    /** What is known about a value. */
    public enum Kind {
        /** The read did not carry the field. */
        UNSEEN,
        /** The record has no such field. */
        ABSENT,
        /** The field is there and empty. */
        EMPTY,
        /** The field holds a text. */
        TEXT
    }

    private static final Value UNSEEN = new Value(Kind.UNSEEN, null);
    private static final Value ABSENT = new Value(Kind.ABSENT, null);
    private static final Value EMPTY = new Value(Kind.EMPTY, null);

    private final Kind kind;
    private final @Nullable String text;

    private Value(Kind kind, @Nullable String text) {
        this.kind = kind;
        this.text = text;
    }

    /** The value of a field that the read did not carry. */
    public static Value unseen() {
        return UNSEEN;
    }

    /** The value of a field that the record does not have. */
    public static Value absent() {
        return ABSENT;
    }

    /** The value of an emptied field. */
    public static Value empty() {
        return EMPTY;
    }

    /** A text; {@code null} and the empty text give {@link #empty()}. */
    public static Value of(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Value(Kind.TEXT, text);
    }

    /** A text, or {@link #absent()} when there is none. */
    public static Value ofOptional(Optional<String> text) {
        return text.map(Value::of).orElse(ABSENT);
    }

    /** What is known about this value. */
    public Kind kind() {
        return kind;
    }

    /** The text, when there is one. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** This value with its text replaced; a value without a text stays as it is. */
    public Value map(UnaryOperator<String> change) {
        return text == null ? this : of(change.apply(text));
    }

    /** True when there is a text. */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** True when nothing is known about the field. */
    public boolean isUnseen() {
        return kind == Kind.UNSEEN;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Value that && kind == that.kind && Objects.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, text);
    }

    @Override
    public String toString() {
        return kind == Kind.TEXT ? "***" : kind.name();
    }
}
