package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Locations and the custom fields of their contacts (SPEC). */
final class CustomFieldRoutes {
    private final HighLevelState state;

    CustomFieldRoutes(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of(
                "locations.get", this::location,
                "customFields.list", this::list,
                "customFields.create", this::create,
                "customFields.get", ask -> one(200, find(ask)),
                "customFields.update",
                        ask -> one(
                                200,
                                state.update(
                                        RecordKind.CUSTOM_FIELD,
                                        find(ask).withAll(ask.body().values()))),
                "customFields.delete", this::delete,
                "objectFields.list", this::objectFields,
                "objectFields.get", this::objectField);
    }

    /** The values of a text field with this name; its key follows from the name. */
    static Map<String, Object> text(String name) {
        return Json.map("name", name, "fieldKey", key(name, "contact"));
    }

    private static String key(String name, String model) {
        return model + "." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** The route checked already that the token reaches the location; one that does not exist is 403 too. */
    private FakeReply location(Ask ask) {
        FakeRecord location = state.shelf(RecordKind.LOCATION)
                .find(ask.variable("locationId"))
                .orElseThrow(HighLevelDialect::foreignLocation);
        return FakeReply.json(200, Json.map("location", state.view(RecordKind.LOCATION, location)));
    }

    private FakeReply list(Ask ask) {
        String model = ask.query("model").orElse("contact");
        if (!List.of("contact", "opportunity", "all").contains(model)) {
            throw MembershipsDialect.invalid(
                    List.of("model must be one of the following values: contact, opportunity, all"));
        }
        List<Map<String, Object>> fields =
                state.shelf(RecordKind.CUSTOM_FIELD).where("locationId", ask.variable("locationId")).stream()
                        .filter(field -> field.text("objectKey").isEmpty())
                        .filter(field -> model.equals("all")
                                || field.text("model").orElse("").equals(model))
                        .map(field -> state.view(RecordKind.CUSTOM_FIELD, field))
                        .toList();
        return FakeReply.json(200, Json.map("customFields", fields));
    }

    private FakeReply create(Ask ask) {
        String model = ask.body().text("model", "contact");
        FakeRecord field = state.create(
                RecordKind.CUSTOM_FIELD,
                Json.map(
                        "name", ask.body().text("name", ""),
                        "fieldKey", key(ask.body().text("name", ""), model),
                        "dataType", ask.body().text("dataType", ""),
                        "placeholder", ask.body().text("placeholder", ""),
                        "position", ask.body().whole("position").orElse(0),
                        "model", model,
                        "locationId", ask.variable("locationId")));
        return one(201, field);
    }

    private FakeReply delete(Ask ask) {
        state.remove(RecordKind.CUSTOM_FIELD, find(ask).id());
        return ContactRoutes.done(ask, Json.map());
    }

    private FakeRecord find(Ask ask) {
        return state.customField(ask.variable("id"))
                .filter(field -> field.text("locationId").orElse("").equals(ask.variable("locationId")))
                .filter(field -> field.text("objectKey").isEmpty())
                .orElseThrow(() -> unknown(ask));
    }

    private static Refusal unknown(Ask ask) {
        return new Refusal(MembershipsDialect.error(
                400, "Custom field with id " + ask.variable("id") + " not found", "Bad Request"));
    }

    /** The fields of a custom object: those records that name its {@code objectKey}. */
    private FakeReply objectFields(Ask ask) {
        List<Map<String, Object>> fields =
                state.shelf(RecordKind.CUSTOM_FIELD).where("objectKey", ask.variable("objectKey")).stream()
                        .filter(field -> field.text("locationId").equals(ask.query("locationId")))
                        .map(field -> state.view(RecordKind.CUSTOM_FIELD, field))
                        .toList();
        return FakeReply.json(200, Json.map("fields", fields, "folders", List.of()));
    }

    private FakeReply objectField(Ask ask) {
        return state.shelf(RecordKind.CUSTOM_FIELD)
                .find(ask.variable("id"))
                .filter(field -> field.text("objectKey").isPresent()
                        && ask.who().reaches(field.text("locationId").orElse("")))
                .map(field -> FakeReply.json(200, Json.map("field", state.view(RecordKind.CUSTOM_FIELD, field))))
                .orElseThrow(() -> unknown(ask));
    }

    private FakeReply one(int status, FakeRecord field) {
        return FakeReply.json(status, Json.map("customField", state.view(RecordKind.CUSTOM_FIELD, field)));
    }
}
