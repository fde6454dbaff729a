package org.example.client;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.memberships.Member;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.net.URI;

/** Lists members with the client of one service, without engine, store or monitoring. */
public final class OneClient {
    private OneClient() {}

    public static void main(String[] arguments) {
        FakeMemberships memberships = FakeMemberships.builder().build();
        SampleData.of(1, 20).loadInto(memberships);
        try (FakeServer server = FakeServer.start(memberships, 0)) {
            try (MembershipsClient client = client(server, FakeMemberships.DEFAULT_KEY)) {
                // A list may show a member twice, and the fake's does.
                long listed = client.members().list().stream()
                        .map(Member::userId)
                        .distinct()
                        .count();
                System.out.println("members " + listed + " of " + memberships.members().all().size());
            }
            try (MembershipsClient stranger = client(server, "not-the-key")) {
                stranger.members().list().stream().count();
            } catch (AuthException refused) {
                System.out.println("refused " + refused.status().orElse(0));
            }
        }
    }

    private static MembershipsClient client(FakeServer server, String key) {
        return MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create(server.url()))
                .apiKey(Secret.of(key))
                .build();
    }
}
