package dev.membersync.accelevents;

/**
 * Vendor error codes that a caller may want to tell apart; compare them with {@code ApiException.code()}.
 *
 * <p>A code is the HTTP status and a serial of four digits (INFER from all codes listed). Meanings are the vendor's (DOC) unless marked.
 */
public final class AcceleventsCodes {
    /** Not authorised. */
    public static final String NOT_AUTHORISED = "4010101";
    /** The caller is not staff of the event. */
    public static final String NOT_STAFF = "4030101";
    /** The caller is not host of the event. */
    public static final String NOT_HOST = "4030201";
    /** No event with this address. */
    public static final String EVENT_NOT_FOUND = "4040200";
    /** No such order. */
    public static final String ORDER_NOT_FOUND = "4040501";
    /** The ticket type does not belong to the event. */
    public static final String TICKET_TYPE_NOT_OF_EVENT = "4040506";
    /** Fewer tickets left than asked for; the text carries the number. */
    public static final String TOO_FEW_LEFT = "4040504";
    /** No tickets available. */
    public static final String SOLD_OUT = "4060517";
    /** The payment type is unknown. */
    public static final String PAYMENT_TYPE_UNKNOWN = "4060016";
    /** The payment type is missing. */
    public static final String PAYMENT_TYPE_MISSING = "4060422";
    /** The hold of the order ended; a new order is needed. */
    public static final String HOLD_EXPIRED = "4060425";
    /** The order is paid already; after a lost answer this means that the earlier attempt worked. */
    public static final String ALREADY_PAID = "4060426";
    /** The event asks for one e-mail address per holder and this one is taken. */
    public static final String EMAIL_TAKEN = "4060098";
    /** The e-mail address is not valid. */
    public static final String EMAIL_INVALID = "4060074";
    /** The phone number is not valid. */
    public static final String PHONE_INVALID = "4060004";
    /** The first name is longer than 50 characters. */
    public static final String FIRST_NAME_TOO_LONG = "4069101";
    /** The last name is longer than 50 characters. */
    public static final String LAST_NAME_TOO_LONG = "4069102";
    /** The e-mail address is longer than 75 characters. */
    public static final String EMAIL_TOO_LONG = "4069103";
    /** An administrator blocked the person; must be unblocked first. */
    public static final String PERSON_BLOCKED = "4068922";
    /** The event is not activated for registrations. */
    public static final String EVENT_NOT_ACTIVATED = "4060710";
    /** No ticket has this barcode. */
    public static final String BARCODE_UNKNOWN = "4060405";
    /** The ticket is checked in already. */
    public static final String ALREADY_CHECKED_IN = "4060406";
    /** The ticket was refunded. */
    public static final String TICKET_REFUNDED = "4060408";

    private AcceleventsCodes() {}
}
