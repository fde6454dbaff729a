package dev.membersync.memberships.payment;

import java.util.Objects;

/**
 * What kind of thing a payment came from: an open enumeration (SPEC).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record SourceType(String value) {

    /** A funnel. */
    public static final SourceType FUNNEL = new SourceType("funnel");

    /** A website. */
    public static final SourceType WEBSITE = new SourceType("website");

    /** An invoice. */
    public static final SourceType INVOICE = new SourceType("invoice");

    /** A booked appointment. */
    public static final SourceType CALENDAR = new SourceType("calendar");

    /** A payment by text message. */
    public static final SourceType TEXT_2_PAY = new SourceType("text2Pay");

    /** A contract. */
    public static final SourceType DOCUMENT_CONTRACTS = new SourceType("document_contracts");

    /** A membership: an offer of a course. */
    public static final SourceType MEMBERSHIP = new SourceType("membership");

    /** The mobile application. */
    public static final SourceType MOBILE_APP = new SourceType("mobile_app");

    /** A community. */
    public static final SourceType COMMUNITIES = new SourceType("communities");

    /** A till. */
    public static final SourceType POINT_OF_SALE = new SourceType("point_of_sale");

    /** Somebody's hand. */
    public static final SourceType MANUAL = new SourceType("manual");

    /** A form. */
    public static final SourceType FORM = new SourceType("form");

    /** A survey. */
    public static final SourceType SURVEY = new SourceType("survey");

    /** A payment link. */
    public static final SourceType PAYMENT_LINK = new SourceType("payment_link");

    /** Another system. */
    public static final SourceType EXTERNAL = new SourceType("external");

    /** Refuses {@code null}. */
    public SourceType {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
