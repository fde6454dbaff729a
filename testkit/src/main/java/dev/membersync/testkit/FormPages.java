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
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        long left = Math.max(0, Duration.between(visit.now(), order.holdUntil()).toSeconds());
        List<Map<String, Object>> attendees = new ArrayList<>();
        for (long typeId : order.typeIds()) {
            attendees.add(Json.map(
                    "attributes", fields(event, typeId, false),
                    "questions", fields(event, typeId, true),
                    "header", "Ticket " + (attendees.size() + 1),
                    "ticketTypeName", event.type(typeId).name()));
        }
        List<Map<String, Object>> buyer =
                FormRules.builtIn().stream().map(field -> field(field, 0)).toList();
        return FakeReply.json(
                200,
                Json.map(
                        "discountCoupon",
                        false,
                        "ticketAttribute",
                        Json.map(
                                "buyerInformationFields",
                                buyer,
                                "buyerQuestions",
                                List.of(),
                                "hasHolderAttributes",
                                true,
                                "attendees",
                                attendees,
                                "addOnsQuestions",
                                List.of()),
                        "orderId",
                        order.id(),
                        "remainingSeconds",
                        order.issued() ? 0 : left));
    }

    FakeReply catalogue(Visit visit) {
        EventState event = state.event(visit);
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (FakeField field : event.fields().values()) {
            attributes.add(Json.map(
                    "id",
                    7001 + attributes.size(),
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
                "defaultValue", choices(field),
                "mandatory", field.mandatory(),
                "eventTicketTypeId", typeId);
    }

    /** Choices travel as a JSON text inside the JSON, with the vendor's spelling (LIVE). */
    static String choices(FakeField field) {
        if (field.options().isEmpty()) {
            return "";
        }
        List<Map<String, Object>> options = new ArrayList<>();
        for (String option : field.options()) {
            options.add(Json.map("label", option, "value", option, "key", "k" + (options.size() + 1)));
        }
        return new String(Json.bytes(Json.map("dafultvalues", Json.map("dafultvalue", options))), UTF_8);
    }
}
