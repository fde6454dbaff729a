package dev.membersync.memberships.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Contract;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocationContractTest {

    private static final String FIELDS = "/locations/loc1/customFields";
    private static final String FIELD = """
            {"id":"f1","name":"Plan","fieldKey":"contact.plan","placeholder":"?","dataType":"SINGLE_OPTIONS","position":0,
             "picklistOptions":["gold","silver"],"locationId":"loc1","model":"contact"}""";
    private static final String LOCATION = """
            {"id":"loc1","companyId":"comp1","name":"Club","email":"club@example.org","timezone":"Europe/Paris",
             "country":"FR","settings":{"allowDuplicateContact":false,"disableContactTimezone":true}}""";

    @ParameterizedTest
    @MethodSource("table")
    void onTheWire(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("table")
    void onTheWireOfVersion3(Contract contract) {
        contract.answers(contract.status(), contract.reply().replace("succeded", "succeeded"))
                .hold(MembershipsProfile.HIGHLEVEL_V3);
    }

    @Test
    void noOperationOfTheRoomIsWithoutARow() {
        Contract.noneIsMissing(table(), MembershipsProfile.HIGHLEVEL, "locations", "customFields", "objectFields");
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("table")
    void anyReplyIsAValueOrATypedError(Contract contract) {
        contract.survives(MembershipsProfile.HIGHLEVEL);
    }

    @Test
    void aNewCustomFieldWithoutATypeIsRefusedBeforeItIsSent() {
        var fields = Scripts.highLevel(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL)
                .customFields();
        assertThatThrownBy(() -> fields.create(CustomFieldDraft.named("Plan")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProfileWithoutLocationsHasNoneOfThis() {
        var client = Scripts.client(ScriptedTransport.create());
        assertThatThrownBy(() -> client.locations().location())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("STANDARD");
    }

    static List<Contract> table() {
        return List.of(
                Contract.of("locations.get", client -> client.locations().location())
                        .sends("GET /locations/loc1")
                        .answers(200, "{\"location\":" + LOCATION + ",\"traceId\":\"t\"}")
                        .gives(Location.class, LocationContractTest::whole),
                on("customFields.list", fields -> fields.list(FieldModel.CONTACT))
                        .sends("GET " + FIELDS + "?model=contact")
                        .answers(200, "{\"customFields\":[" + FIELD + "]}")
                        .gives(CustomField.class, LocationContractTest::whole),
                on("customFields.get", fields -> fields.field("contact.plan"))
                        .sends("GET " + FIELDS + "/contact.plan")
                        .answers(200, "{\"customField\":" + FIELD + "}")
                        .gives(CustomField.class, LocationContractTest::whole),
                on(
                                "customFields.create",
                                fields -> fields.create(CustomFieldDraft.of("Boxes", DataType.TEXTBOX_LIST)
                                        .model(FieldModel.CONTACT)
                                        .placeholder("?")
                                        .position(2)
                                        .textBoxes(Map.of("Size", "L"))))
                        .sends(
                                "POST " + FIELDS,
                                "{\"name\":\"Boxes\",\"dataType\":\"TEXTBOX_LIST\",\"model\":\"contact\","
                                        + "\"placeholder\":\"?\",\"position\":2,"
                                        + "\"textBoxListOptions\":[{\"label\":\"Size\",\"prefillValue\":\"L\"}]}")
                        .answers(201, "{\"customField\":" + FIELD + "}")
                        .gives(CustomField.class, LocationContractTest::whole),
                on(
                                "customFields.update",
                                fields -> fields.update(
                                        "f1",
                                        CustomFieldDraft.of("Papers", DataType.FILE_UPLOAD)
                                                .files(List.of(".pdf"), 2)))
                        .sends(
                                "PUT " + FIELDS + "/f1",
                                "{\"name\":\"Papers\",\"acceptedFormat\":[\".pdf\"],\"isMultipleFile\":true,"
                                        + "\"maxNumberOfFiles\":2}")
                        .answers(200, "{\"customField\":" + FIELD + "}")
                        .gives(CustomField.class, LocationContractTest::whole),
                on("customFields.delete", fields -> fields.delete("f1"))
                        .sends("DELETE " + FIELDS + "/f1")
                        .answers(200, "{\"succeded\":true}"),
                on("objectFields.get", fields -> fields.objectField("f1"))
                        .sends("GET /custom-fields/f1")
                        .answers(200, "{\"field\":" + FIELD + "}")
                        .gives(CustomField.class, LocationContractTest::whole),
                on("objectFields.list", fields -> fields.objectFields("custom_objects.pet"))
                        .sends("GET /custom-fields/object-key/custom_objects.pet?locationId=loc1")
                        .answers(200, "{\"fields\":[" + FIELD + "],\"folders\":[{\"id\":\"d1\"}]}")
                        .gives(CustomField.class, LocationContractTest::whole));
    }

    private static Contract on(String operation, Function<CustomFieldsApi, Object> call) {
        return Contract.of(operation, client -> call.apply(client.customFields()));
    }

    private static void whole(CustomField field) {
        assertThat(field.id()).isEqualTo("f1");
        assertThat(field.name()).contains("Plan");
        assertThat(field.fieldKey()).contains("contact.plan");
        assertThat(field.dataType()).contains(DataType.SINGLE_OPTIONS);
        assertThat(field.model()).contains(FieldModel.CONTACT);
        assertThat(field.picklistOptions()).containsExactly("gold", "silver");
        assertThat(field.extra()).containsOnlyKeys("placeholder", "position", "locationId");
    }

    private static void whole(Location location) {
        assertThat(location.id()).isEqualTo("loc1");
        assertThat(location.companyId()).contains("comp1");
        assertThat(location.name()).contains("Club");
        assertThat(location.email()).contains("club@example.org");
        assertThat(location.timezone()).contains("Europe/Paris");
        assertThat(location.country()).contains("FR");
        assertThat(location.allowDuplicateContact()).contains(false);
        assertThat(location.extra()).containsOnlyKeys("settings");
    }
}
