package dev.membersync.examples.syncapp;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.RateRule;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Both fakes on free ports and a configuration for them in a folder. */
final class World implements AutoCloseable {
    static final String LEFT_CANARY = Fakes.READING_KEY;
    static final String RIGHT_CANARY = FakeAccelevents.DEFAULT_KEY;

    private final Fakes fakes;
    private final Path folder;
    private String text;

    World(Path folder, int members) {
        this(folder, members, Dialect.STANDARD, "");
    }

    /** A world whose members are contacts, by their tag. */
    static World highLevel(Path folder, int members) {
        return new World(
                folder,
                members,
                Dialect.HIGHLEVEL,
                "profile: highlevel, locationId: " + Dialect.LOCATION
                        + ", members: {only: {tag: member}, status: 'field:membership_status',"
                        + " plan: 'field:membership_plan'}, ");
    }

    private World(Path folder, int members, Dialect dialect, String more) {
        this.fakes = Fakes.start(dialect, SampleData.of(1, members), 1, RateRule.none(), 0, 0);
        this.folder = folder;
        this.text = String.join(
                "\n",
                "memberships: {" + more + "baseUrl: '" + fakes.membershipsUrl()
                        + "', apiKey: '${LEFT_KEY}', rate: {calls: 5000, per: 1s}}",
                "accelevents: {baseUrl: '" + fakes.acceleventsUrl() + "', apiKey: '${RIGHT_KEY}', eventUrl: "
                        + SampleData.EVENT + ", rate: {calls: 5000, per: 1s}}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("w.db") + "'}",
                "workflows:",
                "  - template: members-to-attendees",
                "    ticketTypes: {gold: VIP, '*': General Admission}",
                "");
    }

    Fakes fakes() {
        return fakes;
    }

    /** Changes the configuration. */
    World with(String part, String other) {
        text = text.replace(part, other);
        return this;
    }

    Terminal run(String command, String... options) {
        return run(Map.of("LEFT_KEY", LEFT_CANARY, "RIGHT_KEY", RIGHT_CANARY), command, options);
    }

    Terminal run(Map<String, String> environment, String command, String... options) {
        return Terminal.run(
                environment,
                Stream.concat(Stream.of(command, "--config", file().toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** The configuration as a file. */
    Path file() {
        try {
            return Files.writeString(folder.resolve("membersync.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        fakes.close();
    }
}
