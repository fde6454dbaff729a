package dev.membersync.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.Call;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.sync.SyncEngine;
import dev.membersync.testkit.FakeServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String now = ApiText.of(
                place(one),
                modules().map(each -> place((Class<?>) each.get()[1])).toList());
        if ("write".equals(System.getProperty("membersync.docs"))) {
            Files.writeString(file, now);
        }

        assertThat(now.lines())
                .as(
                        "%s: a line that goes breaks programs of users. If it is meant to, write the file anew with"
                                + " -Dmembersync.docs=write; docs/releasing.md says when that may be",
                        file)
                .containsExactlyElementsOf(Files.readAllLines(file));
    }
}
