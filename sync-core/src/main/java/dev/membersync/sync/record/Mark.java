package dev.membersync.sync.record;

/**
 * A value reduced to what a merge needs: its kind and, for a text, a keyed 64-bit hash of its canonical form.
 *
 * <p>Marks are all that is kept at rest. Two marks made by one {@link Marker} for one field are equal when the
 * canonical values are; a collision (2<sup>-64</sup> per comparison) delays one change until the next one.
 *
 * @param kind what is known about the value
 * @param hash the keyed hash of a text, 0 for every other kind
 */
public record Mark(Value.Kind kind, long hash) {
    /** Nothing is known. */
    public static final Mark UNSEEN = new Mark(Value.Kind.UNSEEN, 0);
    /** The record has no such field. */
    public static final Mark ABSENT = new Mark(Value.Kind.ABSENT, 0);
    /** The field is empty. */
    public static final Mark EMPTY = new Mark(Value.Kind.EMPTY, 0);

    /** The mark of a text with this keyed hash. */
    public static Mark of(long hash) {
        return new Mark(Value.Kind.TEXT, hash);
    }

    /** True when nothing is known about the field. */
    public boolean isUnseen() {
        return kind == Value.Kind.UNSEEN;
    }

    /** True when the field is known to hold no text. */
    public boolean isBlank() {
        return kind == Value.Kind.ABSENT || kind == Value.Kind.EMPTY;
    }

    /** True when both are known and say the same; absent and empty are the same here. */
    public boolean agrees(Mark other) {
        return !isUnseen() && !other.isUnseen() && (equals(other) || (isBlank() && other.isBlank()));
    }
}
