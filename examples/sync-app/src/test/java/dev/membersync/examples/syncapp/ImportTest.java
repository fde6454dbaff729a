package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registrations as a file, imported by a person, and what a sync makes of them. */
class ImportTest {
    @TempDir
    private Path folder;

    private World world;
    private Path file;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        file = folder.resolve("people.csv");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void member(String userId, String email, String name) {
        world.fakes().memberships().members().add(FakeMember.of(userId, email, name));
    }

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private Terminal plan() {
        return world.run("plan", "--json", "--csv", file.toString());
    }

    /** What a reader of RFC 4180 sees, by column. */
    private List<Map<String, String>> rows() throws IOException {
        List<List<String>> lines = lines(Files.readString(file));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                lines.get(lines.size() - 1).add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(new ArrayList<>());
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines.subList(0, lines.size() - 1);
    }

    /** What the person does at Accelevents: the rows of one ticket type after the other, no note of ours. */
    private void importByHand() throws IOException {
        for (Map<String, String> row : rows()) {
            Map<String, String> answers = new LinkedHashMap<>(row);
            long type = event().ticketType(answers.remove("Ticket Type"))
                    .orElseThrow()
                    .id();
            event().addAttendee(type, answers, "");
        }
    }

    @Test
    void aRowHoldsThePersonTheTicketTypeAndTheAnswers() throws IOException {
        world.fakes()
                .memberships()
                .members()
                .add(FakeMember.of("u1", "uma@example.org", "Uma Example")
                        .withPlan("gold")
                        .withStatus("active"));
        Terminal plan = plan();

        assertThat(plan.status()).as(plan.err()).isZero();
        assertThat(rows())
                .containsExactly(Map.of(
                        "First Name", "Uma",
                        "Last Name", "Example",
                        "Email", "uma@example.org",
                        "Ticket Type", "VIP",
                        "Membership Status", "active",
                        "Member ID", "u1"));
        assertThat(plan.err())
                .contains("people.csv holds names and addresses of 1 people", "delete it after the import");
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
    }

    @Test
    void theFileIsForItsOwnerAloneAndPlanSaysNothingPersonal() throws IOException {
        member("u1", "uma@example.org", "Uma Example");
        Terminal plan = plan();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(plan.out() + plan.err()).doesNotContain("uma@example.org", "Uma");
    }

    @Test
    void importedTicketsAreAdoptedAndNobodyIsRegisteredTwice() throws IOException {
        member("u1", "uma@example.org", "Uma \"Ü\" Example, Jr");
        member("u2", "home@example.org", "Anna Doe");
        member("u3", "home@example.org", "Ben Doe");
        member("u4", "moved@example.org", "Mona Moved");
        member("u5", "cher@example.org", "Cher");
        member("u6", "sum@example.org", "=SUM Formula");
        plan();
        importByHand();
        world.fakes().memberships().members().changeEmail("u4", "elsewhere@example.com");

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.status()).as(sync.err()).isZero();
        assertThat(sync.count("created")).isZero();
        assertThat(sync.count("linked")).isEqualTo(6);
        assertThat(event().attendees()).hasSize(6);
        assertThat(event().attendees())
                .extracting(ticket -> ticket.answer("Member ID") + " " + ticket.firstName() + "|" + ticket.lastName()
                        + " " + ticket.email())
                .containsExactlyInAnyOrder(
                        "u1 Uma \"Ü\" Example,|Jr uma@example.org",
                        "u2 Anna|Doe home@example.org",
                        "u3 Ben|Doe home@example.org",
                        "u4 Mona|Moved elsewhere@example.com",
                        "u5 Cher|- cher@example.org",
                        "u6 =SUM|Formula sum@example.org");
        assertThat(world.run("verify", "--deep").status()).isZero();
    }

    @Test
    void anImportIntoAnEventThatIsInUseIsAdoptedToo() throws IOException {
        member("u1", "uma@example.org", "Uma Example");
        world.run("sync");
        member("u2", "home@example.org", "Anna Doe");
        member("u3", "home@example.org", "Ben Doe");
        plan();
        importByHand();

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.count("created")).as(sync.err()).isZero();
        assertThat(sync.count("linked")).isEqualTo(2);
        assertThat(event().attendees()).extracting(FakeTicket::email).hasSize(3);
    }

    @Test
    void aTicketThatWasReadOnceIsNotReadAgain() throws IOException {
        member("u1", "uma@example.org", "Uma Example");
        plan();
        importByHand();
        event().addAttendee(event().ticketType("VIP").orElseThrow().id(), "Stranger", "Danger", "s@example.org");
        world.run("sync");
        long reads = world.fakes().accelevents().requests().count("holders.get");
        world.run("sync");

        assertThat(world.fakes().accelevents().requests().count("holders.get")).isEqualTo(reads);
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() throws IOException {
        member("u1", "uma@example.org", "=HYPERLINK(1) Example");
        member("u2", "cher@example.org", "Cher");
        Terminal plan = plan();

        assertThat(Files.readString(file)).contains("\"'=HYPERLINK(1)\",Example,", "Cher,-,");
        assertThat(plan.err()).contains("1 values begin as a formula does");
    }

    @Test
    void aFormulaIsTextWhereCellsArePartedBySemicolons() throws IOException {
        member("u1", "uma@example.org", "Uma;=HYPERLINK(1) Example");
        Terminal plan = plan();

        assertThat(Files.readString(file)).contains("\"Uma;'=HYPERLINK(1)\",Example,");
        assertThat(plan.err()).contains("1 values begin as a formula does");
        assertThat(plan.status()).isZero();
    }

    @Test
    void whoCannotBeImportedIsLeftOutAndListed() throws IOException {
        member("u1", "uma@example.org", "Uma Example");
        member("=2", "minus@example.org", "Minus Two");
        member("u3", "+three@example.org", "Tom Three");
        Terminal plan = plan();

        assertThat(plan.status()).isEqualTo(1);
        assertThat(rows()).extracting(row -> row.get("Member ID")).containsExactly("u1");
        assertThat((List<?>) ((Map<?, ?>) plan.json().get("csv")).get("leftOut"))
                .hasSize(2);
        assertThat(plan.err()).contains("=2: its user id or address begins as a formula does");
    }

    @Test
    void whoHasNoAddressIsAQuestionAndNotInTheFile() throws IOException {
        member("u1", "uma@example.org", "Uma Example");
        member("u2", null, "Nomail Example");
        Terminal plan = plan();

        assertThat(plan.status()).isEqualTo(1);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void withoutAFieldForTheMemberIdNobodyIsInTheFile() throws IOException {
        event().removeField("Member ID");
        member("u1", "uma@example.org", "Uma Example");
        Terminal plan = plan();

        assertThat(plan.status()).isEqualTo(1);
        assertThat(rows()).isEmpty();
        assertThat(plan.err()).contains("the form has no field \"Member ID\"");
    }

    @Test
    void aCellPhoneIsLeftOutBecauseItNeedsATransaction() throws IOException {
        event().putField(FakeField.question("Cell Phone"));
        world.with("    ticketTypes", "    fields: {memberStatus: Cell Phone}\n    ticketTypes");
        member("u1", "uma@example.org", "Uma Example");
        Terminal plan = plan();

        assertThat(rows().get(0)).doesNotContainKey("Cell Phone");
        assertThat(plan.err()).contains("Transaction ID");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(file, "mine");
        Terminal plan = plan();

        assertThat(plan.status()).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(world.fakes().memberships().requests().count()).isZero();
    }

    @Test
    void anImportIsForOneEvent() {
        FakeEvent other = world.fakes().accelevents().event("autumn-gala");
        other.addTicketType("General Admission", "0", 10);
        other.addTicketType("VIP", "0", 10);
        world.with(
                "    ticketTypes",
                "    event: autumn-gala\n    ticketTypes: {'*': VIP}\n  - template: members-to-attendees\n    ticketTypes");
        member("u1", "uma@example.org", "Uma Example");
        Terminal plan = plan();

        assertThat(plan.status()).isEqualTo(2);
        assertThat(plan.err()).contains("an import is for one event", "autumn-gala, spring-summit");
        assertThat(Files.exists(file)).isFalse();
    }
}
