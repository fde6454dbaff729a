package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void thePageOfCommandsNamesEachOfThemWithItsOptions() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "commands.md"));

        for (Command command : Commands.all()) {
            if (!List.of("help", "version").contains(command.name())) {
                assertThat(page)
                        .as("docs/commands.md has no row for the command %s", command.name())
                        .contains("| `" + command.name() + "` |");
            }
            command.options()
                    .forEach(option -> assertThat(page)
                            .as("docs/commands.md does not name %s of %s", option.form(), command.name())
                            .contains("`" + option.form().replace("|", "\\|") + "`"));
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "README.md")).lines()).hasSizeLessThan(300);
    }
}
