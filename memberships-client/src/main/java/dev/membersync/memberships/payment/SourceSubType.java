package dev.membersync.memberships.payment;

import java.util.Objects;

/**
 * What kind of thing, more exactly, a payment came from: an open enumeration (SPEC). The vendor also lists {@code one_step_order_form}, {@code two_step_order_form}, {@code upsell}, {@code tap_to_pay}, {@code card_payment}, {@code contact_view}, {@code email_campaign}, {@code payments_dashboard}, {@code shopify}, {@code store_upsell}, {@code woocommerce}, {@code service}, {@code meeting}, {@code saas_one_time} and {@code saas_subscription}.
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record SourceSubType(String value) {

    /** The shop. */
    public static final SourceSubType STORE = new SourceSubType("store");

    /** A subscription. */
    public static final SourceSubType SUBSCRIPTION_VIEW = new SourceSubType("subscription_view");

    /** An import. */
    public static final SourceSubType IMPORTED_CSV = new SourceSubType("imported_csv");

    /** A QR code. */
    public static final SourceSubType QR_CODE = new SourceSubType("qr_code");

    /** Refuses {@code null}. */
    public SourceSubType {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
