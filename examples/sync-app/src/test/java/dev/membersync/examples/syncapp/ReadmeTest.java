package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void thePageOfCommandsNamesEachOfThemWithItsOptions() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "commands.md"));

        List<String> missing = new ArrayList<>();
        for (Command command : Commands.all()) {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `" + command.name() + "` |"))
                    .findFirst()
                    .orElse("");
            if (row.isEmpty() && !List.of("help", "version").contains(command.name())) {
                missing.add("docs/commands.md has no row for the command " + command.name());
            }
            command.options().stream()
                    .map(Option::form)
                    .filter(form -> !row.contains("`" + form.replace("|", "\\|") + "`"))
                    .sorted()
                    .forEach(form ->
                            missing.add("docs/commands.md does not name " + form + " in the row of " + command.name()));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "README.md")).lines()).hasSizeLessThan(300);
    }
}
