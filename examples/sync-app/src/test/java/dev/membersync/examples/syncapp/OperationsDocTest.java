package dev.membersync.examples.syncapp;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import dev.membersync.compare.Compare;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Paging;
import dev.membersync.memberships.profile.Route;
import dev.membersync.memberships.webhook.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document is made from the clients' own tables: {@code mvn test -Dmembersync.docs=write} writes it anew. */
class OperationsDocTest {
    private static final Path FILE = Path.of("..", "..", "docs", "operations.md");

    private final StringBuilder text = new StringBuilder();
    private int operations;

    @Test
    void theDocumentSaysWhatTheClientsCanDo() throws IOException {
        String now = document();
        if ("write".equals(System.getProperty("membersync.docs"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, now);
        }

        Compare.lines(
                "docs/operations.md is out of date: write it with -Dmembersync.docs=write",
                Files.readString(FILE),
                now);
    }

    private String document() {
        line("# Operations and events");
        line("");
        line(
                "Made from the tables of the clients; do not edit. *Safety* says what sending twice would do: a `read` and an");
        line(
                "`idempotent write` are retried, a `once only` is not when its outcome is unknown. *Known from* says how well the");
        line(
                "operation is known: `spec` the vendor's machine-readable specification, `doc` its documentation, `live` seen on the");
        line(
                "live service, `sdk` its own SDK, `third party` somebody else's client, `old` true once, `inferred` concluded.");
        line("");
        memberships("Memberships API, profile STANDARD", MembershipsProfile.STANDARD);
        memberships("Memberships API, profile HIGHLEVEL (version 2021-07-28)", MembershipsProfile.HIGHLEVEL);
        version3();
        accelevents();
        events();
        return text.toString();
    }

    private void memberships(String title, MembershipsProfile profile) {
        line("## " + title);
        line("");
        line("| Operation | Method and path | Scope | Token | Safety | Pages | Known from |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        profile.routes().values().forEach(this::row);
        operations += profile.routes().size();
        line("");
    }

    private void row(Route route) {
        Operation operation = route.operation();
        line("| " + operation.id() + " | `" + operation.method() + " " + operation.path() + "` | "
                + operation.scope().orElse("") + " | " + words(route.level()) + " | " + words(operation.safety())
                + " | "
                + (route.paging().style() == Paging.Style.NONE
                        ? ""
                        : words(route.paging().style())) + " | "
                + words(operation.confidence()) + ", " + operation.source() + " |");
    }

    private void version3() {
        MembershipsProfile older = MembershipsProfile.HIGHLEVEL;
        MembershipsProfile newer = MembershipsProfile.HIGHLEVEL_V3;
        line("## Memberships API, profile HIGHLEVEL_V3");
        line("");
        line("As HIGHLEVEL, but for these:");
        line("");
        older.routes().forEach((id, route) -> {
            Route other = newer.routes().get(id);
            if (other == null) {
                line("- " + id + ": not there");
            } else if (!other.equals(route)) {
                line("- " + id + ": `" + other.operation().method() + " "
                        + other.operation().path() + "`");
            }
        });
        line("");
    }

    private void accelevents() {
        line("## Accelevents");
        line("");
        line("An *experimental* operation has a path or a body that no page of the vendor shows.");
        line("");
        line("| Operation | Method and path | Safety | Known from | |");
        line("| --- | --- | --- | --- | --- |");
        try (AcceleventsClient client =
                AcceleventsClient.builder(Secret.of("none")).build()) {
            client.operations()
                    .forEach(operation -> line("| " + operation.id() + " | `" + operation.method() + " "
                            + operation.path() + "` | " + words(operation.safety()) + " | "
                            + words(operation.confidence()) + ", " + operation.source() + " | "
                            + (client.experimental().contains(operation.id()) ? "experimental" : "") + " |"));
            operations += client.operations().size();
        }
        line("");
    }

    private void events() {
        line("## Webhook events of the Memberships API (HighLevel)");
        line("");
        line("Known from " + words(Confidence.DOC)
                + ", memberships-api.md 6.2. An event that is not in this list is carried as");
        line("it is.");
        line("");
        List<EventType> events = EventType.documented();
        line(events.stream().map(type -> "`" + type.value() + "`").sorted().collect(Collectors.joining(", ")));
        line("");
        line("## Webhook events of Accelevents");
        line("");
        line("The vendor publishes no topics and no bodies: every delivery is a hint, whatever its topic.");
        line("");
        line("## Count");
        line("");
        line(operations + " operations (those of HIGHLEVEL_V3 are not counted again) and " + events.size() + " events: "
                + (operations + events.size()) + ".");
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
