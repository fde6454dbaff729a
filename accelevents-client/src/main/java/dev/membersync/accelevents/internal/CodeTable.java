package dev.membersync.accelevents.internal;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;

import dev.membersync.client.internal.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every error code that the vendor lists (DOC; the exceptions are marked at {@code AcceleventsCodes}), with what it means and what to do in our words: the vendor's own texts may name people.
 */
public final class CodeTable {
    /**
     * code | kind | meaning | what to do next | what the one number of the vendor's text says, where it has one
     *
     * <p>The kind follows the first three digits but for four codes that begin like "not found" and are about what an order asks for. A kind is a refusal for good: none is
     * tried again by itself. {@code PERSON} is a {@code REJECTED} that says something about a person's data or standing and nothing about the event or its form.
     */
    private static final String ROWS = """
            # The caller
            4010101 | AUTH      | not authorised | check that the API key is whole, of this organisation, and in the header the service wants; a login link may be spent
            4010102 | AUTH      | the login is locked after repeated wrong passwords | wait 30 minutes, or reset the password
            4030101 | AUTH      | the caller is not staff of the event | give the owner of the key the staff role of this event
            4030201 | AUTH      | the caller is not host of the event | give the owner of the key the host role of this event
            4040100 | NOT_FOUND | no user with this login | check the login's e-mail address
            4060072 | REJECTED  | the password is too weak | choose a longer password of mixed characters
            4068006 | REJECTED  | the login link expired or was used | ask for a new link
            4090101 | REJECTED  | the user exists already | log in instead of signing up
            4090103 | REJECTED  | the account exists already | log in instead of signing up
            4090104 | REJECTED  | the password is empty | give a password
            4090105 | REJECTED  | the e-mail address is empty | give an e-mail address

            # The event
            4040014 | NOT_FOUND | the white-label account has no billing configuration | complete the billing of the white-label account at the console
            4040015 | NOT_FOUND | no white-label account with this address | check the white-label address
            4040200 | NOT_FOUND | no event with this address | check the event's address, the part after /events/ of its page
            4040201 | NOT_FOUND | the user has no event | check the event's address and whose key it is
            4040204 | NOT_FOUND | the occurrence of the recurring event was deleted or cancelled | choose another occurrence
            4060005 | REJECTED  | a module of the event must be active for this | activate the module at the console
            4060033 | REJECTED  | Stripe is not connected for the white-label event | connect Stripe to the white-label account first
            4060510 | REJECTED  | the event is recurring and the occurrence is not named | name the occurrence with occurrence(..)
            4060710 | REJECTED  | the event is not activated for registrations | activate the event for registrations
            40600013 | REJECTED | the address of this call is not supported | check the base URL, the event's address and the version of this library

            # Orders
            4040501 | NOT_FOUND | no such order | check the order id and that it belongs to this event
            4040503 | REJECTED  | the order asks for no tickets | ask for at least one ticket
            4040504 | REJECTED  | fewer tickets are left at this price than asked for | take fewer, wait until places become free, or raise the quantity of the ticket type | only # left
            4040506 | REJECTED  | a ticket type is not of this event | read the ticket settings again and choose a type of this event | ticket type #
            4040507 | REJECTED  | the number of seats differs from the number of tickets | choose one seat for each ticket
            4060016 | REJECTED  | the payment type is unknown | choose a payment type the service knows, such as CASH
            4060046 | REJECTED  | an add-on was ordered without a ticket to the event | add a ticket to the order
            4060422 | REJECTED  | the payment type is missing | say how the order is paid
            4060517 | REJECTED  | no tickets are available | wait until places become free, or raise the quantity of the ticket type

            # Payment
            4040101 | NOT_FOUND | the staff checkout knows no such user | check the buyer and whose key it is
            4060425 | REJECTED  | the hold of the order ended before it was paid | read the order, and when it is unpaid place a new one
            4060426 | REJECTED  | the order is paid already | nothing: an earlier attempt worked, look the ticket up in the orders list
            4060703 | REJECTED  | the payment card was not found | give the card again, or choose another way to pay
            4060704 | REJECTED  | card processing is not enabled for the event | enable card payments at the console, or choose another way to pay
            4060707 | REJECTED  | the charge for billing failed | check the account's payment method at the console
            4060717 | REJECTED  | the charge for the ticket failed | read the order before paying again, with another card

            # People
            4060004 | PERSON    | the phone number is not valid | correct the phone number and its country code
            4060065 | PERSON    | an administrator blocked the person | unblock the person at the console first
            4060074 | PERSON    | the e-mail address is not valid | correct the e-mail address
            4060098 | PERSON    | the e-mail address is on another ticket of the event | use another address, or switch off the event's rule of one ticket per address
            4060124 | PERSON    | the birth date lies in the future | correct the birth date
            4060132 | PERSON    | the age is not valid | correct the birth date or age
            4068921 | PERSON    | an administrator blocked the person | unblock the person at the console first
            4068922 | PERSON    | an administrator blocked the person | unblock the person at the console first
            4069101 | PERSON    | the first name is too long | shorten the first name to 50 characters
            4069102 | PERSON    | the last name is too long | shorten the last name to 50 characters
            4069103 | PERSON    | the e-mail address is too long | use an address of at most 75 characters

            # Check-in
            4060405 | REJECTED  | no ticket has this barcode | check the barcode and the event
            4060406 | REJECTED  | the ticket is checked in already | nothing: the person is in, perhaps by an earlier attempt
            4060407 | REJECTED  | the ticket is not checked in | nothing: there is no check-in to undo
            4060408 | REJECTED  | the ticket was refunded | let nobody in with it; sell a new ticket
            4068011 | REJECTED  | the ticket only lets into the virtual event | exchange the ticket for a type that lets in at the door

            # Discount and access codes
            4040019 | NOT_FOUND | no such access code | check the access code and its event
            4060410 | REJECTED  | the discount code exists already | choose another code, or change the one there is
            4060412 | REJECTED  | the discount code was used and cannot be deleted | end it by its date or its maximum of uses
            4060413 | REJECTED  | the new maximum is below the uses so far | choose a maximum not below the uses so far
            4060414 | REJECTED  | the percentage is above 100 | choose at most 100 percent
            4060416 | REJECTED  | the discount code is not valid for this ticket type | choose another code or ticket type
            4060421 | REJECTED  | the discount code is not applied to this order | apply the code to the order before paying
            4060428 | REJECTED  | the discount code is not valid for donations | leave the code away for a donation
            4060444 | REJECTED  | the times of the code relative to each occurrence are missing | give the relative start and end
            4090003 | REJECTED  | the access code exists already | choose another code, or change the one there is

            # Speakers and sessions
            404800  | NOT_FOUND | no such session | check the session id and the event
            404801  | NOT_FOUND | no such speaker | check the speaker id and the event
            406     | REJECTED  | several users share the e-mail address | use an address that one user has, or merge the users at the console
            4068906 | REJECTED  | a speaker with this e-mail address exists | update the speaker there is
            4090121 | REJECTED  | the speaker has logged in, so the e-mail address is fixed | leave the address as it is
            """;

    private static final Map<String, Row> BY_CODE = ROWS.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Row::of)
            .collect(collectingAndThen(
                    toMap(
                            Row::code,
                            row -> row,
                            (one, twin) -> {
                                throw new IllegalStateException("twice in the table: " + one.code());
                            },
                            LinkedHashMap::new),
                    Collections::unmodifiableMap));

    private CodeTable() {}

    /** What is known about a code; empty for one that is not listed. */
    public static Optional<Row> row(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Every row by its code, in the order of the table. */
    public static Map<String, Row> rows() {
        return BY_CODE;
    }

    /**
     * One code.
     *
     * @param code as the vendor writes it
     * @param kind which exception it becomes
     * @param aboutPerson whether it is about a person, not about the event, the form or the caller
     * @param meaning what happened
     * @param remedy what a person can do next
     * @param number what the number in the vendor's text says, with {@code #} in its place; empty when the text has none
     */
    public record Row(String code, Fault.Kind kind, boolean aboutPerson, String meaning, String remedy, String number) {
        private static final int FEWEST_CELLS = 4;

        private static Row of(String line) {
            var cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length < FEWEST_CELLS) {
                throw new IllegalStateException("not a row: " + line);
            }
            var number = cells.length > FEWEST_CELLS ? cells[FEWEST_CELLS] : "";
            var person = cells[1].equals("PERSON");
            return new Row(
                    cells[0],
                    person ? Fault.Kind.REJECTED : Fault.Kind.valueOf(cells[1]),
                    person,
                    cells[2],
                    cells[3],
                    number);
        }
    }
}
