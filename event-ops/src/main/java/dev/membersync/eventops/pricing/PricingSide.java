package dev.membersync.eventops.pricing;

import java.util.Optional;

/**
 * One of the two systems, as far as plans change it. Each object is a register: read, written, read again. Implementations
 * are thread-safe.
 *
 * <p>Terms by kind: {@code CLASSES} {@code <class>.price} (money), {@code .places}, {@code .hidden}, {@code .ends} (instant);
 * {@code DISCOUNT} {@code type} ({@code PERCENTAGE}, {@code FLAT}), {@code amount}, {@code starts}, {@code ends} (local times),
 * {@code uses}, {@code perBuyer}, {@code classes} (sorted, with commas), {@code used}; {@code ACCESS} {@code classes};
 * {@code COUPON} {@code name}, {@code code}, {@code type}, {@code amount}, {@code starts}, {@code ends} (instants), {@code uses},
 * {@code once}, {@code products}; {@code TAG} {@code left}, how many members it is still to be added to or taken from.
 */
public interface PricingSide {
    /**
     * An object as it is now, with all its terms that the system shows.
     *
     * @return empty when there is none
     * @throws SideException when it cannot be read
     */
    Optional<Terms> read(ObjectRef object);

    /**
     * Whether a read shows this term of such an object; one that it does not show is never compared. Default: all but
     * {@code most}.
     */
    default boolean shows(ObjectKind kind, String term) {
        return !term.equals("most");
    }

    /**
     * Writes terms of an object; whatever it has beside them stays. Safe to repeat: the same terms twice are the same state.
     *
     * @param before the terms before; empty to make the object
     * @param after what it shall have; for a {@code TAG} also {@code most}, the most people
     * @throws SideException when it was refused, or when nobody knows
     */
    void write(ObjectRef object, Optional<Terms> before, Terms after);

    /**
     * Takes back an object that was made.
     *
     * @throws SideException when it was refused, such as for a code that was used, or when nobody knows
     */
    void remove(ObjectRef object);
}
