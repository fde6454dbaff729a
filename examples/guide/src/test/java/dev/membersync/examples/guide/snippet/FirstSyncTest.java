package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.examples.guide.Block;
import dev.membersync.examples.guide.FirstSync;
import dev.membersync.examples.guide.Page;
import dev.membersync.examples.guide.Places;
import dev.membersync.examples.guide.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program of docs/first-sync.md, with the file of that page, prints what the page shows. */
class FirstSyncTest {
    private static final String PAGE = "docs/first-sync.md";

    @Test
    void itPrintsTheFirstPlan() throws IOException {
        try (Stage stage = Stage.standard(12)) {
            Files.writeString(
                    Path.of("membersync.yaml"),
                    file().replace("http://127.0.0.1:18081", stage.membershipsUrl())
                            .replace("http://127.0.0.1:18082", stage.acceleventsUrl()));
            Sample.named("first-plan", PAGE).requireLike(printed());

            assertThat(stage.accelevents().writes().isEmpty()).isTrue();
        }
    }

    private static String file() {
        Path root = Places.root();
        return Page.read(root, root.resolve(PAGE)).blocks().stream()
                .filter(block -> block.note().equals("yaml: file membersync.yaml"))
                .map(Block::text)
                .findFirst()
                .orElseThrow();
    }

    private static String printed() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream screen = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FirstSync.main(new String[0]);
        } finally {
            System.setOut(screen);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
