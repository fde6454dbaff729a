package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.compare.Compare;
import dev.membersync.sync.config.TenantConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema for editors knows the templates of all modules; {@code -Dmembersync.docs=write} writes the file anew. */
class SchemaDocTest {
    private static final Path FILE = Path.of("..", "..", "docs", "membersync.schema.json");

    @Test
    void theCommittedSchemaIsWhatTheReadersTake() throws IOException {
        String now = TenantConfig.schema();
        if ("write".equals(System.getProperty("membersync.docs"))) {
            Files.writeString(FILE, now);
        }

        Compare.lines(
                "docs/membersync.schema.json is out of date: write it with -Dmembersync.docs=write",
                Files.readString(FILE),
                now);
        assertThat(now.contains("\"issue-signed-tickets\""))
                .withFailMessage("the schema does not know issue-signed-tickets, a template of event-ops")
                .isTrue();
    }
}
