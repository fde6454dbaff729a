package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.COMPANY;
import static dev.membersync.testkit.Vendor.LOCATION;
import static dev.membersync.testkit.Vendor.object;
import static dev.membersync.testkit.Vendor.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighLevelPapersTest {
    private final Vendor vendor = new Vendor();
    private final FakeMemberships fake = vendor.fake;
    private final String ann =
            fake.contacts().add("Ann", "Lee", "ann@example.com").id();
    private final String base = "/contacts/" + ann;

    @Test
    void notesAreWrittenReadAndDeleted() {
        FakeReply made = vendor.send("POST", base + "/notes", "body", "hello");
        String id = object(made).object("note").orElseThrow().text("id", "");
        vendor.send("PUT", base + "/notes/" + id, "body", "bye");

        assertThat(made.status()).isEqualTo(201);
        assertThat(texts(vendor.get(base + "/notes"), "notes", "body")).containsExactly("bye");
        assertThat(object(vendor.send("DELETE", base + "/notes/" + id)).flag("succeded"))
                .isTrue();
        assertThat(vendor.get(base + "/notes/" + id).status()).isEqualTo(400);
    }

    @Test
    void tasksAreCompleted() {
        FakeReply made = vendor.send(
                "POST", base + "/tasks", "title", "Call", "dueDate", "2026-12-01T00:00:00Z", "completed", false);
        String id = object(made).object("task").orElseThrow().text("id", "");

        FakeReply done = vendor.send("PUT", base + "/tasks/" + id + "/completed", "completed", true);

        assertThat(object(done).object("task").orElseThrow().flag("completed")).isTrue();
    }

    @Test
    void followersAreAnsweredWholeAndChanged() {
        FakeReply reply = vendor.send("POST", base + "/followers", "followers", List.of("u1"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(object(reply).texts("followers")).containsExactly("u1");
        assertThat(object(reply).texts("followersAdded")).containsExactly("u1");
    }

    @Test
    void enrolmentsAreKeptForInspection() {
        vendor.send("POST", base + "/workflow/w1", "eventStartTime", "2026-12-01T00:00:00+00:00");
        FakeReply campaign = vendor.send("POST", base + "/campaigns/c1");

        assertThat(campaign.status()).isEqualTo(201);
        assertThat(fake.records(RecordKind.ENROLMENT).all())
                .extracting(
                        one -> one.text("workflowId").orElse("-"),
                        one -> one.text("campaignId").orElse("-"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("w1", "-"), org.assertj.core.groups.Tuple.tuple("-", "c1"));
        assertThat(vendor.send("DELETE", base + "/campaigns/removeAll").status())
                .isEqualTo(200);
        assertThat(vendor.send("DELETE", base + "/workflow/w1").status()).isEqualTo(200);
        assertThat(fake.records(RecordKind.ENROLMENT).count()).isZero();
    }

    @Test
    void theHyphenatedRemoveAllExistsInVersionThreeOnly() {
        String path = base + "/campaigns/remove-all";

        assertThat(vendor.send("DELETE", path).status()).isEqualTo(404);
        assertThat(vendor.send(Vendor.headers(FakeMemberships.DEFAULT_KEY, "v3"), "DELETE", path, "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void contactsJoinABusinessInBulk() {
        FakeReply reply = vendor.send(
                "POST", "/contacts/bulk/business", "locationId", LOCATION, "ids", List.of(ann), "businessId", "b1");

        assertThat(object(reply).flag("success")).isTrue();
        assertThat(texts(vendor.get("/contacts/business/b1?locationId=" + LOCATION), "contacts", "id"))
                .containsExactly(ann);
    }

    @Test
    void staffIsMadeFoundChangedAndDeleted() {
        FakeReply made = vendor.send(
                "POST",
                "/users/",
                "companyId",
                COMPANY,
                "firstName",
                "Stan",
                "lastName",
                "Staff",
                "email",
                "stan@example.com",
                "password",
                "Abcdefgh1234!",
                "type",
                "account",
                "role",
                "user",
                "locationIds",
                List.of(LOCATION));
        String id = object(made).text("id", "");
        FakeReply changed = vendor.send("PUT", "/users/" + id, "firstName", "Stanley", "email", "new@example.com");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text()).doesNotContain("Abcdefgh1234!");
        assertThat(object(changed).text("name")).hasValue("Stanley Staff");
        assertThat(object(changed).text("email")).hasValue("stan@example.com");
        assertThat(texts(vendor.get("/users/?locationId=" + LOCATION), "users", "id"))
                .containsExactly(id);
        assertThat(texts(vendor.get("/users/search?query=STAN&companyId=" + COMPANY), "users", "id"))
                .containsExactly(id);
        assertThat(object(vendor.send("DELETE", "/users/" + id)).text("message"))
                .isPresent();
    }

    @Test
    void staffTakesNoFieldsOfMembers() {
        String id =
                fake.records(RecordKind.USER).add(Map.of("firstName", "Stan")).id();

        assertThat(object(vendor.send("PUT", "/users/" + id, "registrationStatus", "x"))
                        .texts("message"))
                .containsExactly("property registrationStatus should not exist");
    }

    @Test
    void staffIsFoundByEmailWithTwoFieldsUnlessAsked() {
        Vendor agency = new Vendor(FakeMemberships.builder().companyKey("agency", "users.readonly"));
        agency.fake.records(RecordKind.USER).add(Map.of("firstName", "Stan", "email", "stan@example.com"));
        String body = "{\"companyId\":\"" + COMPANY + "\",\"emails\":\"STAN@example.com, x@example.com\"";

        FakeReply few = agency.as("agency", "POST", "/users/search/filter-by-email", body + "}");
        FakeReply all = agency.as("agency", "POST", "/users/search/filter-by-email", body + ",\"projection\":\"all\"}");

        assertThat(object(few).objects("users").get(0).keys()).containsExactlyInAnyOrder("id", "email");
        assertThat(object(all).objects("users").get(0).keys()).contains("roles", "firstName");
    }
}
