package dev.membersync.memberships.webhook;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The type of an event: an open word, so that one the vendor adds later is carried, not refused. Words are those of the
 * vendor's event pages (DOC, memberships-api.md 6.2) but for {@link #INVOICE_CREATE_OR_UPDATE}, {@link #PRODUCT_CHANGE},
 * {@link #PRICE_CHANGE} and {@link #UNTYPED}, which are ours, for bodies that do not say what happened.
 *
 * @param value the word; empty for {@link #UNTYPED}
 */
public record EventType(String value) {
    public static final EventType USER_CREATE = new EventType("UserCreate");
    public static final EventType USER_UPDATE = new EventType("UserUpdate");
    public static final EventType USER_DELETE = new EventType("UserDelete");
    public static final EventType CONTACT_CREATE = new EventType("ContactCreate");
    public static final EventType CONTACT_UPDATE = new EventType("ContactUpdate");
    public static final EventType CONTACT_DELETE = new EventType("ContactDelete");
    public static final EventType CONTACT_TAG_UPDATE = new EventType("ContactTagUpdate");
    public static final EventType CONTACT_DND_UPDATE = new EventType("ContactDndUpdate");
    public static final EventType ORDER_CREATE = new EventType("OrderCreate");
    public static final EventType ORDER_STATUS_UPDATE = new EventType("OrderStatusUpdate");
    public static final EventType INVOICE_CREATE = new EventType("InvoiceCreate");
    public static final EventType INVOICE_UPDATE = new EventType("InvoiceUpdate");
    public static final EventType INVOICE_SENT = new EventType("InvoiceSent");
    public static final EventType INVOICE_PAID = new EventType("InvoicePaid");
    public static final EventType INVOICE_PARTIALLY_PAID = new EventType("InvoicePartiallyPaid");
    public static final EventType INVOICE_VOID = new EventType("InvoiceVoid");
    public static final EventType INVOICE_DELETE = new EventType("InvoiceDelete");
    public static final EventType PRODUCT_CREATE = new EventType("ProductCreate");
    public static final EventType PRODUCT_UPDATE = new EventType("ProductUpdate");
    public static final EventType PRODUCT_DELETE = new EventType("ProductDelete");
    public static final EventType PRICE_CREATE = new EventType("PriceCreate");
    public static final EventType PRICE_UPDATE = new EventType("PriceUpdate");
    public static final EventType PRICE_DELETE = new EventType("PriceDelete");
    public static final EventType LOCATION_CREATE = new EventType("LocationCreate");
    public static final EventType LOCATION_UPDATE = new EventType("LocationUpdate");
    public static final EventType NOTE_CREATE = new EventType("NoteCreate");
    public static final EventType NOTE_UPDATE = new EventType("NoteUpdate");
    public static final EventType NOTE_DELETE = new EventType("NoteDelete");
    public static final EventType TASK_CREATE = new EventType("TaskCreate");
    public static final EventType TASK_COMPLETE = new EventType("TaskComplete");
    public static final EventType TASK_DELETE = new EventType("TaskDelete");
    /** The app was installed; also spelled {@code AppInstall}. */
    public static final EventType INSTALL = new EventType("INSTALL");
    /** The app was removed; also spelled {@code AppUninstall}. */
    public static final EventType UNINSTALL = new EventType("UNINSTALL");
    /** The paid plan of the app changed; also spelled {@code PlanChange}. */
    public static final EventType PLAN_CHANGE = new EventType("PLAN_CHANGE");

    /** An invoice was created or changed: the body is the same for both (INFER). */
    public static final EventType INVOICE_CREATE_OR_UPDATE = new EventType("InvoiceCreateOrUpdate");
    /** A product was created, changed or deleted: the body does not say (INFER). */
    public static final EventType PRODUCT_CHANGE = new EventType("ProductChange");
    /** A price was created, changed or deleted: the body does not say (INFER). */
    public static final EventType PRICE_CHANGE = new EventType("PriceChange");
    /** The body says nothing that a type could be taken from. */
    public static final EventType UNTYPED = new EventType("");

    /** Takes any word, as it is. */
    public EventType {
        Objects.requireNonNull(value, "value");
    }

    /** The documented type that the text spells, such as {@code user.updated} for {@code UserUpdate}; else the text as it is. */
    public static EventType of(String text) {
        EventType documented = EventCatalogue.SPELLINGS.get(EventCatalogue.key(text));
        return documented == null ? new EventType(text) : documented;
    }

    /** All types of the vendor's list, those without a record of their own included. */
    public static List<EventType> documented() {
        return EventCatalogue.DOCUMENTED;
    }

    /** Whether the vendor documents it. */
    public boolean isDocumented() {
        return EventCatalogue.DOCUMENTED.contains(this);
    }

    /** The word, or {@code untyped}. */
    @Override
    public String toString() {
        return value.isEmpty() ? "untyped" : value;
    }

    EventKind kind() {
        return Optional.ofNullable(EventCatalogue.KINDS.get(this)).orElse(EventKind.OTHER);
    }
}
