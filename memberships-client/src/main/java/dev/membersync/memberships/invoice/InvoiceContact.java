package dev.membersync.memberships.invoice;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is to pay an invoice (SPEC, memberships-api.md 2.6).
 *
 * @param id    the id of the contact
 * @param name  the name printed on the invoice
 * @param email the address it goes to
 * @param phone the telephone it goes to
 * @param extra the fields that this type does not know, such as {@code address}; sent as they are. Unmodifiable
 */
public record InvoiceContact(
        Optional<String> id,
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Map<String, Object> extra) {

    /** Copies the extra fields. */
    public InvoiceContact {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Who pays a new invoice; the vendor wants all four. */
    public static InvoiceContact of(String id, String name, String email, String phone) {
        Texts.required("id", id);
        return new InvoiceContact(Optional.of(id), Optional.of(name), Optional.of(email), Optional.of(phone), Map.of());
    }

    Terms terms() {
        return Terms.of(extra)
                .maybe("id", id)
                .maybe("name", name)
                .maybe("phoneNo", phone)
                .maybe("email", email);
    }

    /** Shows the id, never a person's data. */
    @Override
    public String toString() {
        return "InvoiceContact[id=" + id + ", extra=" + extra.keySet() + "]";
    }
}
