package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveWithoutHooksTest {
    @TempDir
    private Path folder;

    @Test
    void theStartSaysThatThereAreNone() {
        try (World world = new World(folder, 2).with("workflows:", "live: {port: 0}\nworkflows:");
                Foreground app = Foreground.start(world, "live")) {
            assertThat(app.said()).contains(", no hooks, and /health");
        }
    }
}
