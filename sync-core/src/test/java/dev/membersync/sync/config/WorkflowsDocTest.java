package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.workflow.PaymentWorkflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about workflows shows files that are read, and has a section for every template. */
class WorkflowsDocTest {
    private static final Path PAGE = Path.of("..", "docs", "workflows.md");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(workflows:.*?)^```$");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");

    /** One section is about both of them. */
    private static final List<String> WAYS = List.of(PaymentWorkflow.TO_MEMBERSHIP, PaymentWorkflow.TO_EVENT);

    static Stream<String> samples() throws IOException {
        return YAML.matcher(Files.readString(PAGE)).results().map(found -> found.group(1));
    }

    static List<String> templates() {
        return Templates.ids();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsRead(String sample) {
        String file = Samples.HIGHLEVEL.substring(0, Samples.HIGHLEVEL.indexOf("workflows:")) + sample;

        assertThat(TenantConfig.parse("page.yaml", file, ENVIRONMENT).workflows())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateHasASection(String id) throws IOException {
        List<String> sections = Pattern.compile("(?m)^## (.*)$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        String section = WAYS.contains(id) ? "payments" : id;
        assertThat(sections)
                .withFailMessage("docs/workflows.md has no section ## %s", section)
                .contains(section);
    }
}
