package dev.membersync.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.Call;
import dev.membersync.compare.Compare;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.sync.SyncEngine;
import dev.membersync.testkit.FakeServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The public API of each module stands in its file: {@code mvn test -Dmembersync.docs=write} writes it anew. */
class ApiFilesTest {
    static Stream<Arguments> modules() {
        return Stream.of(
                Arguments.of("client-core", Call.class),
                Arguments.of("memberships-client", MembershipsClient.class),
                Arguments.of("accelevents-client", AcceleventsClient.class),
                Arguments.of("sync-core", SyncEngine.class),
                Arguments.of("event-ops", Ticket.class),
                Arguments.of("testkit", FakeServer.class));
    }

    private static Path place(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nothingPublicChangesUnseen(String module, Class<?> one) throws IOException {
        Path file = Path.of("..", "..", module, module + ".api");
        String text = ApiText.of(
                place(one),
                modules().map(each -> place((Class<?>) each.get()[1])).toList());
        if ("write".equals(System.getProperty("membersync.docs"))) {
            Files.writeString(file, text);
        }

        List<String> now = text.lines().toList();
        List<String> before = Files.readAllLines(file);
        List<String> added = Compare.unknown(withTheirTypes(now), withTheirTypes(before));
        List<String> gone = Compare.unknown(withTheirTypes(before), withTheirTypes(now));
        assertThat(now.equals(before))
                .withFailMessage(
                        "%1$s/%1$s.api: %2$s. New lines: write the file with -Dmembersync.docs=write."
                                + " A line that goes breaks programs of users: docs/releasing.md",
                        module,
                        added.isEmpty() && gone.isEmpty()
                                ? "only the order or the empty lines differ"
                                : "new: " + listed(added) + "; gone: " + listed(gone))
                .isTrue();
    }

    /** Many types have the same methods. */
    private static List<String> withTheirTypes(List<String> lines) {
        List<String> all = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            if (line.startsWith(" ")) {
                all.add(type + ": " + line.strip());
            } else if (!line.isEmpty()) {
                type = Arrays.stream(line.split(" "))
                        .filter(word -> word.startsWith("dev.membersync."))
                        .findFirst()
                        .orElse(line);
                all.add(line);
            }
        }
        return all;
    }

    private static String listed(List<String> lines) {
        return lines.isEmpty() ? "[]" : "[\n  " + String.join("\n  ", lines) + "\n]";
    }
}
