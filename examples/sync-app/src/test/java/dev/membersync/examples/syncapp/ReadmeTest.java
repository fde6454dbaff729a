package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.config.TenantConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern YAML = Pattern.compile("(?ms)^ *```yaml\\n(.*?)^ *```$");

    @Test
    void everyConfigurationInTheReadmeIsOne() throws IOException {
        List<TenantConfig> samples = new ArrayList<>();
        Matcher matcher = YAML.matcher(readme() + Files.readString(Path.of("..", "..", "docs", "configuration.md")));
        while (matcher.find()) {
            samples.add(TenantConfig.parse(
                    "README.md",
                    matcher.group(1).replace("# event:", "event:").replace("# buyer:", "buyer:"),
                    Map.of("MEMBERSHIPS_API_KEY", "a", "ACCELEVENTS_API_KEY", "b")));
        }

        assertThat(samples).hasSize(4);
    }

    @Test
    void theReadmeNamesEveryCommandAndOption() throws IOException {
        String readme = readme();

        for (Command command : Commands.all()) {
            if (!List.of("help", "version").contains(command.name())) {
                assertThat(readme).contains("| `" + command.name() + "` |");
            }
            command.options()
                    .forEach(option ->
                            assertThat(readme).contains("`" + option.form().replace("|", "\\|") + "`"));
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(readme().lines()).hasSizeLessThan(300);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "..", "README.md"));
    }
}
