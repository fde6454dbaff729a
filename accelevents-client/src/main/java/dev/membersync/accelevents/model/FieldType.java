package dev.membersync.accelevents.model;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of answer a registration field takes: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: TEXT to DATE from the form page (DOC), the others from the newer console (LIVE).
 */
public record FieldType(String value) {
    /** Free text. */
    public static final FieldType TEXT = new FieldType("TEXT");

    /** One of the choices. */
    public static final FieldType DROPDOWN = new FieldType("DROPDOWN");

    /** An e-mail address. */
    public static final FieldType EMAIL = new FieldType("EMAIL");

    /** A number. */
    public static final FieldType NUMBER = new FieldType("NUMBER");

    /** A date, {@code MM/dd/yyyy} (LIVE). */
    public static final FieldType DATE = new FieldType("DATE");

    /** Some of the choices, joined with {@code |} (LIVE). */
    public static final FieldType MULTIPLE_CHOICE = new FieldType("MULTIPLE_CHOICE");

    /** An ISO country code of two letters (LIVE). */
    public static final FieldType COUNTRY = new FieldType("COUNTRY");

    /** A state (LIVE). */
    public static final FieldType STATE = new FieldType("STATE");

    /** Six parts (LIVE). */
    public static final FieldType BILLING_ADDRESS = new FieldType("BILLING_ADDRESS");

    /** Six parts (LIVE). */
    public static final FieldType SHIPPING_ADDRESS = new FieldType("SHIPPING_ADDRESS");

    private static final Set<FieldType> KNOWN = Set.of(
            TEXT, DROPDOWN, EMAIL, NUMBER, DATE, MULTIPLE_CHOICE, COUNTRY, STATE, BILLING_ADDRESS, SHIPPING_ADDRESS);

    public FieldType {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** Whether answers of this kind have the six parts of an address; false for an unknown kind. */
    public static boolean isAddress(@Nullable FieldType type) {
        return BILLING_ADDRESS.equals(type) || SHIPPING_ADDRESS.equals(type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldType that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
