package dev.membersync.testkit;

import java.util.Locale;

/** What the HIGHLEVEL profile of {@link FakeMemberships} holds records of. */
public enum RecordKind {
    /** A contact: every person who is no staff, members included. */
    CONTACT(false),
    /** A note of a contact ({@code contactId}). */
    NOTE(false),
    /** A task of a contact ({@code contactId}). */
    TASK(false),
    /** An appointment of a contact ({@code contactId}). */
    APPOINTMENT(false),
    /** An enrolment of a contact in a workflow ({@code workflowId}) or campaign ({@code campaignId}), with {@code eventStartTime}. */
    ENROLMENT(false),
    /** A definition of a custom field; one with an {@code objectKey} is of a custom object. */
    CUSTOM_FIELD(false),
    /** A staff login. */
    USER(false),
    /** A location (sub-account). */
    LOCATION(false),
    /** An installation of the app at a location ({@code locationId}, {@code isInstalled}). */
    INSTALL(false),
    /** A course import that was received ({@code body}). */
    COURSE_IMPORT(false),
    /** An order. */
    ORDER(true),
    /** A fulfilment of an order ({@code orderId}). */
    FULFILLMENT(true),
    /** A transaction ({@code entityId} is the order or invoice). */
    TRANSACTION(true),
    /** A subscription. */
    SUBSCRIPTION(true),
    /** A coupon. */
    COUPON(true),
    /** An invoice. */
    INVOICE(true),
    /** A price of a product ({@code product}). */
    PRICE(true);

    private final boolean mongo;

    RecordKind(boolean mongo) {
        this.mongo = mongo;
    }

    /** Whether its id is a Mongo id below {@code _id}, as everything about money has it. */
    boolean mongo() {
        return mongo;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
