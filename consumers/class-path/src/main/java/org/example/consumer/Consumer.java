package org.example.consumer;

import dev.membersync.eventops.image.QrCode;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.Map;

/** Plans, syncs and plans again against the test kit, in the folder of its argument; says what it saw. */
public final class Consumer {
    private static final String CONFIGURATION =
            """
            memberships: {baseUrl: "%s", apiKey: "%s", rate: {calls: 5000, per: 1s}}
            accelevents: {baseUrl: "%s", apiKey: "%s", eventUrl: "%s", rate: {calls: 5000, per: 1s}}
            store: {url: "jdbc:sqlite:%s"}
            workflows:
              - template: members-to-attendees
                ticketTypes: {gold: VIP, "*": General Admission}
            """;

    private Consumer() {}

    public static void main(String[] arguments) {
        FakeMemberships memberships = FakeMemberships.builder().build();
        FakeAccelevents accelevents = FakeAccelevents.builder().build();
        SampleData data = SampleData.of(1, 20);
        data.loadInto(memberships);
        data.loadInto(accelevents);
        try (FakeServer left = FakeServer.start(memberships, 0);
                FakeServer right = FakeServer.start(accelevents, 0);
                Tenant tenant = Tenant.open(configuration(left, right, Path.of(arguments[0])))) {
            SyncPlan plan = tenant.engine().plan();
            SyncReport report = tenant.engine().sync();
            System.out.println("planned " + operations(plan));
            System.out.println("created " + report.counts().created());
            System.out.println("then " + operations(tenant.engine().plan()));
        }
        System.out.println("code " + QrCode.of("MT1AEBA").size());
    }

    private static TenantConfig configuration(FakeServer left, FakeServer right, Path folder) {
        return TenantConfig.parse(
                "consumer.yaml",
                CONFIGURATION.formatted(
                        left.url(),
                        FakeMemberships.DEFAULT_KEY,
                        right.url(),
                        FakeAccelevents.DEFAULT_KEY,
                        SampleData.EVENT,
                        folder.resolve("consumer.db")),
                Map.of());
    }

    private static int operations(SyncPlan plan) {
        return plan.workflows().stream().mapToInt(part -> part.operations().size()).sum();
    }
}
