package dev.membersync.memberships;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clients of the stateful fakes, without a socket. */
final class Fakes {

    static final String LOCATION = "loc1";
    static final ManualTime TIME = ManualTime.create();
    static final MemberSettings SETTINGS = MemberSettings.only(MemberRule.tag("member"))
            .withStatus(MemberField.parse("field:membership_status"))
            .withPlan(MemberField.parse("field:contact.membership_plan"))
            .withRegistrationStatus(MemberField.parse("field:registration_status"));

    private Fakes() {}

    static FakeMemberships highLevel() {
        return FakeMemberships.builder().time(TIME).highLevel(LOCATION, "comp1").build();
    }

    static MembersApi standard(FakeMemberships fake) {
        return builder(fake, MembershipsProfile.STANDARD)
                .baseUrl(URI.create("https://members.example.org"))
                .build()
                .members();
    }

    static MembersApi members(FakeMemberships fake, MemberSettings settings) {
        return members(fake, settings, MembershipsProfile.HIGHLEVEL);
    }

    static MembershipsClient client(FakeMemberships fake, MemberSettings settings) {
        return builder(fake, MembershipsProfile.HIGHLEVEL)
                .locationId(LOCATION)
                .members(settings)
                .build();
    }

    static MembersApi members(FakeMemberships fake, MemberSettings settings, MembershipsProfile profile) {
        return builder(fake, profile)
                .locationId(LOCATION)
                .members(settings)
                .build()
                .members();
    }

    private static MembershipsClientBuilder builder(FakeMemberships fake, MembershipsProfile profile) {
        return MembershipsClient.builder(profile)
                .apiKey(Secret.of(FakeMemberships.DEFAULT_KEY))
                .transport(ScriptedTransport.answering(request -> answer(fake, request)))
                .time(TIME)
                .rateBudget(RateBudget.unlimited())
                .retry(RetryPolicy.none());
    }

    private static Reply answer(FakeMemberships fake, Request request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        request.secrets().forEach((name, secret) -> headers.put(name, secret.reveal()));
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        FakeReply reply = fake.handle(
                FakeRequest.of(request.method(), target, headers, request.body().orElse(new byte[0])));
        Map<String, List<String>> replied = new HashMap<>();
        reply.headers().forEach((name, value) -> replied.put(name, List.of(value)));
        return Reply.of(reply.status(), new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8))
                .with(Headers.of(replied));
    }
}
