package org.example.consumer;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.eventops.image.QrCode;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.MembershipsDirectory;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.Workflow;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The same as the one on the class path, without a configuration file and inside a module. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] arguments) {
        FakeMemberships memberships = FakeMemberships.builder().build();
        FakeAccelevents accelevents = FakeAccelevents.builder().build();
        SampleData data = SampleData.of(1, 20);
        data.loadInto(memberships);
        data.loadInto(accelevents);
        try (FakeServer left = FakeServer.start(memberships, 0);
                FakeServer right = FakeServer.start(accelevents, 0);
                MembershipsClient members = MembershipsClient.builder(MembershipsProfile.STANDARD)
                        .baseUrl(URI.create(left.url()))
                        .apiKey(Secret.of(FakeMemberships.DEFAULT_KEY))
                        .rateBudget(RateBudget.unlimited())
                        .build();
                AcceleventsClient events = AcceleventsClient.builder(Secret.of(FakeAccelevents.DEFAULT_KEY))
                        .baseUrl(URI.create(right.url()))
                        .rateBudget(RateBudget.unlimited())
                        .build()) {
            run(members, events, Path.of(arguments[0]));
        }
        System.out.println("code " + QrCode.of("MT1AEBA").size());
        System.out.println("module " + Consumer.class.getModule().isNamed());
    }

    private static void run(MembershipsClient members, AcceleventsClient events, Path folder) {
        Workflow workflow = MembersToAttendees.of(
                        AcceleventsDesk.of(events.event(SampleData.EVENT)),
                        Map.of("gold", "VIP", "*", "General Admission"))
                .build();
        try (JdbcStore store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("consumer.db"));
                SyncEngine engine = SyncEngine.builder()
                        .members(MembershipsDirectory.of(members, "an-account"))
                        .store(store)
                        .key(StoreKey.ofSecret("a-secret-of-this-program"))
                        .workflow(workflow)
                        .build()) {
            System.out.println("planned " + operations(engine.plan()));
            System.out.println("created " + engine.sync().counts().created());
            System.out.println("then " + operations(engine.plan()));
        }
    }

    private static int operations(SyncPlan plan) {
        return plan.workflows().stream().mapToInt(part -> part.operations().size()).sum();
    }
}
