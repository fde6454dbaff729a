package dev.membersync.accelevents;

import static dev.membersync.client.Confidence.DOC;
import static dev.membersync.client.Confidence.INFERRED;
import static dev.membersync.client.Confidence.LIVE;
import static dev.membersync.client.policy.Safety.IDEMPOTENT_WRITE;
import static dev.membersync.client.policy.Safety.ONCE_ONLY;
import static dev.membersync.client.policy.Safety.READ;

import dev.membersync.client.Operation;
import java.util.List;

/** Every endpoint this client knows, one row each; {@code {e}} is the event's address. */
final class Operations {
    private static final String STAFF = "/rest/events/{e}/staff";
    private static final String HOST = "/rest/host/ticketing/{e}";
    private static final String HOST_EVENT = "/rest/host/event/{e}";

    static final Operation TICKET_SETTINGS =
            Operation.of("ticketTypes.settings", "GET", STAFF + "/ticketing/settings", READ, DOC, "D:adding-attendees");
    static final Operation FEES =
            Operation.of("ticketTypes.fees", "POST", "/rest/events/{e}/calculateFee", READ, DOC, "D:adding-attendees");
    static final Operation PLACE_ORDER = Operation.of(
            "orders.place", "POST", STAFF + "/ticketing/order", ONCE_ONLY, DOC, "D:adding-attendees, R:order-tickets");
    static final Operation ORDER_FORM = Operation.of(
            "form.ofOrder",
            "GET",
            STAFF + "/ticketing/order/{orderId}/formattributes",
            READ,
            DOC,
            "R:ticket-module-get-dynamic-form-data");
    static final Operation PAY_ORDER = Operation.of(
            "orders.pay",
            "POST",
            STAFF + "/tickets/payment/order/{orderId}",
            ONCE_ONLY,
            DOC,
            "R:ticket-module-display-purchase-ticket; query and body 3RD, OLD");
    static final Operation LIST_ORDERS = Operation.of(
            "orders.list", "GET", STAFF + "/orders", READ, DOC, "R:get-ticketing-orders; envelope OLD, LIVE");
    static final Operation GET_ORDER = Operation.of(
            "orders.get",
            "GET",
            STAFF + "/refund/order/{orderId}",
            READ,
            DOC,
            "R:get-ticketing-order-data-by-order-id");
    static final Operation DELETE_TICKET = Operation.of(
            "orders.delete",
            "DELETE",
            HOST_EVENT + "/ticketing/deleteEventTicket/order/{orderId}",
            IDEMPOTENT_WRITE,
            LIVE,
            "QA; R:delete-ticket");
    static final Operation EXCHANGE_TICKET = Operation.of(
            "orders.exchange",
            "PUT",
            HOST_EVENT + "/order/{orderId}/transfer-event-ticket",
            ONCE_ONLY,
            DOC,
            "D:exchange-ticket-type-1, R:exchange-ticket-type");
    static final Operation LIST_ATTENDEES = Operation.of(
            "attendees.list", "GET", STAFF + "/allAttendees", READ, DOC, "R:get-all-attendees; envelope FIX, OLD");
    static final Operation GET_HOLDER = Operation.of(
            "holders.get",
            "GET",
            HOST + "/holderData/ticket/{ticketId}",
            READ,
            DOC,
            "R:get-ticketing-holder-data-by-ticketing-id");
    static final Operation UPDATE_HOLDER = Operation.of(
            "holders.update",
            "PUT",
            HOST + "/holderData/ticket/{ticketId}",
            IDEMPOTENT_WRITE,
            INFERRED,
            "R:update-ticketing-holder-attributes-data-by-ticketing-id; path from its GET");
    static final Operation UPDATE_HOLDER_BY_BARCODE = Operation.of(
            "holders.updateByBarcode",
            "PUT",
            HOST + "/holder-data/barcode/{barcode}",
            IDEMPOTENT_WRITE,
            DOC,
            "R:update-ticketing-holder-attributes-data-by-barcode-id");
    static final Operation FORM_CATALOGUE =
            Operation.of("form.catalogue", "GET", HOST + "/settings", READ, DOC, "R:get-ticketing-setting");

    /** All rows, in the order of a registration. */
    static final List<Operation> ALL = List.of(
            TICKET_SETTINGS,
            FEES,
            PLACE_ORDER,
            ORDER_FORM,
            PAY_ORDER,
            LIST_ORDERS,
            GET_ORDER,
            DELETE_TICKET,
            EXCHANGE_TICKET,
            LIST_ATTENDEES,
            GET_HOLDER,
            UPDATE_HOLDER,
            UPDATE_HOLDER_BY_BARCODE,
            FORM_CATALOGUE);

    private Operations() {}
}
