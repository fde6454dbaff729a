package dev.membersync.client;

import java.util.Objects;

/**
 * What an update does to one field: leave it alone, give it a value, or empty it. The three are different on the wire:
 * a kept field is not sent, a set one is sent with its value, a cleared one is sent as JSON {@code null}.
 *
 * @param <T> the type of the field
 */
public sealed interface Change<T> {

    /** The field is not part of the update. */
    record Keep<T>() implements Change<T> {}

    /** The field takes this value. */
    record To<T>(T value) implements Change<T> {
        /** Refuses {@code null}: an emptied field is a {@link Clear}. */
        public To {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The field is emptied. */
    record Clear<T>() implements Change<T> {}

    /** Leaves the field alone. */
    static <T> Change<T> keep() {
        return new Keep<>();
    }

    /** Gives the field this value. */
    static <T> Change<T> to(T value) {
        return new To<>(value);
    }

    /** Empties the field. */
    static <T> Change<T> clear() {
        return new Clear<>();
    }
}
