package dev.membersync.examples.guide.snippet;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.examples.guide.Places;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Both services with some members, on free ports, for the Java of the pages; its files are in the working folder. */
final class Stage implements AutoCloseable {
    static final String LOCATION = "ve9EPM428h8vShlRW1KT";
    static final String CLIENT_ID = "65f0c1d2e3a4b5c6d7e8f901-lt1x2y3z";
    static final String CLIENT_SECRET = "5f2b7a0c-6f0e-4d0e-9c39-1f7a3c0b9d11";

    private final FakeMemberships memberships;
    private final FakeAccelevents accelevents = FakeAccelevents.builder().build();
    private final FakeServer left;
    private final FakeServer right;

    private Stage(FakeMemberships memberships, int members) {
        Places.sweep();
        this.memberships = memberships;
        SampleData data = SampleData.of(1, members);
        data.loadInto(memberships);
        data.loadInto(accelevents);
        event().putField(FakeField.question("Company"));
        event().putField(FakeField.question("Tier"));
        left = FakeServer.start(memberships, 0);
        right = FakeServer.start(accelevents, 0);
    }

    static Stage standard(int members) {
        return new Stage(FakeMemberships.builder().build(), members);
    }

    static Stage highLevel(int members) {
        String[] scopes = MembershipsProfile.HIGHLEVEL.operations().stream()
                .map(Operation::scope)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
        return new Stage(
                FakeMemberships.builder()
                        .highLevel(LOCATION, "5DP4iH6HLkQsiKESj6rh")
                        .apiKey(FakeMemberships.DEFAULT_KEY, scopes)
                        .app(CLIENT_ID, CLIENT_SECRET, "https://app.example.org/callback", scopes)
                        .build(),
                members);
    }

    FakeMemberships memberships() {
        return memberships;
    }

    FakeAccelevents accelevents() {
        return accelevents;
    }

    FakeEvent event() {
        return accelevents.event(SampleData.EVENT);
    }

    String membershipsUrl() {
        return left.url();
    }

    String acceleventsUrl() {
        return right.url();
    }

    /** A client of the members, as fast as it can be. */
    MembershipsClient members() {
        return MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create(left.url()))
                .apiKey(Secret.of(FakeMemberships.DEFAULT_KEY))
                .rateBudget(RateBudget.unlimited())
                .build();
    }

    /** A client of the events, as fast as it can be. */
    AcceleventsClient events() {
        return AcceleventsClient.builder(Secret.of(FakeAccelevents.DEFAULT_KEY))
                .baseUrl(URI.create(right.url()))
                .rateBudget(RateBudget.unlimited())
                .build();
    }

    /** Writes a configuration for these services. */
    Path write(String name, String workflows) {
        try {
            return Files.writeString(Path.of(name), """
                    memberships: {baseUrl: "%s", apiKey: "${MEMBERSHIPS_API_KEY}", rate: {calls: 5000, per: 1s}}
                    accelevents:
                      baseUrl: "%s"
                      apiKey: "${ACCELEVENTS_API_KEY}"
                      eventUrl: spring-summit
                      rate: {calls: 5000, per: 1s}
                    """.formatted(left.url(), right.url()) + workflows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens such a configuration. */
    Tenant open(String workflows) {
        return Tenant.open(TenantConfig.read(write("membersync.yaml", workflows)));
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
