package dev.membersync.examples.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.membersync.client.Operation;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.config.Finding;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Both services, with all ticket types, fields and events that the pages name, for configurations to be opened against. */
final class Showcase {
    /** The secret that configurations of the pages take from the environment. */
    static final String SECRET = "a-secret-of-the-pages-with-32-characters";

    private static final String LOCATION = "ve9EPM428h8vShlRW1KT";
    private static final List<String> EVENTS = List.of(SampleData.EVENT, "autumn-gala");
    private static final List<String> TYPES = List.of("Members", "Speaker");
    private static final List<String> QUESTIONS = List.of(
            "Company", "Badge", "Tier", "Lounge access", "How did you hear of us?", "Age group", "Dues", "Receipt");
    private static final List<String> FIELDS =
            List.of("company", "dietary", "event_ticket", "registration_status", "birthYear", "membership");
    private static final List<String> ENGINE = List.of(
            "members-to-attendees", "registrations-to", "lapsed-guard", "payments", "refunds-and", "duplicate-hygiene");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Map<String, Object> RATE = Map.of("calls", 10_000, "per", "1s");
    private static final Map<String, String> BASES = Map.of("standard", """
            memberships: {baseUrl: "http://127.0.0.1:18081", apiKey: "${MEMBERSHIPS_API_KEY}", rate: {calls: 1000, per: 1s}}
            """, "highlevel", """
            memberships:
              profile: highlevel
              locationId: ve9EPM428h8vShlRW1KT
              baseUrl: "http://127.0.0.1:18081"
              apiKey: "${MEMBERSHIPS_API_KEY}"
              rate: {calls: 1000, per: 1s}
              members: {only: {tag: member}, status: "field:membership_status", plan: "field:membership_plan", registrationStatus: "field:registration_status"}
            """);
    private static final String ACCELEVENTS = """
            accelevents:
              baseUrl: "http://127.0.0.1:18082"
              apiKey: "${ACCELEVENTS_API_KEY}"
              eventUrl: spring-summit
              rate: {calls: 1000, per: 1s}
            """;
    private static final String WORKFLOWS = "workflows: [{template: members-to-attendees}]\n";

    private static final Showcase ALL = new Showcase();

    private final FakeServer standard;
    private final FakeServer highLevel;
    private final FakeServer accelevents;

    private Showcase() {
        SampleData data = SampleData.of(1, 24);
        FakeMemberships users = FakeMemberships.builder().build();
        FakeMemberships contacts = FakeMemberships.builder()
                .highLevel(LOCATION, "5DP4iH6HLkQsiKESj6rh")
                .apiKey(FakeMemberships.DEFAULT_KEY, scopes())
                .build();
        data.loadInto(users);
        data.loadInto(contacts);
        FIELDS.forEach(contacts.contacts()::fieldId);
        FakeAccelevents events = FakeAccelevents.builder().build();
        EVENTS.forEach(event -> furnish(events.event(event), data));
        standard = FakeServer.start(users, 0);
        highLevel = FakeServer.start(contacts, 0);
        accelevents = FakeServer.start(events, 0);
    }

    private static void furnish(FakeEvent event, SampleData data) {
        data.loadInto(event);
        TYPES.forEach(type -> event.addTicketType(type, "0", 100));
        QUESTIONS.forEach(question -> event.putField(FakeField.question(question)));
    }

    private static String[] scopes() {
        return MembershipsProfile.HIGHLEVEL.operations().stream()
                .map(Operation::scope)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
    }

    /** A whole file of these sections and, for those that are not among them, ordinary ones. */
    static String file(String profile, String sections) {
        StringBuilder file = new StringBuilder();
        for (String base : List.of(BASES.get(profile), ACCELEVENTS, WORKFLOWS)) {
            String key = base.substring(0, base.indexOf(':') + 1);
            if (sections.lines().noneMatch(line -> line.startsWith(key))) {
                file.append(base);
            }
        }
        return file.append(sections).toString();
    }

    /** Reads a file as it is, then opens it with the addresses and keys of the fakes and looks at everything. */
    static void open(String file) {
        Map<String, String> environment = VARIABLE.matcher(file)
                .results()
                .map(name -> name.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> SECRET));
        var unused =
                TenantConfig.parse("page", file, environment).live().get(); // its mistakes are told when it is asked
        try (Tenant tenant = Tenant.open(TenantConfig.parse("page", ALL.placed(file), environment))) {
            List<String> wrong = tenant.doctor().examine().stream()
                    .filter(finding -> finding.level().compareTo(Finding.Level.WRONG) >= 0)
                    .map(finding -> finding.subject() + ": " + finding.message())
                    .toList();
            if (!wrong.isEmpty()) {
                throw new Mistake("doctor says " + wrong);
            }
            tenant.engine().plan();
        }
    }

    /** The same file for the fakes. */
    private String placed(String file) {
        Map<String, Object> all = new HashMap<>(YamlKind.map(file));
        Map<String, Object> left = new HashMap<>(section(all, "memberships"));
        boolean contacts = left.containsKey("profile") && !left.get("profile").equals("standard");
        left.putAll(Map.of(
                "baseUrl",
                (contacts ? highLevel : standard).url(),
                "apiKey",
                FakeMemberships.DEFAULT_KEY,
                "rate",
                RATE));
        left.remove("oauth"); // a grant of the page is nobody's
        all.put("memberships", left);
        Map<String, Object> right = new HashMap<>(section(all, "accelevents"));
        right.remove("recurringEventId");
        right.putAll(Map.of("baseUrl", accelevents.url(), "apiKey", FakeAccelevents.DEFAULT_KEY, "rate", RATE));
        all.put("accelevents", right);
        Map<String, Object> store = new HashMap<>(section(all, "store"));
        store.put("url", "jdbc:sqlite:" + UUID.randomUUID() + ".db");
        all.put("store", store);
        all.put("workflows", workflows(file, all));
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tenant is opened for an engine: where no workflow of a page is the engine's, one of its own stands beside it. */
    private static List<Object> workflows(String file, Map<String, Object> all) {
        List<Object> workflows = new ArrayList<>((List<?>) all.getOrDefault("workflows", List.of()));
        if (ENGINE.stream().noneMatch(word -> file.contains("template: " + word))) {
            workflows.add(Map.of("template", "members-to-attendees"));
        }
        return workflows;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> all, String name) {
        return (Map<String, Object>) all.getOrDefault(name, Map.of());
    }
}
