package dev.membersync.accelevents.error;

import dev.membersync.accelevents.internal.CodeTable;
import java.util.Optional;
import java.util.Set;

/**
 * The vendor's error codes, to be compared with {@code ApiException.code()}, and what is known about them.
 *
 * <p>A code is the HTTP status and a serial of four digits (INFER from all codes listed; a few are shorter or longer). It decides which exception a refusal becomes, whatever
 * the HTTP status. Meanings are the vendor's (DOC) unless marked. No refusal with a code is tried again by itself. Thread-safe.
 */
public final class AcceleventsCodes {
    // The caller and logins of people

    /** Not authorised; after a login by link, the link is bad. */
    public static final String NOT_AUTHORISED = "4010101";

    /** The login is locked for 30 minutes after repeated wrong passwords. */
    public static final String LOGIN_LOCKED = "4010102";

    /** The caller is not staff of the event. */
    public static final String NOT_STAFF = "4030101";

    /** The caller is not host of the event. */
    public static final String NOT_HOST = "4030201";

    /** No user has this login (DOC, OLD). */
    public static final String LOGIN_UNKNOWN = "4040100";

    /** The password is too weak. */
    public static final String PASSWORD_WEAK = "4060072";

    /** The login link expired or was used. */
    public static final String LOGIN_LINK_SPENT = "4068006";

    /** The user exists already. */
    public static final String USER_EXISTS = "4090101";

    /** The account exists already (OLD). */
    public static final String ACCOUNT_EXISTS = "4090103";

    /** The password is empty. */
    public static final String PASSWORD_EMPTY = "4090104";

    /** The e-mail address of the login is empty. */
    public static final String LOGIN_EMAIL_EMPTY = "4090105";

    // The event

    /** The white-label account has no billing configuration. */
    public static final String WHITE_LABEL_BILLING_MISSING = "4040014";

    /** No white-label account has this address. */
    public static final String WHITE_LABEL_UNKNOWN = "4040015";

    /** No event with this address. */
    public static final String EVENT_NOT_FOUND = "4040200";

    /** The user has no event (OLD). */
    public static final String NO_EVENT_FOR_USER = "4040201";

    /** The occurrence was deleted or cancelled. */
    public static final String OCCURRENCE_GONE = "4040204";

    /** A module of the event must be active first. */
    public static final String MODULE_INACTIVE = "4060005";

    /** Stripe is not connected for the white-label event. */
    public static final String STRIPE_NOT_CONNECTED = "4060033";

    /** The event is recurring and the call names no occurrence. */
    public static final String OCCURRENCE_MISSING = "4060510";

    /** The event is not activated for registrations. */
    public static final String EVENT_NOT_ACTIVATED = "4060710";

    /** The address of the call is not supported. */
    public static final String URL_NOT_SUPPORTED = "40600013";

    // Orders

    /** No such order. */
    public static final String ORDER_NOT_FOUND = "4040501";

    /** The order asks for no tickets. */
    public static final String ORDER_EMPTY = "4040503";

    /** Fewer tickets left than asked for; {@code detail("number")} tells how many, where the text does. */
    public static final String TOO_FEW_LEFT = "4040504";

    /** The ticket type does not belong to the event; {@code detail("number")} is its id, where the text has it. */
    public static final String TICKET_TYPE_NOT_OF_EVENT = "4040506";

    /** The number of seats differs from the number of tickets. */
    public static final String SEATS_DIFFER = "4040507";

    /** The payment type is unknown. */
    public static final String PAYMENT_TYPE_UNKNOWN = "4060016";

    /** An add-on was ordered without a ticket to the event. */
    public static final String ADD_ON_ALONE = "4060046";

    /** The payment type is missing. */
    public static final String PAYMENT_TYPE_MISSING = "4060422";

    /** No tickets available. */
    public static final String SOLD_OUT = "4060517";

    // Payment

    /** The staff checkout knows no such user. */
    public static final String BUYER_UNKNOWN = "4040101";

    /** The hold of the order ended; a new order is needed. */
    public static final String HOLD_EXPIRED = "4060425";

    /** The order is paid already; after a lost answer this means that the earlier attempt worked. */
    public static final String ALREADY_PAID = "4060426";

    /** The payment card was not found. */
    public static final String CARD_NOT_FOUND = "4060703";

    /** Card processing is not enabled. */
    public static final String CARDS_NOT_ENABLED = "4060704";

    /** The charge for billing failed. */
    public static final String BILLING_CHARGE_FAILED = "4060707";

    /** The charge for the ticket failed. */
    public static final String TICKET_CHARGE_FAILED = "4060717";

    // People

    /** The phone number is not valid. */
    public static final String PHONE_INVALID = "4060004";

    /** An administrator blocked the person; first of three variants. */
    public static final String PERSON_BLOCKED_AT_ORDER = "4060065";

    /** The e-mail address is not valid. */
    public static final String EMAIL_INVALID = "4060074";

    /** The event asks for one e-mail address per holder and this one is taken. */
    public static final String EMAIL_TAKEN = "4060098";

    /** The birth date lies in the future. */
    public static final String BIRTH_DATE_IN_FUTURE = "4060124";

    /** The age is not valid. */
    public static final String AGE_INVALID = "4060132";

    /** An administrator blocked the person; second of three variants. */
    public static final String PERSON_BLOCKED_AT_PAYMENT = "4068921";

    /** An administrator blocked the person; must be unblocked first. */
    public static final String PERSON_BLOCKED = "4068922";

    /** The first name is longer than 50 characters. */
    public static final String FIRST_NAME_TOO_LONG = "4069101";

    /** The last name is longer than 50 characters. */
    public static final String LAST_NAME_TOO_LONG = "4069102";

    /** The e-mail address is longer than 75 characters. */
    public static final String EMAIL_TOO_LONG = "4069103";

    // Check-in

    /** No ticket has this barcode. */
    public static final String BARCODE_UNKNOWN = "4060405";

    /** The ticket is checked in already. */
    public static final String ALREADY_CHECKED_IN = "4060406";

    /** The ticket has the booked status already: nothing to undo (INFER). */
    public static final String NOT_CHECKED_IN = "4060407";

    /** The ticket was refunded. */
    public static final String TICKET_REFUNDED = "4060408";

    /** The ticket only lets into the virtual event. */
    public static final String VIRTUAL_ONLY = "4068011";

    // Discount and access codes

    /** No such access code. */
    public static final String ACCESS_CODE_NOT_FOUND = "4040019";

    /** The discount code exists already. */
    public static final String DISCOUNT_EXISTS = "4060410";

    /** The discount code was used and cannot be deleted. */
    public static final String DISCOUNT_USED = "4060412";

    /** The new maximum is below the uses so far. */
    public static final String DISCOUNT_MAXIMUM_BELOW_USES = "4060413";

    /** The percentage is above 100. */
    public static final String DISCOUNT_ABOVE_HUNDRED = "4060414";

    /** The discount code is not valid for the ticket type. */
    public static final String DISCOUNT_NOT_FOR_TYPE = "4060416";

    /** The discount code is not applied to this order. */
    public static final String DISCOUNT_NOT_APPLIED = "4060421";

    /** The discount code is not valid for donations. */
    public static final String DISCOUNT_NOT_FOR_DONATION = "4060428";

    /** The times relative to each occurrence are missing. */
    public static final String RELATIVE_TIMES_MISSING = "4060444";

    /** The access code exists already. */
    public static final String ACCESS_CODE_EXISTS = "4090003";

    // Speakers and sessions

    /** No such session. */
    public static final String SESSION_NOT_FOUND = "404800";

    /** No such speaker. */
    public static final String SPEAKER_NOT_FOUND = "404801";

    /** Several users share the e-mail address. */
    public static final String EMAIL_SHARED = "406";

    /** A speaker with this e-mail address exists. */
    public static final String SPEAKER_EXISTS = "4068906";

    /** The speaker has logged in, so the e-mail address stays. */
    public static final String SPEAKER_EMAIL_FIXED = "4090121";

    private AcceleventsCodes() {}

    /** Every code that is known, in groups. */
    public static Set<String> known() {
        return CodeTable.rows().keySet();
    }

    /** What a code means, in our words: half a sentence, free of anybody's data; empty for an unknown code. */
    public static Optional<String> meaning(String code) {
        return CodeTable.row(code).map(CodeTable.Row::meaning);
    }

    /** What a person can do next; empty for an unknown code. */
    public static Optional<String> remedy(String code) {
        return CodeTable.row(code).map(CodeTable.Row::remedy);
    }

    /**
     * Whether a refusal is about a person's data or standing, such as an address that is taken or a block; it is the same for every event setting and form, and nothing helps but
     * another answer or a decision. False for an unknown code.
     */
    public static boolean isAboutPerson(String code) {
        return CodeTable.row(code).filter(CodeTable.Row::aboutPerson).isPresent();
    }
}
