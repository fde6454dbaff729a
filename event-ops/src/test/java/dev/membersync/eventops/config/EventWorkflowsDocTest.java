package dev.membersync.eventops.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.TenantConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about the workflows of an event show files that are read, and have a section for every template. */
class EventWorkflowsDocTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(workflows:.*?)^```$");
    private static final String BOTH_SIDES = """
            memberships: {profile: highlevel, baseUrl: "https://m.example.org", apiKey: k, locationId: loc,
                          members: {only: {tag: member}}}
            accelevents: {baseUrl: "https://a.example.org", apiKey: k, eventUrl: spring-summit}
            """;

    static Stream<String> samples() throws IOException {
        return YAML.matcher(pages()).results().map(found -> found.group(1));
    }

    private static String pages() throws IOException {
        return Files.readString(DOCS.resolve("event-workflows.md")) + Files.readString(DOCS.resolve("pricing.md"));
    }

    static Stream<String> templates() {
        return new EventOpsTemplates().templates().stream().map(AddedTemplate::id);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsRead(String sample) {
        assertThat(TenantConfig.parse("page.yaml", BOTH_SIDES + sample, Map.of())
                        .workflows())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void everyTemplateHasASection(String id) throws IOException {
        List<String> sections = Pattern.compile("(?m)^##+ (.*)$")
                .matcher(pages())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(sections)
                .withFailMessage("neither docs/event-workflows.md nor docs/pricing.md has a section ## %s", id)
                .contains(id);
    }
}
