package dev.membersync.memberships.oauth;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.net.URI;
import java.util.random.RandomGenerator;

/** An app over a scripted transport, whose random numbers are a test's. */
final class Apps {
    static final OAuthApp APP = new OAuthApp("64c0e3a1b2c3d4e5f6a7b8c9-abcd1234", Secret.of("canary secret/+&"));
    static final URI REDIRECT = URI.create("https://app.example.org/cb?a=b");

    private Apps() {}

    static OAuthClient client(ScriptedTransport transport, MembershipsProfile profile) {
        return client(transport, profile, () -> 0L);
    }

    static OAuthClient client(ScriptedTransport transport, MembershipsProfile profile, RandomGenerator random) {
        return OAuthClient.builder(profile, APP)
                .transport(transport)
                .time(ManualTime.create())
                .retry(RetryPolicy.none())
                .random(random)
                .build();
    }

    /** What went out: target, content type, version and body. */
    static String sent(Request request) {
        return Scripts.target(request) + " " + request.headers().get("Content-Type") + " "
                + request.headers().getOrDefault("Version", "-") + " " + Scripts.body(request);
    }
}
