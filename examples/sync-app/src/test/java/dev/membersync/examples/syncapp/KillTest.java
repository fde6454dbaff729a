package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F-08: the application as a process of its own, killed without warning between two unkind services. */
class KillTest {
    private static final boolean HEAVY = Boolean.getBoolean("heavy");
    private static final int MEMBERS = HEAVY ? 600 : 150;
    private static final int MOST_RUNS = 4;
    private static final Set<Fault> UNKIND = EnumSet.of(
            Fault.DROP_BEFORE,
            Fault.DROP_AFTER,
            Fault.LATE_APPLY,
            Fault.STATUS_AFTER_EFFECT,
            Fault.STATUS_BEFORE,
            Fault.UNPROCESSABLE_AFTER_EFFECT,
            Fault.TRUNCATED_BODY,
            Fault.TOO_MANY_WITH_RETRY_AFTER);

    /**
     * One way to die again and again.
     *
     * @param store the store's url; {@code FOLDER} is a fresh folder
     * @param command what runs
     * @param seed of the faults and of the moments of death
     * @param kills how often it is killed
     */
    record Way(String store, String command, long seed, int kills) {}

    static List<Way> ways() {
        String sqlite = "jdbc:sqlite:FOLDER/membersync.db";
        Way first = new Way(sqlite, "sync", 1, HEAVY ? 30 : 3);
        return HEAVY ? List.of(first, new Way(sqlite, "sync", 2, 30)) : List.of(first);
    }

    @TempDir
    private Path folder;

    private final FakeMemberships memberships = FakeMemberships.builder()
            .time(InstantSource.system())
            .apiKey("reading-key", "users.readonly")
            .build();

    @ParameterizedTest
    @MethodSource("ways")
    @Timeout(1_800)
    void killedAgainAndAgainItNeitherDoublesNorLosesAnybody(Way way) throws Exception { // F-08
        FakeAccelevents accelevents = furnished(way.seed());
        FakeEvent event = accelevents.event("spring-summit");
        Victim victim = new Victim(folder, List.of(), Map.of());
        SplittableRandom random = new SplittableRandom(way.seed());
        try (FakeServer members = FakeServer.start(victim.watching(memberships), 0);
                FakeServer events = FakeServer.start(victim.watching(accelevents), 0)) {
            configure(way, members.url(), events.url());
            for (int kill = 1; kill <= way.kills(); kill++) {
                victim.killAtRequest(random.nextInt(3, 120), way.command());
                assertNobodyHasTwo(event);
            }
            runToTheEnd(victim, way);
            assertEverybodyHasOneTicket(event);
            accelevents.faults(FaultPlan.none());
            // The write log may still gain a late effect of the runs before; requests are sent by this one alone.
            List<Long> sent = writesSent(accelevents);
            assertThat(victim.run(way.command())).isZero();
            assertThat(writesSent(accelevents)).isEqualTo(sent);

            everybodyIsRenamedAndFollowed(victim, way, event, random);
        }
    }

    private void everybodyIsRenamedAndFollowed(Victim victim, Way way, FakeEvent event, SplittableRandom random)
            throws Exception {
        memberships
                .members()
                .all()
                .forEach(member -> memberships.members().rename(member.userId(), "Renamed " + member.userId()));
        victim.killAtRequest(random.nextInt(20, 100), way.command());
        runToTheEnd(victim, way);
        assertEverybodyHasOneTicket(event);
        assertThat(event.attendees())
                .allSatisfy(ticket -> assertThat(ticket.lastName()).isEqualTo(ticket.answer("Member ID")));
    }

    /** A run may end because a service was down; a later one goes on. */
    private static void runToTheEnd(Victim victim, Way way) throws Exception {
        int exit = victim.run(way.command());
        for (int run = 1; run < MOST_RUNS && exit != 0; run++) {
            exit = victim.run(way.command());
        }
        assertThat(exit).isZero();
    }

    private static List<Long> writesSent(FakeAccelevents accelevents) {
        return accelevents.operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.WRITE)
                .map(operation -> accelevents.requests().count(operation.id()))
                .toList();
    }

    private FakeAccelevents furnished(long seed) {
        FakeAccelevents accelevents = FakeAccelevents.builder()
                .time(InstantSource.system())
                .apiKey("events-key")
                .event("spring-summit")
                .faults(FaultPlan.share(0.15, seed, UNKIND).on("orders.create", "orders.pay"))
                .build();
        FakeEvent event = accelevents.event("spring-summit");
        event.addTicketType("General Admission", "0", 100_000);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        for (int i = 0; i < MEMBERS; i++) {
            String address = i % 10 == 9 ? "shared" + (i / 20) + "@example.com" : "m" + i + "@example.com";
            memberships
                    .members()
                    .add(FakeMember.of("m" + i, address, "Person " + i).withStatus("active"));
        }
        return accelevents;
    }

    private void configure(Way way, String membershipsUrl, String acceleventsUrl) throws IOException {
        Files.writeString(folder.resolve("membersync.yaml"), """
                memberships: {profile: standard, baseUrl: "%s", apiKey: "reading-key", rate: {calls: 100000, per: 10s}}
                accelevents: {baseUrl: "%s", apiKey: "events-key", eventUrl: "spring-summit", rate: {calls: 100000, per: 10s}}
                store: {url: "%s"}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": "General Admission"}
                    guards: {creates: 100000, changes: "100%% and 100000"}
                """.formatted(
                        membershipsUrl, acceleventsUrl, way.store().replace("FOLDER", folder.toString())));
    }

    private static void assertNobodyHasTwo(FakeEvent event) {
        assertThat(identities(event)).doesNotHaveDuplicates();
    }

    private static void assertEverybodyHasOneTicket(FakeEvent event) {
        assertThat(identities(event)).hasSize(MEMBERS).doesNotContain("").doesNotHaveDuplicates();
    }

    private static List<String> identities(FakeEvent event) {
        return event.attendees().stream()
                .map((FakeTicket ticket) -> ticket.answer("Member ID"))
                .collect(Collectors.toList());
    }
}
