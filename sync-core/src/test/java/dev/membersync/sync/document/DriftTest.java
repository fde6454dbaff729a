package dev.membersync.sync.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.document.Drift.Severity;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.story.World;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people change at the services after a mapping was documented, on both profiles. */
class DriftTest {
    private static World ordinary() {
        World world = World.ordinary();
        world.event.putField(FakeField.question("Company"));
        world.workflow =
                template -> template.with(Fields.from("member.field(company)").to("answer(Company)"));
        return world;
    }

    private static World highLevel() {
        World world = World.twoWay();
        world.event.putField(FakeField.question("Shirt size"));
        world.memberships
                .records(RecordKind.CUSTOM_FIELD)
                .put(
                        "cfShirt",
                        Map.of(
                                "name",
                                "Shirt",
                                "fieldKey",
                                "contact.shirt",
                                "dataType",
                                "SINGLE_OPTIONS",
                                "model",
                                "contact",
                                "locationId",
                                "loc1",
                                "picklistOptions",
                                List.of("S", "M", "L")));
        world.workflow = template -> template.bothWays()
                .with(Fields.from("member.field(shirt)")
                        .to("answer(Shirt size)")
                        .table(Map.of("S", "small", "M", "medium", "L", "large")));
        return world;
    }

    private static List<String> told(World world, String page, Severity severity) {
        return world.document().drift(page).stream()
                .filter(drift -> drift.severity() == severity)
                .map(Drift::toString)
                .toList();
    }

    private static List<String> blocks(World world, String page) {
        return told(world, page, Severity.BLOCK);
    }

    private static List<String> warnings(World world, String page) {
        return told(world, page, Severity.WARN);
    }

    @Test
    void thePageOfTheSameMappingIsTheSameToTheByteAndHasNotDrifted() {
        for (World world : List.of(ordinary(), highLevel())) {
            String page = world.document().markdown();

            assertThat(world.document().markdown()).isEqualTo(page);
            assertThat(world.document().drift(page)).isEmpty();
            assertThat(world.document().drift(page.replace("\n", "\r\n"))).isEmpty();
        }
    }

    @Test
    void documentingWritesNothing() {
        World world = highLevel();

        world.document().drift(world.document().markdown());

        assertThat(world.memberships.writes().isEmpty()).isTrue();
        assertThat(world.accelevents.writes().isEmpty()).isTrue();
    }

    @Test
    void thePageSaysWhatAFieldReadsAndWritesAndWhoWins() {
        String page = ordinary().document().markdown();

        assertThat(page)
                .contains("## members-to-attendees at spring-summit")
                .contains("| name | member.fullName | registration.firstName, registration.lastName | toAccelevents |")
                .contains("| answer:Company | member.field(company) | answer(Company) | toAccelevents | onChange |"
                        + " one blank for white space | detail only | the member | no |")
                .contains("| gold | VIP |")
                .contains("| * | General Admission |");
    }

    @Test
    void customFieldsStandWithTheirIdsAndOptionsBesideTheirNames() {
        assertThat(highLevel().document().markdown())
                .contains("| member.field(shirt) | shirt | cfShirt | Shirt | SINGLE_OPTIONS | S; M; L |")
                .contains("| member.status | membership_status |")
                .contains("| member.planId | membership_plan |");
    }

    @Test
    void aRenamedFormFieldIsToldWithItsNewName() {
        World world = ordinary();
        String page = world.document().markdown();
        world.event.renameField("Company", "Employer");

        assertThat(blocks(world, page))
                .anySatisfy(line ->
                        assertThat(line).contains("Form fields: Company: the form field was renamed to \"Employer\""));
    }

    @Test
    @DisplayName("F-56 a form field that is gone blocks once it was documented, and warns where it never was")
    void aFormFieldThatIsGoneBlocksOnceItWasDocumentedAndWarnsWhereItNeverWas() {
        World world = ordinary();
        String page = world.document().markdown();
        world.event.removeField("Company");

        assertThat(blocks(world, page)).singleElement().asString().contains("the form has no such field");
        String without = world.document().markdown();
        assertThat(blocks(world, without)).isEmpty();
        assertThat(warnings(world, without)).singleElement().asString().contains("Company");
    }

    @Test
    void aFormFieldOfAnotherTypeBlocks() {
        World world = ordinary();
        String page = world.document().markdown();
        world.event.putField(FakeField.question("Company").ofType("NUMBER"));

        assertThat(blocks(world, page)).singleElement().asString().contains("its type was TEXT and is NUMBER");
    }

    @Test
    void aRequiredFormFieldThatNothingAnswersBlocks() {
        World world = ordinary();
        String page = world.document().markdown();
        world.event.putField(FakeField.question("T-shirt").asMandatory());

        assertThat(blocks(world, page))
                .singleElement()
                .asString()
                .contains("T-shirt: the form requires an answer and no field is mapped to it");
    }

    @Test
    void aNewOptionalQuestionIsNobodysBusiness() {
        World world = ordinary();
        String page = world.document().markdown();
        world.event.putField(FakeField.question("How did you hear of us?"));

        assertThat(world.document().drift(page)).isEmpty();
    }

    @Test
    void aRenamedCustomFieldWarnsBecauseItsKeyStays() {
        World world = highLevel();
        String page = world.document().markdown();
        edit(world, "name", "T-shirt");

        assertThat(warnings(world, page))
                .singleElement()
                .asString()
                .contains("Display name was \"Shirt\" and is \"T-shirt\"");
        assertThat(blocks(world, page)).singleElement().asString().contains("the page");
    }

    @Test
    @DisplayName("F-56 a custom field of another type blocks")
    void aRetypedCustomFieldBlocks() {
        World world = highLevel();
        String page = world.document().markdown();
        edit(world, "dataType", "TEXT");

        assertThat(blocks(world, page)).singleElement().asString().contains("its type was SINGLE_OPTIONS and is TEXT");
    }

    @Test
    void anOptionThatACustomFieldLostBlocksAndSoDoesTheRowThatNamesIt() {
        World world = highLevel();
        String page = world.document().markdown();
        edit(world, "picklistOptions", List.of("S", "M"));

        assertThat(blocks(world, page))
                .anySatisfy(line -> assertThat(line).contains("the option \"L\" is gone"))
                .anySatisfy(line -> assertThat(line).contains("Values of answer:Shirt size: L: the custom field"))
                .hasSize(2);
    }

    @Test
    void anOptionThatTheTableDoesNotKnowWarns() {
        World world = highLevel();
        edit(world, "picklistOptions", List.of("S", "M", "L", "XL"));

        assertThat(warnings(world, world.document().markdown()))
                .singleElement()
                .asString()
                .contains("XL: this option of the custom field \"Shirt\" has no row");
    }

    @Test
    void aCustomFieldThatIsGoneBlocksAndTheNearestIsNamed() {
        World world = highLevel();
        String page = world.document().markdown();
        edit(world, "fieldKey", "contact.shirts");

        assertThat(blocks(world, page))
                .singleElement()
                .asString()
                .contains("the account has no custom field \"shirt\"; the nearest is \"shirts\"");
    }

    @Test
    void aMappingThatChangedIsToldCellByCell() {
        World world = ordinary();
        String page = world.document().markdown();
        world.workflow = template -> template.with(
                Fields.from("member.field(employer)").to("answer(Company)").strength(Strength.ENFORCE));

        assertThat(blocks(world, page))
                .anySatisfy(
                        line -> assertThat(line)
                                .contains(
                                        "answer:Company: Member was \"member.field(company)\" and is \"member.field(employer)\""))
                .anySatisfy(line -> assertThat(line).contains("Strength was \"onChange\" and is \"enforce\""));
    }

    @Test
    void anotherWordInATableIsADifferenceOfItsRow() {
        World world = highLevel();
        String page = world.document().markdown().replace("| M | medium |", "| M | middling |");

        assertThat(blocks(world, page))
                .singleElement()
                .asString()
                .contains("M: At the registration was \"middling\" and is \"medium\"");
    }

    @Test
    void aBuildStopsWithEveryDriftInItsMessage(@TempDir Path folder) throws IOException {
        World world = ordinary();
        Path page =
                Files.writeString(folder.resolve("mapping.md"), world.document().markdown());
        world.document().requireNoDrift(page);
        world.event.removeField("Company");

        assertThatThrownBy(() -> world.document().requireNoDrift(page))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("BLOCK")
                .hasMessageContaining("Company");
        assertThatThrownBy(() -> world.document().requireNoDrift(folder.resolve("none.md")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("mapping-docs --out");
    }

    @Test
    void aWorkflowThatIsNotDocumentedBlocks() {
        assertThat(blocks(ordinary(), "# Mapping\n"))
                .anySatisfy(line -> assertThat(line).contains("it is configured and not documented"));
    }

    private static void edit(World world, String key, Object value) {
        world.memberships.records(RecordKind.CUSTOM_FIELD).edit("cfShirt", field -> field.with(key, value));
    }
}
