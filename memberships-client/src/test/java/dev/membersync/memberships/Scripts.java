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
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client over a scripted transport: no retry and no budget, so that one call is one request. */
public final class Scripts {

    public static final String KEY = "pit-0123456789";

    private Scripts() {}

    public static MembershipsClient client(ScriptedTransport transport) {
        return client(transport, MembershipsProfile.STANDARD);
    }

    public static MembershipsClient client(ScriptedTransport transport, MembershipsProfile profile) {
        return MembershipsClient.builder(profile)
                .baseUrl(URI.create("https://members.example.org/api"))
                .apiKey(Secret.of(KEY))
                .transport(transport)
                .time(ManualTime.create())
                .rateBudget(RateBudget.unlimited())
                .retry(RetryPolicy.none())
                .build();
    }

    /** A client of location {@code loc1} of company {@code comp1} on HighLevel. */
    public static MembershipsClient highLevel(ScriptedTransport transport, MembershipsProfile profile) {
        return highLevelBuilder(transport, profile).build();
    }

    public static MembershipsClientBuilder highLevelBuilder(ScriptedTransport transport, MembershipsProfile profile) {
        return MembershipsClient.builder(profile)
                .apiKey(Secret.of(KEY))
                .locationId("loc1")
                .companyId("comp1")
                .transport(transport)
                .time(ManualTime.create())
                .rateBudget(RateBudget.unlimited())
                .retry(RetryPolicy.none());
    }

    public static ScriptedTransport replies(int status, String body) {
        return ScriptedTransport.create().reply(status, body);
    }

    public static Reply reply(int status, String body, String... headers) {
        return Reply.of(status, body).with(Headers.of(headers));
    }

    public static String target(Request request) {
        String query = request.uri().getRawQuery();
        return request.method() + " " + request.uri().getRawPath() + (query == null ? "" : "?" + query);
    }

    public static String body(Request request) {
        return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
    }
}
