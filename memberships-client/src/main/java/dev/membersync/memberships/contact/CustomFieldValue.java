package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What one custom field of a contact holds, to read or to write. The vendor reads and writes the two under different
 * names (SPEC, memberships-api.md 2.2); this type goes both ways.
 *
 * @param id    the id of the custom field; the vendor's rows carry this one
 * @param key   the key of the field, such as {@code contact.plan_id}, where it is known; one of the two always is
 * @param value a text, number or boolean, a list of them (multiple choice), or a map (text boxes, files); empty when
 *              the field was or shall be emptied
 */
public record CustomFieldValue(Optional<String> id, Optional<String> key, Optional<Object> value) {
    private static final int LONGEST_PLAIN = 1_000;

    /** Refuses a field that neither id nor key names. */
    public CustomFieldValue {
        Objects.requireNonNull(value, "value");
        if (id.isEmpty() && key.isEmpty()) {
            throw new IllegalArgumentException("a custom field is named by id or by key");
        }
        id.ifPresent(text -> Texts.required("id", text));
        key.ifPresent(text -> Texts.required("key", text));
    }

    /** The field of this id holds this. */
    public static CustomFieldValue of(String id, Object value) {
        return new CustomFieldValue(Optional.of(id), Optional.empty(), Optional.of(value));
    }

    /** The field of this key holds this. */
    public static CustomFieldValue ofKey(String key, Object value) {
        return new CustomFieldValue(Optional.empty(), Optional.of(key), Optional.of(value));
    }

    /** The field of this id is emptied; sent as {@code null} (INFER: how the vendor empties one is not documented). */
    public static CustomFieldValue empty(String id) {
        return new CustomFieldValue(Optional.of(id), Optional.empty(), Optional.empty());
    }

    /** Whether this id or key names the field. */
    public boolean isOf(String idOrKey) {
        return id.filter(idOrKey::equals).isPresent()
                || key.filter(idOrKey::equals).isPresent();
    }

    /** The value as text, when it is a single one; empty for lists and maps, which {@link #value} gives. */
    public Optional<String> text() {
        return value.filter(held -> held instanceof String || held instanceof Number || held instanceof Boolean)
                .map(held -> held instanceof BigDecimal decimal && isPlain(decimal)
                        ? decimal.toPlainString()
                        : held.toString());
    }

    /** Written out, 1e999999999 fills a gigabyte. */
    private static boolean isPlain(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) <= LONGEST_PLAIN;
    }

    /** Shows which field it is, never what it holds. */
    @Override
    public String toString() {
        return "CustomFieldValue[" + id.or(() -> key).orElseThrow() + (value.isPresent() ? "]" : ", empty]");
    }
}
