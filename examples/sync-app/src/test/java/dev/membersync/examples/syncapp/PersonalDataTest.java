package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing personal rests in the store's files, in a log at its most talkative level, or in what the commands print, after
 * refusals, reviews, dead letters, lost answers and a death. Every personal value and every key has one word in it that
 * stands nowhere else.
 */
class PersonalDataTest {
    private static final String CANARY = "canary";
    private static final String LEFT_KEY = "left-canary-4711";
    private static final String RIGHT_KEY = "right-canary-4712";
    private static final int AROUND = 60;

    @TempDir
    private Path folder;

    private final FakeMemberships memberships =
            FakeMemberships.builder().apiKey(LEFT_KEY, "users.readonly").build();
    private final FakeAccelevents accelevents =
            FakeAccelevents.builder().apiKey(RIGHT_KEY).event("spring-summit").build();
    private final FakeEvent event = accelevents.event("spring-summit");

    @Test
    @Timeout(300)
    void nothingPersonalRestsAnywhere() throws Exception {
        Victim victim = new Victim(
                folder,
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"),
                Map.of("LEFT_KEY", LEFT_KEY, "RIGHT_KEY", RIGHT_KEY));
        people();
        try (FakeServer left = FakeServer.start(victim.watching(memberships), 0);
                FakeServer right = FakeServer.start(victim.watching(accelevents), 0)) {
            configure(left.url(), right.url());
            everythingThatCanHappen(victim);
        }

        assertThat(files()).as("store, key and outputs").hasSizeGreaterThan(3);
        assertThat(text(folder.resolve("out.txt"))).contains("reviews", "TOO_LONG", "\"deadLetters\":1", "SAME_EMAIL");
        assertThat(text(folder.resolve("err.txt"))).contains("TRACE");
        assertThat(tellTales()).isEmpty();
    }

    private void everythingThatCanHappen(Victim victim) throws Exception {
        victim.run("doctor");
        victim.run("plan");
        accelevents.faults(FaultPlan.share(0.1, 3, EnumSet.allOf(Fault.class)));
        memberships.faults(FaultPlan.share(0.1, 4, EnumSet.of(Fault.DROP_AFTER, Fault.TRUNCATED_BODY)));
        victim.killAtRequest(30, "sync");
        victim.run("sync");
        accelevents.faults(FaultPlan.none());
        memberships.faults(FaultPlan.none());
        accelevents.switches().uniqueHolderEmail(true);
        memberships.members().changeEmail("m2", "m1@canary.example");
        memberships.members().rename("m3", "Other Canaryname");
        victim.run("sync");
        for (String command : List.of("plan", "review", "verify")) {
            victim.run(command);
        }
        victim.run("verify", "--deep");
    }

    private void people() {
        event.addTicketType("General Admission", "0", 1_000);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Dietary needs"));
        for (int i = 1; i <= 12; i++) {
            join("m" + i, "m" + i + "@canary.example", "Person Canary" + i);
        }
        join("twice", "m1@canary.example", "Second Canary");
        join("long", "long@canary.example", "Canary" + "b".repeat(60));
        join("odd", "odd\u0007@canary.example", "Odd Canary");
        join("none", null, "Nomail Canary");
        join("bad", "canary at nowhere", "Bad Canary");
        long type = event.ticketType("General Admission").orElseThrow().id();
        event.addAttendee(
                type,
                Map.of(
                        "First Name",
                        "Old",
                        "Last Name",
                        "Canary",
                        "Email",
                        "m5@canary.example",
                        "Dietary needs",
                        "no canary"),
                "");
        event.addAttendee(type, "One", "Canary", "stranger@canary.example");
    }

    private void join(String userId, String email, String name) {
        memberships.members().add(FakeMember.of(userId, email, name).withStatus("active"));
    }

    private void configure(String left, String right) throws IOException {
        Files.writeString(
                folder.resolve("membersync.yaml"), """
                memberships: {profile: standard, baseUrl: "%s", apiKey: "${LEFT_KEY}", rate: {calls: 100000, per: 10s}}
                accelevents: {baseUrl: "%s", apiKey: "${RIGHT_KEY}", eventUrl: "spring-summit", rate: {calls: 100000, per: 10s}}
                store: {url: "jdbc:sqlite:%s"}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": "General Admission"}
                    guards: {changes: "100%% and 100000"}
                  - template: duplicate-hygiene
                """.formatted(left, right, folder.resolve("membersync.db")));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Where the word stands, with what is around it. */
    private List<String> tellTales() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            at(file, StandardCharsets.ISO_8859_1).ifPresent(found::add);
            at(file, StandardCharsets.UTF_16LE).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<String> at(Path file, Charset charset) throws IOException {
        String text = new String(Files.readAllBytes(file), charset).toLowerCase(Locale.ROOT);
        int at = text.indexOf(CANARY);
        return at < 0
                ? Optional.empty()
                : Optional.of(file.getFileName() + ": "
                        + text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND)));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
