package dev.membersync.examples.syncapp;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Both services with marked people and marked keys, and a memory of every token that went over the wire. */
final class SecretWorld implements AutoCloseable {
    /** A word that stands in every personal value and every key, and nowhere else. */
    static final String MARK = "quokka";

    static final String EVENT = "spring-summit";
    static final String LEFT_KEY = "quokka-left-4711";
    static final String RIGHT_KEY = "quokka-right-4712";
    static final String DATABASE_PASSWORD = "quokka-database-4713";
    static final String STORE_KEY = "quokka-store-key-4714";
    static final String HOOKS = "quokka-hooks-4715-0123";

    private static final Pattern TOKEN = Pattern.compile("\"(?:access|refresh)_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int MEMBERS = 10;

    private final Set<String> tokens = new ConcurrentSkipListSet<>();
    private final FakeMemberships memberships;
    private final FakeAccelevents accelevents;
    private final FakeServer left;
    private final FakeServer right;

    private SecretWorld(FakeMemberships memberships, FakeAccelevents accelevents) {
        this.memberships = memberships;
        this.accelevents = accelevents;
        this.left = FakeServer.start(overhearing(memberships), 0);
        this.right = FakeServer.start(accelevents, 0);
    }

    static SecretWorld open() {
        FakeMemberships memberships = Dialect.HIGHLEVEL
                .builder(1)
                .apiKey(LEFT_KEY, Dialect.allScopes())
                .build();
        FakeAccelevents accelevents =
                FakeAccelevents.builder().apiKey(RIGHT_KEY).event(EVENT).build();
        SecretWorld world = new SecretWorld(memberships, accelevents);
        world.furnish();
        return world;
    }

    private FakeService overhearing(FakeService service) {
        return new FakeService() {
            @Override
            public FakeReply handle(FakeRequest request) {
                FakeReply reply = service.handle(request);
                TOKEN.matcher(reply.text()).results().forEach(token -> tokens.add(token.group(1)));
                return reply;
            }
        };
    }

    private void furnish() {
        for (int i = 1; i <= MEMBERS; i++) {
            join("m" + i, "m" + i + "@quokka.example", "Person Quokka" + i);
        }
        join("twice", "m1@quokka.example", "Second Quokka");
        join("long", "long@quokka.example", "Quokka" + "b".repeat(60));
        join("bad", "quokka at nowhere", "Bad Quokka");
        FakeEvent event = accelevents.event(EVENT);
        event.addTicketType("General Admission", "0", 1_000);
        long priced = event.addTicketType("Gala Dinner", "80.00", 100);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Dietary needs"));
        event.addAttendee(
                priced,
                Map.of(
                        "First Name",
                        "Person",
                        "Last Name",
                        "Quokka9",
                        "Email",
                        "m9@quokka.example",
                        "Dietary needs",
                        "no quokka"),
                "membersync:m9");
        event.addAttendee(priced, "One", "Quokka", "stranger@quokka.example");
    }

    private void join(String userId, String email, String name) {
        memberships.members().add(FakeMember.of(userId, email, name).withStatus("active"));
    }

    /** What makes reviews, updates, held fields and refusals. */
    void change() {
        accelevents.switches().uniqueHolderEmail(true);
        memberships.members().changeEmail("m2", "m1@quokka.example");
        memberships.members().rename("m3", "Other Quokkaname");
        join("late", "m4@quokka.example", "Late Quokka");
    }

    FakeMemberships memberships() {
        return memberships;
    }

    FakeAccelevents accelevents() {
        return accelevents;
    }

    String membershipsUrl() {
        return left.url();
    }

    String acceleventsUrl() {
        return right.url();
    }

    /** Every secret that there was. */
    List<String> secrets() {
        tokens.addAll(List.of(LEFT_KEY, RIGHT_KEY, DATABASE_PASSWORD, STORE_KEY, HOOKS, Dialect.CLIENT_SECRET));
        return List.copyOf(tokens);
    }

    Map<String, String> environment(String refreshToken) {
        return Map.of(
                "CLIENT", Dialect.CLIENT_SECRET,
                "FIRST", refreshToken,
                "RIGHT_KEY", RIGHT_KEY,
                "PASSWORD", DATABASE_PASSWORD,
                "STORE_KEY", STORE_KEY,
                "HOOKS", HOOKS);
    }

    static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> other = new HashMap<>(environment);
        other.put(name, value);
        return other;
    }

    String configuration(int port, Path folder) {
        return """
                memberships:
                  profile: highlevel
                  locationId: %s
                  baseUrl: "%s"
                  oauth: {clientId: %s, clientSecret: "${CLIENT}", refreshToken: "${FIRST}"}
                  members: {only: {tag: member}, status: 'field:membership_status'}
                  rate: {calls: 100000, per: 10s}
                accelevents: {baseUrl: "%s", apiKey: "${RIGHT_KEY}", eventUrl: "%s", rate: {calls: 100000, per: 10s}}
                store: {url: "jdbc:postgresql://127.0.0.1:%d/postgres?user=sync&password=${PASSWORD}&sslmode=disable", key: "${STORE_KEY}"}
                live: {port: 0, pollEvery: 1s, hooks: {secret: "${HOOKS}", publicKey: "%s"}}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": "General Admission"}
                    guards: {changes: "100%% and 100000"}
                  - template: registrations-to-tags
                  - {template: payments, recordOn: {invoice: "Event fee"}}
                  - template: duplicate-hygiene
                  - {template: erasure-request, graceHours: 0, receipts: "%s"}
                """.formatted(
                        Dialect.LOCATION,
                        membershipsUrl(),
                        Dialect.CLIENT_ID,
                        acceleventsUrl(),
                        EVENT,
                        port,
                        memberships.webhooks().publicKey(),
                        folder.resolve("said/erasures"));
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
