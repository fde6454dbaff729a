package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Change;
import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.contact.Appointment;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.contact.ContactField;
import dev.membersync.memberships.contact.ContactSearch;
import dev.membersync.memberships.contact.ContactUpdate;
import dev.membersync.memberships.contact.CustomFieldValue;
import dev.membersync.memberships.contact.DndChannel;
import dev.membersync.memberships.contact.DndStatus;
import dev.membersync.memberships.contact.Filter;
import dev.membersync.memberships.contact.Note;
import dev.membersync.memberships.contact.NoteDraft;
import dev.membersync.memberships.contact.Sort;
import dev.membersync.memberships.contact.Task;
import dev.membersync.memberships.contact.TaskDraft;
import dev.membersync.memberships.contact.TaskUpdate;
import dev.membersync.memberships.contact.Upserted;
import dev.membersync.memberships.user.StaffDraft;
import dev.membersync.memberships.user.StaffQuery;
import dev.membersync.memberships.user.StaffRole;
import dev.membersync.memberships.user.StaffUpdate;
import dev.membersync.memberships.user.StaffUser;
import dev.membersync.memberships.user.User;
import dev.membersync.testkit.RecordKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What each operation on people does and shows, client against fake. */
final class PeopleStories {

    private static final Instant DUE = Instant.parse("2026-12-01T09:00:00Z");

    private PeopleStories() {}

    static Map<String, Consumer<HighLevelStage>> all() {
        Map<String, Consumer<HighLevelStage>> rows = new LinkedHashMap<>();
        staff(rows);
        contacts(rows);
        about(rows);
        papers(rows);
        LocationStories.locations(rows);
        return rows;
    }

    private static String staff(HighLevelStage stage, String name) {
        return stage.add(
                RecordKind.USER,
                Map.of("firstName", name, "lastName", "Lee", "email", name + "@staff.example", "scopes", List.of("a")));
    }

    private static void staff(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("users.list", stage -> {
            String id = staff(stage, "bo");
            assertThat(stage.client.users().list()).extracting(User::userId).containsExactly(id);
        });
        rows.put("users.search", stage -> {
            staff(stage, "ann");
            String id = staff(stage, "bo");
            StaffQuery query = StaffQuery.all()
                    .location("loc1")
                    .matching("bo")
                    .type("account")
                    .role("user")
                    .ids(List.of(id, "x"))
                    .twoWaySync(false)
                    .sortedBy("dateAdded", true);
            assertThat(stage.client.users().search(query))
                    .extracting(StaffUser::id)
                    .containsExactly(id);
        });
        rows.put("users.byEmail", stage -> {
            staff(stage, "ann");
            String id = staff(stage, "bo");
            try (var agency = stage.agency()) {
                assertThat(agency.users().byEmail(List.of("BO@staff.example", "x@y.example")))
                        .singleElement()
                        .satisfies(
                                user -> assertThat(user.id() + user.firstName().orElse(""))
                                        .isEqualTo(id + "bo"));
            }
        });
        rows.put("users.get", stage -> {
            StaffUser user = stage.client.users().staff(staff(stage, "bo")).execute();
            assertThat(user.name()).contains("bo Lee");
            assertThat(user.role().orElseThrow().locationIds()).containsExactly("loc1");
            assertThat(user.scopes()).containsExactly("a");
        });
        rows.put("users.create", stage -> {
            StaffDraft draft = StaffDraft.of(
                            "Bo", "Lee", "bo@staff.example", Secret.of("Abcdefghijk1!"), StaffRole.admin("loc1"))
                    .phone("+15550100")
                    .permissions(Map.of("membershipEnabled", true))
                    .scopes(List.of("membership.write"));
            StaffUser made = stage.client.users().create(draft).execute();
            assertThat(made.may("membershipEnabled")).contains(true);
            assertThat(stage.record(RecordKind.USER, made.id()).text("email")).contains("bo@staff.example");
        });
        rows.put("users.update", stage -> {
            String id = staff(stage, "bo");
            StaffUpdate update = StaffUpdate.of(id)
                    .phone(Change.to("+15550100"))
                    .role(StaffRole.admin("loc1"))
                    .scopes(List.of());
            StaffUser after = stage.client.users().edit(update).execute();
            assertThat(after.phone()).contains("+15550100");
            assertThat(after.scopes()).isEmpty();
            assertThat(after.role().orElseThrow().role()).contains("admin");
        });
        rows.put("users.delete", stage -> {
            String id = staff(stage, "bo");
            assertThat(stage.client.users().delete(id).execute().succeeded()).isTrue();
            assertThat(stage.gone(RecordKind.USER, id)).isEmpty();
        });
    }

    private static void contacts(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("contacts.search", stage -> {
            String id = stage.ann();
            stage.fake.contacts().add("Bo", "Kim", "bo@example.org");
            ContactSearch search = ContactSearch.where(
                            Filter.eq("tags", "member"),
                            Filter.or(Filter.contains("email", "ann"), Filter.exists("phone")),
                            Filter.atLeast("dateUpdated", Instant.EPOCH))
                    .query("ann")
                    .by(Sort.desc("dateUpdated"));
            assertThat(stage.client.contacts().search(search)).singleElement().satisfies(hit -> {
                assertThat(hit.id()).isEqualTo(id);
                assertThat(hit.fullName()).contains("Ann Lee");
                assertThat(hit.extra()).doesNotContainKey("searchAfter");
            });
        });
        rows.put("contacts.list", stage -> {
            String id = stage.ann();
            assertThat(stage.client.contacts().list("ann")).singleElement().satisfies(row -> {
                assertThat(row.id()).isEqualTo(id);
                assertThat(row.fullName()).contains("Ann Lee");
            });
        });
        rows.put("contacts.ofBusiness", stage -> {
            String id = stage.add(RecordKind.CONTACT, Map.of("firstName", "Ann", "businessId", "b1"));
            stage.ann();
            assertThat(stage.client.contacts().ofBusiness("b1"))
                    .extracting(Contact::id)
                    .containsExactly(id);
        });
        rows.put("contacts.duplicate", stage -> {
            String id = stage.add(RecordKind.CONTACT, Map.of("email", "ann+1@example.org", "phone", "+15550100"));
            var contacts = stage.client.contacts();
            assertThat(contacts.duplicate("ann+1@example.org").execute().map(Contact::id))
                    .contains(id);
            assertThat(contacts.duplicateByPhone("+15550100").execute().map(Contact::id))
                    .contains(id);
            assertThat(contacts.duplicate("no@example.org").execute()).isEmpty();
        });
        rows.put("contacts.get", stage -> {
            Contact contact = stage.client.contacts().contact(stage.ann()).execute();
            assertThat(contact.email()).contains("ann@example.org");
            assertThat(contact.tags()).containsExactly("member");
        });
        rows.put("contacts.create", stage -> {
            String field = stage.fake.contacts().fieldId("plan");
            ContactDraft draft = ContactDraft.of("ann@example.org")
                    .with(ContactField.FIRST_NAME, "Ann")
                    .with(ContactField.COMPANY_NAME, "Lee Ltd")
                    .tags(List.of("member"))
                    .dnd(DndChannel.EMAIL, DndStatus.ACTIVE)
                    .customField(CustomFieldValue.of(field, "gold"))
                    .customField(CustomFieldValue.ofKey("contact.membership_status", "active"));
            Contact made = stage.client.contacts().create(draft).execute();
            assertThat(made.customField(field)).contains("gold");
            assertThat(made.companyName()).contains("Lee Ltd");
            assertThat(stage.fake.contacts().field(made.id(), "membership_status"))
                    .contains("active");
            assertThat(made.extra()).containsKeys("offers", "products");
        });
        rows.put("contacts.update", stage -> {
            String id = stage.ann();
            ContactUpdate update = ContactUpdate.of(id)
                    .with(ContactField.LAST_NAME, "Kim")
                    .with(ContactField.FIRST_NAME, Change.clear())
                    .tags(List.of())
                    .dnd(DndChannel.SMS, DndStatus.PERMANENT)
                    .customField(CustomFieldValue.of(stage.fake.contacts().fieldId("plan"), "gold"));
            Contact after = stage.client.contacts().update(update).execute();
            assertThat(after.fullName()).contains("Kim");
            assertThat(after.tags()).isEmpty();
            assertThat(stage.fake.contacts().field(id, "plan")).contains("gold");
        });
        rows.put("contacts.upsert", stage -> {
            var contacts = stage.client.contacts();
            ContactDraft draft = ContactDraft.of("ann@example.org").with(ContactField.PHONE, "+15550100");
            Upserted made = contacts.upsert(draft).execute();
            Upserted again = contacts.upsert(draft.tags(List.of("vip"))).execute();
            assertThat(made.created()).contains(true);
            assertThat(again.created()).contains(false);
            assertThat(again.contact().id()).isEqualTo(made.contact().id());
            assertThat(contacts.upsert(draft, true).execute().created()).contains(false);
        });
        rows.put("contacts.delete", stage -> {
            String id = stage.ann();
            stage.client.contacts().delete(id).execute();
            assertThat(stage.gone(RecordKind.CONTACT, id)).isEmpty();
        });
    }

    private static void about(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put(
                "contacts.tags.add",
                stage -> assertThat(stage.client
                                .contacts()
                                .tags(stage.ann())
                                .add(List.of("vip"))
                                .execute())
                        .containsExactly("member", "vip"));
        rows.put(
                "contacts.tags.remove",
                stage -> assertThat(stage.client
                                .contacts()
                                .tags(stage.ann())
                                .remove(List.of("member"))
                                .execute())
                        .isEmpty());
        rows.put("contacts.tags.bulk", stage -> {
            String id = stage.ann();
            var contacts = stage.client.contacts();
            var partial =
                    contacts.addTags(List.of(id, "nobody"), List.of("vip")).execute();
            assertThat(partial.complete()).isFalse();
            assertThat(partial.errors()).hasValue(1);
            assertThat(contacts.removeTags(List.of(id), List.of("member"))
                            .execute()
                            .complete())
                    .isTrue();
            assertThat(stage.record(RecordKind.CONTACT, id).texts("tags")).containsExactly("vip");
            contacts.removeAllTags(List.of(id)).execute();
            assertThat(stage.record(RecordKind.CONTACT, id).texts("tags")).isEmpty();
        });
        rows.put("contacts.workflow.enrol", stage -> {
            var workflows = stage.client.contacts().workflows(stage.ann());
            workflows.enrol("w1").execute();
            workflows
                    .enrol("w2", OffsetDateTime.parse("2026-06-23T03:30:00+01:00"))
                    .execute();
            assertThat(stage.records(RecordKind.ENROLMENT).all())
                    .extracting(row -> row.text("workflowId").orElse("")
                            + row.text("eventStartTime").orElse(""))
                    .containsExactly("w1", "w22026-06-23T03:30:00+01:00");
        });
        rows.put("contacts.workflow.leave", stage -> {
            var workflows = stage.client.contacts().workflows(stage.ann());
            workflows.enrol("w1").execute();
            workflows.leave("w1").execute();
            assertThat(stage.records(RecordKind.ENROLMENT).all()).isEmpty();
        });
        rows.put("contacts.campaigns.add", stage -> {
            stage.client.contacts().campaigns(stage.ann()).add("k1").execute();
            assertThat(stage.records(RecordKind.ENROLMENT).count()).isEqualTo(1);
        });
        rows.put("contacts.campaigns.remove", stage -> {
            var campaigns = stage.client.contacts().campaigns(stage.ann());
            campaigns.add("k1").execute();
            campaigns.remove("k1").execute();
            assertThat(stage.records(RecordKind.ENROLMENT).all()).isEmpty();
        });
        rows.put("contacts.campaigns.removeAll", stage -> {
            var campaigns = stage.client.contacts().campaigns(stage.ann());
            campaigns.add("k1").execute();
            campaigns.add("k2").execute();
            campaigns.removeAll().execute();
            assertThat(stage.records(RecordKind.ENROLMENT).all()).isEmpty();
        });
        rows.put("contacts.followers.add", stage -> {
            var now = stage.client
                    .contacts()
                    .followers(stage.ann())
                    .add(List.of("u1"))
                    .execute();
            assertThat(now.followers()).containsExactly("u1");
            assertThat(now.changed()).containsExactly("u1");
        });
        rows.put("contacts.followers.remove", stage -> {
            var followers = stage.client.contacts().followers(stage.ann());
            followers.add(List.of("u1", "u2")).execute();
            var now = followers.remove(List.of("u1")).execute();
            assertThat(now.followers()).containsExactly("u2");
            assertThat(now.changed()).containsExactly("u1");
        });
        rows.put("contacts.business.bulk", stage -> {
            String id = stage.ann();
            assertThat(stage.client.contacts().assignBusiness(List.of(id), "b1").execute())
                    .containsExactly(id);
            assertThat(stage.record(RecordKind.CONTACT, id).text("businessId")).contains("b1");
            stage.client.contacts().leaveBusiness(List.of(id)).execute();
            assertThat(stage.record(RecordKind.CONTACT, id).text("businessId")).isEmpty();
        });
        rows.put("contacts.appointments", stage -> {
            String id = stage.ann();
            stage.add(
                    RecordKind.APPOINTMENT,
                    Map.of("contactId", id, "title", "Tour", "startTime", "2026-12-01T09:00:00.000Z"));
            assertThat(stage.client.contacts().appointments(id))
                    .extracting(Appointment::startTime)
                    .containsExactly(java.util.Optional.of(DUE));
        });
    }

    private static void papers(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("notes.list", stage -> {
            var notes = stage.client.contacts().notes(stage.ann());
            String id = notes.create(NoteDraft.of("a")).execute().id();
            assertThat(notes.list()).extracting(Note::id).containsExactly(id);
        });
        rows.put("notes.get", stage -> {
            var notes = stage.client.contacts().notes(stage.ann());
            String id = notes.create(NoteDraft.of("a")).execute().id();
            assertThat(notes.note(id).execute().body()).contains("a");
        });
        rows.put("notes.create", stage -> {
            NoteDraft draft =
                    NoteDraft.of("a\nb").userId("u1").title("T").color("#fff").pinned(true);
            Note note = stage.client.contacts().notes(stage.ann()).create(draft).execute();
            assertThat(note.body()).contains("a\nb");
            assertThat(note.pinned()).contains(true);
        });
        rows.put("notes.update", stage -> {
            var notes = stage.client.contacts().notes(stage.ann());
            String id = notes.create(NoteDraft.of("a")).execute().id();
            assertThat(notes.update(id, NoteDraft.of("b")).execute().body()).contains("b");
        });
        rows.put("notes.delete", stage -> {
            var notes = stage.client.contacts().notes(stage.ann());
            notes.delete(notes.create(NoteDraft.of("a")).execute().id()).execute();
            assertThat(notes.list()).isEmpty();
        });
        rows.put("tasks.list", stage -> {
            var tasks = stage.client.contacts().tasks(stage.ann());
            String id = tasks.create(TaskDraft.of("Call", DUE)).execute().id();
            assertThat(tasks.list()).extracting(Task::id).containsExactly(id);
        });
        rows.put("tasks.get", stage -> {
            var tasks = stage.client.contacts().tasks(stage.ann());
            String id = tasks.create(TaskDraft.of("Call", DUE)).execute().id();
            assertThat(tasks.task(id).execute().dueDate()).contains(DUE);
        });
        rows.put("tasks.create", stage -> {
            TaskDraft draft = TaskDraft.of("Call", DUE).body("b").assignedTo("u1");
            Task task = stage.client.contacts().tasks(stage.ann()).create(draft).execute();
            assertThat(task.completed()).contains(false);
            assertThat(task.assignedTo()).contains("u1");
        });
        rows.put("tasks.update", stage -> {
            var tasks = stage.client.contacts().tasks(stage.ann());
            String id =
                    tasks.create(TaskDraft.of("Call", DUE).body("b")).execute().id();
            Task after = tasks.update(
                            id,
                            TaskUpdate.empty()
                                    .title("Write")
                                    .body(Change.clear())
                                    .assignedTo(Change.clear()))
                    .execute();
            assertThat(after.title()).contains("Write");
            assertThat(after.body()).isEmpty();
        });
        rows.put("tasks.complete", stage -> {
            var tasks = stage.client.contacts().tasks(stage.ann());
            String id = tasks.create(TaskDraft.of("Call", DUE)).execute().id();
            assertThat(tasks.complete(id, true).execute().completed()).contains(true);
        });
        rows.put("tasks.delete", stage -> {
            var tasks = stage.client.contacts().tasks(stage.ann());
            tasks.delete(tasks.create(TaskDraft.of("Call", DUE)).execute().id()).execute();
            assertThat(tasks.list()).isEmpty();
        });
    }
}
