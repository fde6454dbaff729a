package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.config.TenantConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectTest {
    @TempDir
    private Path folder;

    @Test
    void aPeerGetsTheCommandLineThatAllPeersShare() throws IOException {
        Subject peer = Peer.of("camel", "careful", "/a.jar:/b.jar:org.example.Main");

        assertThat(peer.name()).isEqualTo("camel:careful");
        assertThat(String.join(" ", peer.command(world(World.Task.MEMBERS))))
                .isEqualTo("-cp /a.jar:/b.jar org.example.Main --memberships http://127.0.0.1:1"
                        + " --membershipsKey left --accelevents http://127.0.0.1:2 --acceleventsKey right"
                        + " --event gala --database jdbc:sqlite:x.db --rate 100/10 --workers 8 --mode live --hooks 0"
                        + " --hookSecret secret --setting careful");
        assertThat(Peer.of("camel", "lazy", "/a.jar").command(world(World.Task.MEMBERS)))
                .startsWith("-jar", "/a.jar");
    }

    @Test
    void aPeerSaysInOneLineThatItIsReadyAndWhere() {
        Subject peer = Peer.of("camel", "careful", "/a.jar");

        assertThat(peer.ready("ready http://127.0.0.1:8080")).isTrue();
        assertThat(peer.hooks("ready http://127.0.0.1:8080"))
                .contains(URI.create("http://127.0.0.1:8080/hooks/generic"));
        assertThat(peer.ready("loading")).isFalse();
        assertThat(peer.hooks("loading")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theApplicationUnderstandsItsFile(World.Task task) throws IOException {
        Membersync.of("sync-app.jar").command(world(task));

        String yaml = Files.readString(folder.resolve("membersync.yaml"));
        TenantConfig config = TenantConfig.parse("membersync.yaml", yaml, Map.of());
        assertThat(config.store().url()).isEqualTo("jdbc:sqlite:x.db");
        assertThat(config.workflows()).hasSize(task == World.Task.PAYMENTS ? 2 : 1);
    }

    private World world(World.Task task) {
        return new World(
                folder,
                new World.Service("http://127.0.0.1:1", "left"),
                new World.Service("http://127.0.0.1:2", "right"),
                "gala",
                "jdbc:sqlite:x.db",
                new Limit(100, 10),
                8,
                World.Mode.LIVE,
                task,
                "secret");
    }
}
