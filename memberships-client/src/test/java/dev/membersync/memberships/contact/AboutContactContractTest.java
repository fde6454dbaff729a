package dev.membersync.memberships.contact;

import static dev.membersync.memberships.contact.ContactContractTest.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Change;
import dev.membersync.memberships.Contract;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AboutContactContractTest {

    private static final String NOTE = """
            {"id":"n1","body":"Called","userId":"u1","dateAdded":"2026-01-02T03:04:05.000Z","contactId":"c1","title":"T",
             "color":"#fff","pinned":true,"relations":[]}""";
    private static final String TASK = """
            {"id":"t1","title":"Call","body":"At noon","assignedTo":"u1","dueDate":"2026-01-02T03:04:05.000Z",
             "completed":false,"contactId":"c1","isRemoved":false}""";
    private static final String APPOINTMENT = """
            {"id":"a1","calendarId":"k1","status":"booked","title":"Tour","assignedUserId":"u1","notes":"n",
             "startTime":"2026-01-02T03:04:05Z","endTime":"2026-01-02 04:04:05","contactId":"c1",
             "appointmentStatus":"confirmed"}""";

    @ParameterizedTest
    @MethodSource("table")
    void onTheWire(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("table3")
    void onTheWireOfVersion3(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL_V3);
    }

    @Test
    void noOperationOfTheRoomIsWithoutARow() {
        List<Contract> all = Stream.of(ContactContractTest.table(), table())
                .flatMap(List::stream)
                .toList();
        Contract.noneIsMissing(all, MembershipsProfile.HIGHLEVEL, "contacts", "notes", "tasks");
    }

    static Stream<Contract> table3() {
        return table().stream()
                .map(row -> row.sends(row.target().replace("removeAll", "remove-all"), row.body())
                        .answers(row.status(), row.reply().replace("succeded", "succeeded")));
    }

    static List<Contract> table() {
        return Stream.of(links(), notes(), tasks(), bulk())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Contract> links() {
        return List.of(
                on("contacts.tags.add", contacts -> contacts.tags("c1").add(List.of("vip")))
                        .sends("POST /contacts/c1/tags", "{\"tags\":[\"vip\"]}")
                        .answers(201, "{\"tags\":[\"vip\",\"member\"]}")
                        .gives(Object.class, first -> assertThat(first).isEqualTo("vip")),
                on("contacts.tags.remove", contacts -> contacts.tags("c1").remove(List.of("vip")))
                        .sends("DELETE /contacts/c1/tags", "{\"tags\":[\"vip\"]}")
                        .answers(200, "{\"tags\":[\"member\"]}")
                        .gives(Object.class, first -> assertThat(first).isEqualTo("member")),
                on(
                                "contacts.workflow.enrol",
                                contacts -> contacts.workflows("c1")
                                        .enrol("w1", OffsetDateTime.parse("2026-06-23T03:30:00+01:00")))
                        .sends("POST /contacts/c1/workflow/w1", "{\"eventStartTime\":\"2026-06-23T03:30:00+01:00\"}")
                        .answers(200, "{\"succeded\":true}"),
                on(
                                "contacts.workflow.enrol",
                                contacts -> contacts.workflows("c1").enrol("w1"))
                        .sends("POST /contacts/c1/workflow/w1", "{}")
                        .answers(200, "{\"succeded\":true}"),
                on(
                                "contacts.workflow.leave",
                                contacts -> contacts.workflows("c1").leave("w1"))
                        .sends("DELETE /contacts/c1/workflow/w1")
                        .answers(200, "{\"succeded\":true}"),
                on(
                                "contacts.campaigns.add",
                                contacts -> contacts.campaigns("c1").add("k1"))
                        .sends("POST /contacts/c1/campaigns/k1")
                        .answers(201, "{\"succeded\":true}"),
                on(
                                "contacts.campaigns.remove",
                                contacts -> contacts.campaigns("c1").remove("k1"))
                        .sends("DELETE /contacts/c1/campaigns/k1")
                        .answers(200, "{\"succeded\":true}"),
                on(
                                "contacts.campaigns.removeAll",
                                contacts -> contacts.campaigns("c1").removeAll())
                        .sends("DELETE /contacts/c1/campaigns/removeAll")
                        .answers(200, "{\"succeded\":true}"),
                on(
                                "contacts.followers.add",
                                contacts -> contacts.followers("c1").add(List.of("u1")))
                        .sends("POST /contacts/c1/followers", "{\"followers\":[\"u1\"]}")
                        .answers(201, "{\"followers\":[\"u1\",\"u2\"],\"followersAdded\":[\"u1\"]}")
                        .gives(
                                Followers.class,
                                now -> assertThat(now).isEqualTo(new Followers(List.of("u1", "u2"), List.of("u1")))),
                on(
                                "contacts.followers.remove",
                                contacts -> contacts.followers("c1").remove(List.of("u1")))
                        .sends("DELETE /contacts/c1/followers", "{\"followers\":[\"u1\"]}")
                        .answers(200, "{\"followers\":[],\"followersRemoved\":[\"u1\"]}")
                        .gives(
                                Followers.class,
                                now -> assertThat(now).isEqualTo(new Followers(List.of(), List.of("u1")))),
                on("contacts.appointments", contacts -> contacts.appointments("c1"))
                        .sends("GET /contacts/c1/appointments")
                        .answers(200, "{\"events\":[" + APPOINTMENT + "]}")
                        .gives(Appointment.class, AboutContactContractTest::whole));
    }

    private static List<Contract> notes() {
        return List.of(
                on("notes.list", contacts -> contacts.notes("c1").list())
                        .sends("GET /contacts/c1/notes")
                        .answers(200, "{\"notes\":[" + NOTE + "]}")
                        .gives(Note.class, AboutContactContractTest::whole),
                on("notes.get", contacts -> contacts.notes("c1").note("n1"))
                        .sends("GET /contacts/c1/notes/n1")
                        .answers(200, "{\"note\":" + NOTE + "}")
                        .gives(Note.class, AboutContactContractTest::whole),
                on(
                                "notes.create",
                                contacts -> contacts.notes("c1")
                                        .create(NoteDraft.of("a\nb")
                                                .userId("u1")
                                                .title("T")
                                                .color("#fff")
                                                .pinned(true)))
                        .sends(
                                "POST /contacts/c1/notes",
                                "{\"body\":\"a\\nb\",\"userId\":\"u1\",\"title\":\"T\",\"color\":\"#fff\",\"pinned\":true}")
                        .answers(201, "{\"note\":" + NOTE + "}")
                        .gives(Note.class, AboutContactContractTest::whole),
                on("notes.update", contacts -> contacts.notes("c1").update("n1", NoteDraft.of("b")))
                        .sends("PUT /contacts/c1/notes/n1", "{\"body\":\"b\"}")
                        .answers(200, "{\"note\":" + NOTE + "}")
                        .gives(Note.class, AboutContactContractTest::whole),
                on("notes.delete", contacts -> contacts.notes("c1").delete("n1"))
                        .sends("DELETE /contacts/c1/notes/n1")
                        .answers(200, "{\"succeded\":true}"));
    }

    private static List<Contract> tasks() {
        Instant due = Instant.parse("2026-01-02T03:04:05Z");
        return List.of(
                on("tasks.list", contacts -> contacts.tasks("c1").list())
                        .sends("GET /contacts/c1/tasks")
                        .answers(200, "{\"tasks\":[" + TASK + "]}")
                        .gives(Task.class, AboutContactContractTest::whole),
                on("tasks.get", contacts -> contacts.tasks("c1").task("t1"))
                        .sends("GET /contacts/c1/tasks/t1")
                        .answers(200, "{\"task\":" + TASK + "}")
                        .gives(Task.class, AboutContactContractTest::whole),
                on(
                                "tasks.create",
                                contacts -> contacts.tasks("c1")
                                        .create(TaskDraft.of("Call", due)
                                                .body("b")
                                                .assignedTo("u1")))
                        .sends(
                                "POST /contacts/c1/tasks",
                                "{\"title\":\"Call\",\"dueDate\":\"2026-01-02T03:04:05.000Z\",\"completed\":false,"
                                        + "\"body\":\"b\",\"assignedTo\":\"u1\"}")
                        .answers(201, "{\"task\":" + TASK + "}")
                        .gives(Task.class, AboutContactContractTest::whole),
                on(
                                "tasks.update",
                                contacts -> contacts.tasks("c1")
                                        .update(
                                                "t1",
                                                TaskUpdate.empty().title("Call").body(Change.clear())))
                        .sends("PUT /contacts/c1/tasks/t1", "{\"title\":\"Call\",\"body\":null}")
                        .answers(200, "{\"task\":" + TASK + "}")
                        .gives(Task.class, AboutContactContractTest::whole),
                on("tasks.complete", contacts -> contacts.tasks("c1").complete("t1", true))
                        .sends("PUT /contacts/c1/tasks/t1/completed", "{\"completed\":true}")
                        .answers(200, "{\"task\":" + TASK + "}")
                        .gives(Task.class, AboutContactContractTest::whole),
                on("tasks.delete", contacts -> contacts.tasks("c1").delete("t1"))
                        .sends("DELETE /contacts/c1/tasks/t1")
                        .answers(200, "{\"succeded\":true}"));
    }

    private static List<Contract> bulk() {
        String report = "{\"succeded\":true,\"errorCount\":1,\"responses\":[{\"contactId\":\"c2\",\"error\":\"no\"}]}";
        return List.of(
                on("contacts.tags.bulk", contacts -> contacts.addTags(List.of("c1", "c2"), List.of("vip")))
                        .sends(
                                "POST /contacts/bulk/tags/update/add",
                                "{\"contacts\":[\"c1\",\"c2\"],\"tags\":[\"vip\"],\"locationId\":\"loc1\"}")
                        .answers(201, report)
                        .gives(BulkResult.class, AboutContactContractTest::partial),
                on("contacts.tags.bulk", contacts -> contacts.removeTags(List.of("c1"), List.of("vip")))
                        .sends(
                                "POST /contacts/bulk/tags/update/remove",
                                "{\"contacts\":[\"c1\"],\"tags\":[\"vip\"],\"locationId\":\"loc1\"}")
                        .answers(201, report.replace("true", "false"))
                        .gives(BulkResult.class, AboutContactContractTest::partial),
                on("contacts.tags.bulk", contacts -> contacts.removeAllTags(List.of("c1")))
                        .sends(
                                "POST /contacts/bulk/tags/update/remove",
                                "{\"contacts\":[\"c1\"],\"tags\":[],\"locationId\":\"loc1\",\"removeAllTags\":true}")
                        .answers(201, "{\"succeded\":true,\"errorCount\":0,\"responses\":[]}")
                        .gives(
                                BulkResult.class,
                                result -> assertThat(result.complete()).isTrue()),
                on("contacts.business.bulk", contacts -> contacts.assignBusiness(List.of("c1"), "b1"))
                        .sends(
                                "POST /contacts/bulk/business",
                                "{\"locationId\":\"loc1\",\"ids\":[\"c1\"],\"businessId\":\"b1\"}")
                        .answers(200, "{\"success\":true,\"ids\":[\"c1\"]}")
                        .gives(Object.class, first -> assertThat(first).isEqualTo("c1")),
                on("contacts.business.bulk", contacts -> contacts.leaveBusiness(List.of("c1")))
                        .sends(
                                "POST /contacts/bulk/business",
                                "{\"locationId\":\"loc1\",\"ids\":[\"c1\"],\"businessId\":null}")
                        .answers(200, "{\"success\":true,\"ids\":[\"c1\"]}")
                        .gives(Object.class, first -> assertThat(first).isEqualTo("c1")));
    }

    private static void partial(BulkResult result) {
        assertThat(result.complete()).isFalse();
        assertThat(result.errors()).hasValue(1);
        assertThat(result.responses()).hasSize(1);
    }

    private static void whole(Note note) {
        assertThat(note.id() + note.contactId().get() + note.userId().get()).isEqualTo("n1c1u1");
        assertThat(note.body()).contains("Called");
        assertThat(note.title()).contains("T");
        assertThat(note.color()).contains("#fff");
        assertThat(note.pinned()).contains(true);
        assertThat(note.dateAdded()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(note.extra()).containsOnlyKeys("relations");
    }

    private static void whole(Task task) {
        assertThat(task.id() + task.contactId().get() + task.assignedTo().get()).isEqualTo("t1c1u1");
        assertThat(task.title()).contains("Call");
        assertThat(task.body()).contains("At noon");
        assertThat(task.dueDate()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(task.completed()).contains(false);
        assertThat(task.extra()).containsOnlyKeys("isRemoved");
    }

    private static void whole(Appointment appointment) {
        assertThat(appointment.id() + appointment.contactId().get()).isEqualTo("a1c1");
        assertThat(appointment.calendarId().get() + appointment.assignedUserId().get())
                .isEqualTo("k1u1");
        assertThat(appointment.title()).contains("Tour");
        assertThat(appointment.appointmentStatus()).contains("confirmed");
        assertThat(appointment.startTime()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(appointment.endTime()).isEmpty();
        assertThat(appointment.extra()).containsOnlyKeys("status", "notes", "endTime");
    }
}
