package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.location.CustomField;
import dev.membersync.memberships.location.CustomFieldDraft;
import dev.membersync.memberships.location.DataType;
import dev.membersync.memberships.location.FieldModel;
import dev.membersync.testkit.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the live service does with a location, its fields and those of custom objects, told one operation at a time. */
final class LocationStories {

    private LocationStories() {}

    static void locations(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("locations.get", stage -> {
            var location = stage.client.locations().location().execute();
            assertThat(location.companyId()).contains("comp1");
            assertThat(location.allowDuplicateContact()).contains(false);
        });
        rows.put(
                "customFields.list",
                stage -> assertThat(stage.client.customFields().list(FieldModel.CONTACT))
                        .extracting(field -> field.fieldKey().orElse(""))
                        .contains("contact.membership_status"));
        rows.put("customFields.get", stage -> {
            CustomField field = stage.client
                    .customFields()
                    .field("contact.membership_status")
                    .execute();
            assertThat(field.dataType()).contains(DataType.TEXT);
            assertThat(field.model()).contains(FieldModel.CONTACT);
        });
        rows.put("customFields.create", stage -> {
            CustomField boxes = stage.client
                    .customFields()
                    .create(CustomFieldDraft.of("Boxes", DataType.TEXTBOX_LIST)
                            .model(FieldModel.CONTACT)
                            .placeholder("?")
                            .position(2)
                            .textBoxes(Map.of("Size", "L")))
                    .execute();
            assertThat(boxes.fieldKey()).contains("contact.boxes");
        });
        rows.put("customFields.update", stage -> {
            CustomFieldDraft draft =
                    CustomFieldDraft.of("Papers", DataType.FILE_UPLOAD).files(List.of(".pdf"), 2);
            String id = stage.fake.contacts().fieldId("plan");
            assertThat(stage.client.customFields().update(id, draft).execute().name())
                    .contains("Papers");
        });
        rows.put("customFields.delete", stage -> {
            String id = stage.fake.contacts().fieldId("plan");
            stage.client.customFields().delete(id).execute();
            assertThat(stage.gone(RecordKind.CUSTOM_FIELD, id)).isEmpty();
        });
        rows.put("objectFields.get", stage -> {
            String id = pet(stage);
            assertThat(stage.client.customFields().objectField(id).execute().fieldKey())
                    .contains("custom_objects.pet.name");
        });
        rows.put("objectFields.list", stage -> {
            String id = pet(stage);
            assertThat(stage.client.customFields().objectFields("custom_objects.pet"))
                    .extracting(CustomField::id)
                    .containsExactly(id);
        });
    }

    private static String pet(HighLevelStage stage) {
        return stage.add(
                RecordKind.CUSTOM_FIELD,
                Map.of("objectKey", "custom_objects.pet", "fieldKey", "custom_objects.pet.name", "name", "Name"));
    }
}
