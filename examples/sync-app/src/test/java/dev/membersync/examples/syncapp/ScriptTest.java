package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.testkit.RateRule;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private final Fakes fakes = Fakes.start(Dialect.STANDARD, SampleData.of(1, 0), 1, RateRule.none(), 0, 0);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        fakes.close();
    }

    @Test
    void everyLineIsOneRequest() throws IOException {
        String file = script("""
                {"path": "members", "body": {"userId": "u1", "fullName": "Uma"}}
                # a remark

                {"path": "events", "body": {"url": "gala"}}
                """);

        assertThat(Script.apply(file, fakes)).isEqualTo(2);
        assertThat(fakes.memberships().members().count()).isEqualTo(1);
        assertThat(fakes.accelevents().eventUrls()).contains("gala");
    }

    @Test
    void aRequestThatBothUnderstandNamesItsService() throws IOException {
        String file = script("{\"method\": \"PUT\", \"path\": \"faults\", \"body\": {}}");

        assertThatThrownBy(() -> Script.apply(file, fakes)).hasMessageContaining("line 1: say which one");
    }

    @Test
    void aRequestThatIsRefusedNamesItsLine() throws IOException {
        String file = script("\n{\"method\": \"GET\", \"path\": \"members/nobody\"}");

        assertThatThrownBy(() -> Script.apply(file, fakes)).hasMessageContaining("line 2: the admin door answers 404");
    }

    private String script(String text) throws IOException {
        return Files.writeString(folder.resolve("script.jsonl"), text).toString();
    }
}
