package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.LOCATION;
import static dev.membersync.testkit.Vendor.message;
import static dev.membersync.testkit.Vendor.object;
import static dev.membersync.testkit.Vendor.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighLevelContactsTest {
    private final Vendor vendor = new Vendor();
    private final FakeMemberships fake = vendor.fake;
    private final FakeRecord ann = fake.contacts().add("Ann", "Van Lee", "Ann@example.com", "vip");

    private JsonObject contact(FakeReply reply) {
        return object(reply).object("contact").orElseThrow();
    }

    @Test
    void aContactIsReadWhole() {
        JsonObject contact = contact(vendor.get("/contacts/" + ann.id()));

        assertThat(contact.text("name")).hasValue("Ann Van Lee");
        assertThat(contact.text("emailLowerCase")).hasValue("ann@example.com");
        assertThat(contact.text("dateAdded")).hasValue("2026-11-23T10:00:00.000Z");
        assertThat(ann.id()).matches("[A-Za-z0-9]{20}");
    }

    @Test
    void anUnknownContactIs400InTwoShapes() {
        FakeReply plain = vendor.get("/contacts/nobody");
        FakeReply below = vendor.get("/contacts/nobody/notes");

        assertThat(plain.status()).isEqualTo(400);
        assertThat(message(plain)).isEqualTo("Contact not found for id:nobody");
        assertThat(below.status()).isEqualTo(400);
        assertThat(object(below).text("error")).hasValue("Contact with id nobody not found");
        assertThat(object(below).whole("status")).hasValue(400);
    }

    @Test
    void aNewContactIsAnswered201WithItsOffers() {
        FakeReply reply = vendor.send("POST", "/contacts/", "locationId", LOCATION, "name", "Bo Li Wu");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(contact(reply).keys()).contains("offers", "products");
        assertThat(contact(reply).text("lastName")).hasValue("Li Wu");
        assertThat(fake.writes().count("contact-create")).isEqualTo(1);
    }

    @Test
    void aContactWithOnlyALocationIs400WhoseBodySays422() {
        FakeReply reply = vendor.send("POST", "/contacts/", "locationId", LOCATION);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(object(reply).whole("statusCode")).hasValue(422);
        assertThat(fake.contacts().all()).hasSize(1);
    }

    @Test
    void aDuplicateIsRefusedAndNamed() {
        FakeReply reply = vendor.send("POST", "/contacts/", "locationId", LOCATION, "email", "ann@EXAMPLE.com");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).isEqualTo("This location does not allow duplicated contacts.");
        assertThat(object(reply).textMap("meta"))
                .containsEntry("contactId", ann.id())
                .containsEntry("matchingField", "email");
    }

    @Test
    void aLocationCanAllowDuplicates() {
        fake.records(RecordKind.LOCATION)
                .edit(LOCATION, location -> location.with("settings", Map.of("allowDuplicateContact", true)));

        assertThat(vendor.send("POST", "/contacts/", "locationId", LOCATION, "email", "ann@example.com")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locationId", "gender", "companyName", "registrationStatus"})
    void anUpdateRefusesWhatItDoesNotKnow(String property) {
        FakeReply reply = vendor.send("PUT", "/contacts/" + ann.id(), property, LOCATION);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(object(reply).texts("message")).containsExactly("property " + property + " should not exist");
        assertThat(fake.writes().isEmpty()).isTrue();
    }

    @Test
    void unknownQueryParametersAreRefusedToo() {
        FakeReply reply = vendor.get("/contacts/" + ann.id() + "?page=1");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(object(reply).texts("message")).containsExactly("property page should not exist");
    }

    @Test
    void anUpdateChangesNamedCustomFieldsOnly() {
        String level = fake.contacts().fieldId("level");
        fake.contacts().field(ann.id(), "membership_status", "active");

        FakeReply reply = vendor.send(
                "PUT", "/contacts/" + ann.id(), "customFields", List.of(Json.map("id", level, "field_value", "3")));

        assertThat(object(reply).flag("succeded")).isTrue();
        assertThat(contact(reply).objects("customFields"))
                .extracting(field -> field.text("id", ""), field -> field.text("value", ""))
                .contains(org.assertj.core.groups.Tuple.tuple(level, "3"));
        assertThat(fake.contacts().field(ann.id(), "membership_status")).hasValue("active");
    }

    @Test
    void aCustomFieldIsWrittenByKeyAndInTheNewSpelling() {
        vendor.send(
                "PUT",
                "/contacts/" + ann.id(),
                "customFields",
                List.of(Json.map("key", "membership_plan", "fieldValue", "gold")));

        assertThat(fake.contacts().field(ann.id(), "contact.membership_plan")).hasValue("gold");
    }

    @Test
    void aReadCustomFieldCannotBeWrittenBack() {
        FakeReply reply = vendor.send(
                "PUT", "/contacts/" + ann.id(), "customFields", List.of(Json.map("id", "x", "value", "gold")));

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void anUpsertFindsByEmailThenPhoneAndIgnoresTheOtherPersonsField() {
        fake.contacts().edit(fake.contacts().add("Bo", "Wu", "bo@example.com").id(), bo -> bo.with("phone", "+1555"));

        FakeReply reply = vendor.send(
                "POST",
                "/contacts/upsert",
                "locationId",
                LOCATION,
                "email",
                "ann@example.com",
                "phone",
                "+1555",
                "firstName",
                "Anna");

        assertThat(object(reply).flag("new")).isFalse();
        assertThat(contact(reply).text("id")).hasValue(ann.id());
        assertThat(contact(reply).text("firstName")).hasValue("Anna");
        assertThat(contact(reply).has("phone")).isFalse();
    }

    @Test
    void anUpsertOfAStrangerIsNew() {
        FakeReply reply = vendor.send("POST", "/contacts/upsert", "locationId", LOCATION, "phone", "+1777");

        assertThat(object(reply).flag("new")).isTrue();
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void aDeletedContactIsGone() {
        assertThat(object(vendor.send("DELETE", "/contacts/" + ann.id())).flag("succeded"))
                .isTrue();
        assertThat(fake.contacts().all()).isEmpty();
    }

    @Test
    void versionThreeSpellsTheFlagBothWays() {
        FakeReply reply =
                vendor.send(Vendor.headers(FakeMemberships.DEFAULT_KEY, "v3"), "DELETE", "/contacts/" + ann.id(), "");

        assertThat(object(reply).flag("succeeded")).isTrue();
        assertThat(object(reply).flag("succeded")).isTrue();
    }

    @Test
    void tagsAreAddedAndTakenAndAnsweredWhole() {
        FakeReply added = vendor.send("POST", "/contacts/" + ann.id() + "/tags", "tags", List.of("a", "vip"));
        FakeReply taken = vendor.send("DELETE", "/contacts/" + ann.id() + "/tags", "tags", List.of("vip"));

        assertThat(added.status()).isEqualTo(201);
        assertThat(object(added).texts("tags")).containsExactly("vip", "a");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(object(taken).texts("tags")).containsExactly("a");
        assertThat(fake.contacts().tagDefinitions()).contains("vip", "a");
    }

    @Test
    void bulkTagsReportErrorsPerContact() {
        FakeReply reply = vendor.send(
                "POST",
                "/contacts/bulk/tags/update/add",
                "contacts",
                List.of(ann.id(), "nobody"),
                "tags",
                List.of("new"),
                "locationId",
                LOCATION);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(object(reply).whole("errorCount")).hasValue(1);
        assertThat(fake.contacts().find(ann.id()).orElseThrow().texts("tags")).containsExactly("vip", "new");
    }

    @Test
    void bulkTagsCanClearAllTags() {
        vendor.send(
                "POST",
                "/contacts/bulk/tags/update/remove",
                "contacts",
                List.of(ann.id()),
                "tags",
                List.of("x"),
                "locationId",
                LOCATION,
                "removeAllTags",
                true);

        assertThat(fake.contacts().find(ann.id()).orElseThrow().texts("tags")).isEmpty();
    }

    @Test
    void theOldListLowersNamesAndPagesByKey() {
        vendor.clock.forward(java.time.Duration.ofSeconds(1));
        fake.contacts().add("Bo", "Wu", "bo@example.com");

        JsonObject first = object(vendor.get("/contacts/?locationId=" + LOCATION + "&limit=1"));
        Map<String, String> meta = first.textMap("meta");
        FakeReply second = vendor.get("/contacts/?locationId=" + LOCATION + "&limit=1&startAfter="
                + meta.get("startAfter") + "&startAfterId=" + meta.get("startAfterId"));

        assertThat(first.objects("contacts").get(0).text("firstName")).hasValue("bo");
        assertThat(first.objects("contacts").get(0).text("firstNameRaw")).hasValue("Bo");
        assertThat(texts(second, "contacts", "id")).containsExactly(ann.id());
    }

    @Test
    void theOldListWantsALocationAndAtMostAHundredRows() {
        assertThat(vendor.get("/contacts/").status()).isEqualTo(403);
        assertThat(vendor.get("/contacts/?locationId=" + LOCATION + "&limit=101")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aDuplicateIsFoundByItsAddress() {
        String base = "/contacts/search/duplicate?locationId=" + LOCATION + "&email=";

        assertThat(contact(vendor.get(base + "ann%40example.com")).text("id")).hasValue(ann.id());
        assertThat(object(vendor.get(base + "bo%40example.com")).isNull("contact"))
                .isTrue();
    }

    @Test
    void customFieldsAreListedAndDefined() {
        FakeReply created = vendor.send(
                "POST", "/locations/" + LOCATION + "/customFields", "name", "Shoe Size", "dataType", "NUMERICAL");
        FakeReply list = vendor.get("/locations/" + LOCATION + "/customFields");

        assertThat(created.status()).isEqualTo(201);
        assertThat(texts(list, "customFields", "fieldKey"))
                .containsExactly(
                        "contact.membership_status",
                        "contact.membership_plan",
                        "contact.registration_status",
                        "contact.shoe_size");
        assertThat(vendor.get("/locations/" + LOCATION + "/customFields/contact.shoe_size")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFieldThatIsNotTheWayTheServiceWantsItIsNamed() {
        assertThat(object(vendor.send("POST", "/contacts/search", "page", 1)).texts("message"))
                .contains("locationId should not be empty", "pageLimit should not be empty");
    }
}
