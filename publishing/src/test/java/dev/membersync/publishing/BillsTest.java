package dev.membersync.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bill of materials (CycloneDX) of an artifact names exactly what a stranger gets who depends on it alone. */
class BillsTest {
    static List<String> modules() {
        return Published.MODULES;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void namesWhatAStrangerGets(String module) throws IOException {
        List<String> gotten = Consumers.classPath("alone/" + module).stream()
                .map(jar -> jar.getFileName().toString())
                .filter(jar -> !jar.startsWith(Published.artifact(module) + "-"))
                .map(jar -> jar.replaceFirst("-\\d{8}\\.\\d{6}-\\d+\\.jar$", "-SNAPSHOT.jar"))
                .toList();

        assertThat(components(module, false)).containsExactlyInAnyOrderElementsOf(gotten);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachHasAnAddressThatAScannerKnows(String module) throws IOException {
        assertThat(read(module).path("components"))
                .isNotEmpty()
                .allSatisfy(
                        component -> assertThat(component.path("purl").asText()).startsWith("pkg:maven/"));
    }

    private static List<String> components(String module, boolean optional) throws IOException {
        return stream(read(module).path("components"))
                .filter(component -> component.path("scope").asText().equals("optional") == optional)
                .map(component -> component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar")
                .toList();
    }

    private static JsonNode read(String module) throws IOException {
        return new ObjectMapper()
                .readTree(Published.file(Published.artifact(module), "-cyclonedx.json")
                        .toFile());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
