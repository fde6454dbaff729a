package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.RecordKind;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingDocsCommandTest {
    @TempDir
    private Path folder;

    private World world;
    private Path page;

    @BeforeEach
    void open() {
        world = mapped(new World(folder, 3));
        page = folder.resolve("mapping.md");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static World mapped(World world) {
        event(world).putField(FakeField.question("Company"));
        return world.with(
                "'*': General Admission}\n",
                "'*': General Admission}\n    map: [{from: member.field(company), to: answer(Company)}]\n");
    }

    private static FakeEvent event(World world) {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private Terminal check() {
        return world.run("mapping-docs", "--check", page.toString());
    }

    @Test
    void thePageGoesToStandardOutputAndNothingIsWrittenAnywhere() {
        Terminal docs = world.run("mapping-docs");

        assertThat(docs.status()).as(docs.err()).isZero();
        assertThat(docs.out())
                .startsWith("# Mapping\n")
                .contains("| answer:Company | member.field(company) | answer(Company) |");
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
        assertThat(world.fakes().memberships().writes().isEmpty()).isTrue();
    }

    @Test
    void aPageThatWasWrittenIsTrueUntilSomebodyRenamesAField() {
        assertThat(world.run("mapping-docs", "--out", page.toString()).status()).isZero();
        assertThat(check().status()).as(check().err()).isZero();

        event(world).renameField("Company", "Employer");

        assertThat(check().status()).isEqualTo(1);
        assertThat(check().err()).contains("BLOCK", "Company", "renamed to \"Employer\"", "mapping-docs --out " + page);
    }

    @Test
    void programsGetThePageAndTheDrift() {
        assertThat(world.run("mapping-docs", "--json").json().get("page"))
                .asString()
                .startsWith("# Mapping");
        world.run("mapping-docs", "--out", page.toString());
        event(world).removeField("Company");

        Terminal checked = world.run("mapping-docs", "--check", page.toString(), "--json");

        assertThat((List<?>) checked.json().get("drift"))
                .singleElement()
                .satisfies(row -> assertThat((Map<?, ?>) row)
                        .extracting("severity", "subject")
                        .containsExactly("block", "Company"));
    }

    @Test
    void anEditedPageIsNotTrue() throws IOException {
        world.run("mapping-docs", "--out", page.toString());
        Files.writeString(page, Files.readString(page).replace("| gold | VIP |", "| gold | Backstage |"));

        assertThat(check().status()).isEqualTo(1);
        assertThat(check().err()).contains("gold: At the registration was \"Backstage\" and is \"VIP\"");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(check().status()).isEqualTo(2);
        assertThat(check().err()).contains("cannot be read; write it first");
        assertThat(world.run("mapping-docs", "--out", "x", "--check", "y").status())
                .isEqualTo(2);
        assertThat(world.run(
                                "mapping-docs",
                                "--out",
                                folder.resolve("none/x.md").toString())
                        .status())
                .isEqualTo(2);
    }

    @Test
    void contactsAreDocumentedAndCheckedToo(@TempDir Path other) {
        try (World contacts = mapped(World.highLevel(other, 3))) {
            contacts.fakes().memberships().contacts().fieldId("company");
            String file = other.resolve("mapping.md").toString();
            Terminal written = contacts.run("mapping-docs", "--out", file);
            assertThat(written.status()).as(written.err()).isZero();
            assertThat(contacts.run("mapping-docs", "--check", file).status()).isZero();

            String id = contacts.fakes().memberships().contacts().fieldId("membership_status");
            contacts.fakes()
                    .memberships()
                    .records(RecordKind.CUSTOM_FIELD)
                    .edit(id, (FakeRecord field) -> field.with("dataType", "NUMERICAL"));
            Terminal checked = contacts.run("mapping-docs", "--check", file);

            assertThat(checked.status()).isEqualTo(1);
            assertThat(checked.err()).contains("member.status: its type was TEXT and is NUMERICAL");
        }
    }
}
