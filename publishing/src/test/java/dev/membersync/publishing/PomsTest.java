package dev.membersync.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The deployed poms stand alone and say what a repository and a reader want to know. */
class PomsTest {
    static List<String> artifacts() {
        return Stream.concat(Published.MODULES.stream(), Stream.of("bom"))
                .map(Published::artifact)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void standAlone(String artifact) throws IOException {
        assertThat(Files.readString(Published.file(artifact, ".pom")).replace("${project.version}", Published.VERSION))
                .doesNotContain("<parent>", "${", "<scope>test</scope>", "<properties>", "<repository>", "<build>");
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void sayWhatTheyAre(String artifact) throws Exception {
        Element project = read(artifact).getDocumentElement();

        for (String tag : List.of("name", "description", "licenses", "developers")) {
            NodeList found = project.getElementsByTagName(tag);
            assertThat(found.getLength()).as(tag).isPositive();
            assertThat(found.item(0).getTextContent()).as(tag).isNotBlank();
        }
    }

    @Test
    void whatIsOptionalStaysOptional() throws Exception {
        assertThat(dependencies("membersync-sync-core", true))
                .containsExactlyInAnyOrder("db-scheduler", "micrometer-core", "sqlite-jdbc", "postgresql");
        assertThat(dependencies("membersync-event-ops", true)).isEmpty();
    }

    @Test
    void aClientBringsTheCoreAndNothingElseOfOurs() throws Exception {
        assertThat(dependencies("membersync-memberships-client", false))
                .contains("membersync-client-core")
                .noneMatch(name -> name.startsWith("membersync-") && !name.equals("membersync-client-core"));
    }

    @Test
    void theBillOfMaterialsListsTheModules() throws Exception {
        assertThat(dependencies("membersync-bom", false))
                .containsExactlyInAnyOrderElementsOf(
                        Published.MODULES.stream().map(Published::artifact).toList());
    }

    private static List<String> dependencies(String artifact, boolean optional) throws Exception {
        NodeList found = read(artifact).getElementsByTagName("dependency");
        return Stream.iterate(0, at -> at < found.getLength(), at -> at + 1)
                .map(at -> (Element) found.item(at))
                .filter(dependency -> text(dependency, "optional").equals("true") == optional)
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
    }

    private static String text(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
    }

    private static Document read(String artifact) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Published.file(artifact, ".pom").toFile());
    }
}
