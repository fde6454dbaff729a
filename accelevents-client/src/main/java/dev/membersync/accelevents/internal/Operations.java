package dev.membersync.accelevents.internal;

import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.policy.Safety;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every endpoint this client knows, one row each; {@code {e}} is the event's address, a star after the id marks an experimental one. */
public final class Operations {
    private static final String ROWS = """
            ticketTypes.settings    | READ             | DOC         | GET /rest/events/{e}/staff/ticketing/settings                                   | D:adding-attendees
            ticketTypes.fees        | READ             | DOC         | POST /rest/events/{e}/calculateFee                                              | D:adding-attendees
            ticketTypes.forBuyers   | READ             | DOC         | GET /rest/events/{e}/ticketing/settings                                         | R:get-available-ticketing-details
            ticketTypes.display     | READ             | DOC         | GET /rest/events/{e}/displayTicketing/settings                                  | R:ticket-module-display-page-setting
            ticketTypes.portal      | READ             | DOC         | GET /rest/events/{e}/displayTicketing/settings/portal                           | R:ticket-module-display-page-setting-2
            ticketTypes.list        | READ             | INFERRED    | GET /rest/host/ticketing/{e}/ticketTypes                                        | fields R:get-all-available-ticketing-types; path OLD
            ticketTypes.rules       | READ             | DOC         | GET /rest/host/ticketing/{e}/getTicketingTypeSettings                           | R:get-all-ticketing-type-settings
            ticketTypes.save*       | ONCE_ONLY        | OLD         | POST /rest/host/ticketing/{e}/ticketTypes                                       | WEB17
            ticketTypes.delete*     | IDEMPOTENT_WRITE | OLD         | DELETE /rest/host/ticketing/{e}/ticketType/{typeId}                             | WEB17
            form.catalogue          | READ             | DOC         | GET /rest/host/ticketing/{e}/settings                                           | R:get-ticketing-setting
            form.ofOrder            | READ             | DOC         | GET /rest/events/{e}/staff/ticketing/order/{orderId}/formattributes             | R:ticket-module-get-dynamic-form-data
            orders.place            | ONCE_ONLY        | DOC         | POST /rest/events/{e}/staff/ticketing/order                                     | D:adding-attendees, R:order-tickets
            orders.pay              | ONCE_ONLY        | DOC         | POST /rest/events/{e}/staff/tickets/payment/order/{orderId}                     | R:ticket-module-display-purchase-ticket; query and body 3RD, OLD
            orders.list             | READ             | DOC         | GET /rest/events/{e}/staff/orders                                               | R:get-ticketing-orders; envelope OLD, LIVE
            orders.ofUser           | READ             | DOC         | GET /rest/events/{e}/staff/user/{userId}/orders                                 | R:get-user-ticketing-orders
            orders.get              | READ             | DOC         | GET /rest/events/{e}/staff/refund/order/{orderId}                               | R:get-ticketing-order-data-by-order-id
            orders.refund*          | ONCE_ONLY        | DOC         | POST /rest/events/{e}/staff/refund/order/{orderId}                              | R:refund-ticketing-order-by-id; body OLD
            orders.exchange         | ONCE_ONLY        | DOC         | PUT /rest/host/event/{e}/order/{orderId}/transfer-event-ticket                  | D:exchange-ticket-type-1, R:exchange-ticket-type
            orders.delete           | IDEMPOTENT_WRITE | LIVE        | DELETE /rest/host/event/{e}/ticketing/deleteEventTicket/order/{orderId}         | QA; R:delete-ticket
            orders.resendMail       | ONCE_ONLY        | DOC         | GET /rest/host/ticketing/{e}/resendmail/order/{orderId}                         | R:resend-mail-to-ticket-buyer-and-ticket-holder
            orders.resendHolderMail | ONCE_ONLY        | DOC         | GET /rest/host/ticketing/{e}/resendmail/order/{orderId}/ticketing/{ticketingId} | R:resend-mail-to-ticket-holder-by-ticketing-id
            checkout.place          | ONCE_ONLY        | DOC         | POST /rest/events/{e}/ticketing/order                                           | R:order-generation; body as that of staff
            checkout.form           | READ             | DOC         | GET /rest/events/{e}/ticketing/order/{orderId}/formattributes                   | R:get-the-holderbuyeraddon-field-details
            checkout.applyCode*     | ONCE_ONLY        | OLD         | GET /rest/events/{e}/tickets/order/{orderId}/coupon/{couponCode}                | WEB17
            checkout.pay*           | ONCE_ONLY        | OLD         | POST /rest/events/{e}/tickets/payment/order/{orderId}                           | R:confirm-order-by-paying-ticket-amount; path WEB17
            attendees.list          | READ             | DOC         | GET /rest/events/{e}/staff/allAttendees                                         | R:get-all-attendees; envelope FIX, OLD
            attendees.profile       | READ             | DOC         | GET /rest/event/{e}/attendee/{id}                                               | R:get-getstream-channels-1
            checkIn.set             | ONCE_ONLY        | DOC         | GET /rest/events/{e}/staff/checkin/barcode/{barcode}/checkin/{flag}             | R:event-ticket-chekin
            holders.get             | READ             | DOC         | GET /rest/host/ticketing/{e}/holderData/ticket/{ticketId}                       | R:get-ticketing-holder-data-by-ticketing-id
            holders.summary         | READ             | INFERRED    | GET /rest/host/ticketing/{e}/holderData/holder/{ticketId}                       | fields R:get-all-available-ticketing-types-1; path OLD
            holders.update          | IDEMPOTENT_WRITE | INFERRED    | PUT /rest/host/ticketing/{e}/holderData/ticket/{ticketId}                       | R:update-ticketing-holder-attributes-data-by-ticketing-id; path from its GET
            holders.updateByBarcode | IDEMPOTENT_WRITE | DOC         | PUT /rest/host/ticketing/{e}/holder-data/barcode/{barcode}                      | R:update-ticketing-holder-attributes-data-by-barcode-id
            buyers.get              | READ             | INFERRED    | GET /rest/host/ticketing/{e}/purchaserData/order/{orderId}                      | R:get-ticketing-purchaser-attributes-data-by-order-id; path from its PUT
            buyers.update           | IDEMPOTENT_WRITE | DOC         | PUT /rest/host/ticketing/{e}/purchaserData/order/{orderId}                      | R:update-ticketing-purchaser-data-by-order-id
            discountCodes.list      | READ             | DOC         | GET /rest/host/ticketing/{e}/couponCodes                                        | R:get-all-discount-codes-for-ticketing
            discountCodes.create    | ONCE_ONLY        | DOC         | POST /rest/host/ticketing/{e}/couponCode                                        | R:save-discount-codes-for-ticketing; body OLD
            discountCodes.update    | IDEMPOTENT_WRITE | DOC         | PUT /rest/host/ticketing/{e}/couponCode/{id}                                    | R:update-discount-codes-for-ticketing; body OLD
            discountCodes.delete    | IDEMPOTENT_WRITE | DOC         | DELETE /rest/host/ticketing/{e}/couponCode/{id}                                 | R:delete-discount-code-detail-by-code
            accessCodes.create*     | ONCE_ONLY        | INFERRED    | POST /rest/host/ticketing/{e}/accessCode                                        | R:access-code; path from its PUT
            accessCodes.update*     | IDEMPOTENT_WRITE | DOC         | PUT /rest/host/ticketing/{e}/accessCode                                         | R:access-code-2
            events.host             | READ             | DOC         | GET /rest/host/event/{e}/eventDetails                                           | R:event-and-design-details
            events.get              | READ             | DOC         | GET /rest/events/{e}                                                            | R:event-data-with-design-details
            events.cached           | READ             | DOC         | GET /rest/cache/events/{e}                                                      | R:get-virtual-event-settings-1
            events.create           | ONCE_ONLY        | DOC         | POST /rest/u/create/newevent                                                    | R:create-new-event, D:create-and-configure-event
            organizers.list         | READ             | DOC         | GET /rest/u/organizers                                                          | R:get-list-of-organizers-of-logged-in-user
            organizers.events       | READ             | DOC         | GET /rest/u/organizer/{organizerUrl}/{pastEvent}                                | R:get-organizer-events; tail of the path cut off
            events.ofWhiteLabel*    | READ             | OLD         | GET /rest/whiteLabelURL/{whiteLabelURL}/events                                  | WEB17; rows R:get-list-of-events-of-white-label
            speakers.list           | READ             | SPEC        | GET /rest/host/event/{e}/speaker                                                | R:get-all-speakers
            speakers.withSessions   | READ             | SPEC        | GET /rest/host/event/{e}/speaker/speakerWithSessions                            | R:get-all-speakers-with-associated-session
            speakers.create         | ONCE_ONLY        | SPEC        | POST /rest/host/event/{e}/speaker                                               | R:create-speaker
            speakers.update         | IDEMPOTENT_WRITE | SPEC        | PUT /rest/host/event/{e}/speaker/{id}                                           | R:update-speaker; AIE
            sessions.agenda         | READ             | LIVE        | GET /rest/events/{e}/session                                                    | AIE
            sessions.list           | READ             | THIRD_PARTY | GET /rest/host/event/{e}/session                                                | R:get-all-sessions-1
            sessions.get            | READ             | DOC         | GET /rest/host/event/{e}/session/{id}                                           | R:get-session-by-id
            sessions.create         | ONCE_ONLY        | SPEC        | POST /rest/host/event/{e}/session                                               | R:create-session
            sessions.update         | IDEMPOTENT_WRITE | SPEC        | PUT /rest/host/event/{e}/session/{id}                                           | R:update-session; AIE
            sessions.attendance     | READ             | DOC         | GET /rest/host/session/{sessionId}/attendee                                     | R:get-attendee-data-for-session-by-session-id
            uploads.image           | ONCE_ONLY        | LIVE        | POST /rest/event/upload/image                                                   | AIE
            uploads.answerFile      | ONCE_ONLY        | LIVE        | POST /rest/event/upload/uploadFileForTicketing                                  | WEBNEW
            logins.password*        | ONCE_ONLY        | OLD         | POST /rest/u/login                                                              | WEB17
            logins.token*           | ONCE_ONLY        | DOC         | POST /rest/u/login/token/{token}                                                | R:login-using-token
            logins.userKey*         | ONCE_ONLY        | DOC         | POST /rest/u/loginUserByUserKey/{userKey}                                       | R:login-using-userkey
            logins.portal*          | ONCE_ONLY        | DOC         | POST /rest/u/loginSignUp/{e}                                                    | R:login-signup
            logins.signUp*          | ONCE_ONLY        | DOC         | POST /rest/u/signup/admin                                                       | reference root
            myTickets.order         | READ             | DOC         | GET /rest/u/myticket/order/{orderId}                                            | R:get-ticket-order-detail-by-order-id
            myTickets.buyer         | READ             | DOC         | GET /rest/u/myticket/purchaserData/order/{orderId}                              | R:get-ticket-purchase-detail-by-order-id
            """;

    private static final Map<String, Operation> BY_ID = new LinkedHashMap<>();
    private static final Set<String> EXPERIMENTAL = new LinkedHashSet<>();

    static {
        ROWS.lines().forEach(Operations::add);
    }

    private Operations() {}

    /** All rows, in the order of the table. */
    public static List<Operation> all() {
        return new ArrayList<>(BY_ID.values());
    }

    /** The ids of those whose body or path no vendor page shows. */
    public static Set<String> experimental() {
        return Set.copyOf(EXPERIMENTAL);
    }

    static Operation of(String id) {
        var row = BY_ID.get(id);
        if (row == null) {
            throw new IllegalArgumentException("no operation " + id);
        }
        return row;
    }

    private static void add(String line) {
        var cells = line.split("\\|");
        var name = cells[0].strip();
        var id = name.replace("*", "");
        var target = cells[3].strip().split(" ");
        BY_ID.put(
                id,
                Operation.of(
                        id,
                        target[0],
                        target[1],
                        Safety.valueOf(cells[1].strip()),
                        Confidence.valueOf(cells[2].strip()),
                        cells[4].strip()));
        if (name.endsWith("*")) {
            EXPERIMENTAL.add(id);
        }
    }
}
