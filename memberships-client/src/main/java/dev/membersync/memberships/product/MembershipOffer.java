package dev.membersync.memberships.product;

import dev.membersync.memberships.internal.Terms;
import java.util.Optional;

/**
 * An offer of a membership that a price grants.
 *
 * @param id    the vendor's id of the entry
 * @param label what it is called
 * @param value the offer
 */
public record MembershipOffer(Optional<String> id, Optional<String> label, Optional<String> value) {

    /** An offer to write; the vendor wants all three. */
    public static MembershipOffer of(String id, String label, String value) {
        return new MembershipOffer(Optional.of(id), Optional.of(label), Optional.of(value));
    }

    Terms terms() {
        return Terms.none().maybe("label", label).maybe("value", value).maybe("_id", id);
    }
}
