package dev.membersync.examples.syncapp;

import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.RateRule;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The whole way from an empty store to registrations that follow their members, against both fakes. */
final class DemoCommand implements Command {
    private static final int MEMBERS = 120;
    private static final int SEED = 1;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "the whole way, with 120 invented members and both services of the test kit";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        SampleData data = SampleData.of(SEED, MEMBERS);
        Path folder = temporary();
        try (Fakes fakes = Fakes.start(Dialect.STANDARD, data, SEED, RateRule.none(), 0, 0)) {
            console.line("Two services run inside this process and forget everything at the end. They allow more calls"
                    + " than the real ones (100 in 10 seconds), and the rate in the configuration is raised to match.");
            TenantConfig config = TenantConfig.parse("demo.yaml", yaml(fakes, folder), Map.of());
            return Session.run(
                    config,
                    console,
                    surroundings,
                    tenant -> new DemoStory(tenant, fakes, console, surroundings.time(), pages()).tell());
        } finally {
            delete(folder);
        }
    }

    /** The demo's own configuration: what a file would say. */
    private static String yaml(Fakes fakes, Path folder) {
        return String.join(
                "\n",
                "memberships: {baseUrl: \"" + fakes.membershipsUrl() + "\", apiKey: \"" + FakeMemberships.DEFAULT_KEY
                        + "\", rate: {calls: 5000, per: 1s}}",
                "accelevents: {baseUrl: \"" + fakes.acceleventsUrl()
                        + "\", apiKey: \"accelevents-test-key\", eventUrl: " + SampleData.EVENT
                        + ", rate: {calls: 5000, per: 1s}}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("demo.db") + "'}",
                "workflows:",
                "  - template: members-to-attendees",
                "    ticketTypes: {gold: VIP, silver: Workshop Pass, \"*\": General Admission}",
                "  - template: registrations-to-membership",
                "  - template: payments",
                "");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("membersync-demo");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; set java.io.tmpdir", e);
        }
    }

    /** The same place each time, so that demos do not pile up. */
    private static Path pages() {
        return Path.of(System.getProperty("java.io.tmpdir"), "membersync-demo-" + System.getProperty("user.name"));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + folder + " cannot be removed", e);
        }
    }
}
