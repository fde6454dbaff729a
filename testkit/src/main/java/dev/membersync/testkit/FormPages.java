package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The registration form: of one order, and as the event's catalogue. */
final class FormPages {
    private final AcceleventsState state;

    FormPages(AcceleventsState state) {
        this.state = state;
    }

    FakeReply ofOrder(Visit visit) {
        return FakeReply.json(200, form(visit));
    }

    /** The public twin tells more of the buyer, who is nobody yet (DOC). */
    FakeReply inPublic(Visit visit) {
        Map<String, Object> form = form(visit);
        form.put("customDisclaimer", "");
        form.put("processingFeesToPurchaser", false);
        form.put(
                "purchaserDetail",
                Json.map(
                        "addressRequired",
                        false,
                        "admin",
                        false,
                        "countryCode",
                        "US",
                        "email",
                        "",
                        "firstName",
                        "",
                        "lastName",
                        "",
                        "hasStaffAccess",
                        false,
                        "linkedCard",
                        Json.map("stripeCards", List.of()),
                        "userId",
                        null,
                        "phonenumber",
                        "",
                        "marketingOptIn",
                        false));
        return FakeReply.json(200, form);
    }

    private Map<String, Object> form(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        long left = Math.max(0, Duration.between(visit.now(), order.holdUntil()).toSeconds());
        List<Map<String, Object>> attendees = new ArrayList<>();
        for (long typeId : order.typeIds()) {
            attendees.add(Json.map(
                    "attributes", fields(event, typeId, false),
                    "questions", fields(event, typeId, true),
                    "nestedQuestions", NestedForm.rows(event),
                    "header", "Ticket " + (attendees.size() + 1),
                    "ticketTypeName", event.type(typeId).name()));
        }
        List<Map<String, Object>> buyer =
                FormRules.builtIn().stream().map(field -> field(field, 0)).toList();
        List<Map<String, Object>> buyerQuestions = event.office().buyerQuestions().values().stream()
                .map(field -> field(field, 0))
                .toList();
        return Json.map(
                "discountCoupon",
                !event.office().discounts().isEmpty(),
                "ticketAttribute",
                Json.map(
                        "buyerInformationFields",
                        buyer,
                        "buyerQuestions",
                        buyerQuestions,
                        "hasHolderAttributes",
                        true,
                        "attendees",
                        attendees,
                        "addOnsQuestions",
                        List.of()),
                "orderId",
                order.id(),
                "remainingSeconds",
                order.issued() ? 0 : left);
    }

    FakeReply catalogue(Visit visit) {
        EventState event = state.event(visit);
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (FakeField field : event.fields().values()) {
            attributes.add(Json.map(
                    "id",
                    event.fieldId(field.name()),
                    "fieldName",
                    field.name(),
                    "enabledForTicketHolder",
                    true,
                    "requiredForTicketHolder",
                    field.mandatory(),
                    "enabledForTicketPurchaser",
                    attributes.size() < 3,
                    "requiredForTicketPurchaser",
                    attributes.size() < 3,
                    "isDeletedForHolder",
                    false,
                    "isDeletedForBuyer",
                    false,
                    "createdFrom",
                    field.question() ? "CUSTOM" : "DEFAULT",
                    "type",
                    field.type(),
                    "holderPosition",
                    attributes.size() * 1000,
                    "buyerPosition",
                    attributes.size() * 1000));
        }
        return FakeReply.json(
                200,
                Json.map(
                        "eventURL", event.url(),
                        "attributes", attributes,
                        "holderAttribute", true,
                        "collectAddOnAttribute", false,
                        "allowAttendeeToEditInfo", true));
    }

    private static List<Map<String, Object>> fields(EventState event, long typeId, boolean questions) {
        return event.fields().values().stream()
                .filter(field -> field.question() == questions && field.asksFor(typeId))
                .map(field -> field(field, typeId))
                .toList();
    }

    private static Map<String, Object> field(FakeField field, long typeId) {
        return Json.map(
                "name", field.name(),
                "type", field.type(),
                "value", "",
                "defaultValue", choices(field.options()),
                "mandatory", field.mandatory(),
                "eventTicketTypeId", typeId);
    }

    /** Choices travel as a JSON text inside the JSON, with the vendor's spelling (LIVE). */
    static String choices(List<String> options) {
        if (options.isEmpty()) {
            return "";
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String option : options) {
            rows.add(Json.map("label", option, "value", option, "key", "k" + (rows.size() + 1)));
        }
        return new String(Json.bytes(Json.map("dafultvalues", Json.map("dafultvalue", rows))), UTF_8);
    }
}
