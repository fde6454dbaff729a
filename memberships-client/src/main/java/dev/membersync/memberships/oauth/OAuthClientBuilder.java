package dev.membersync.memberships.oauth;

import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.http.Transport;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.internal.RateHeaders;
import dev.membersync.memberships.internal.Refusals;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Spelling;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts an {@link OAuthClient} together; begin with {@link OAuthClient#builder}. Not thread-safe. */
public final class OAuthClientBuilder {

    // Within the 30 seconds in which a repeated renewal gets the same answer.
    private static final Duration DEADLINE = Duration.ofSeconds(25);

    private final MembershipsProfile profile;
    private final OAuthApp app;
    private Optional<URI> baseUrl;
    private Optional<URI> consentUrl;
    private Optional<Transport> transport = Optional.empty();
    private Optional<RateBudget> budget = Optional.empty();
    private Optional<RetryPolicy> retry = Optional.empty();
    private Time time = Time.system();
    private RandomGenerator random = new SecureRandom();

    OAuthClientBuilder(MembershipsProfile profile, OAuthApp app) {
        this.profile = profile;
        this.app = app;
        this.baseUrl = profile.baseUrl();
        this.consentUrl = profile.consentUrl();
    }

    /** Where the token endpoint is. Default: the profile's base URL, where it has one. */
    public OAuthClientBuilder baseUrl(URI value) {
        baseUrl = Optional.of(value);
        return this;
    }

    /** The consent page, such as that of a white-label domain. Default: the profile's. */
    public OAuthClientBuilder consentUrl(URI value) {
        consentUrl = Optional.of(value);
        return this;
    }

    /** Sends through this transport, which the caller closes. Default: one of its own. */
    public OAuthClientBuilder transport(Transport value) {
        transport = Optional.of(value);
        return this;
    }

    /** The budget to pay from. Default: one of its own with the profile's limit; that of this endpoint is not documented. */
    public OAuthClientBuilder rateBudget(RateBudget value) {
        budget = Optional.of(value);
        return this;
    }

    /** What is retried and when. Default: {@link RetryPolicy#standard}. */
    public OAuthClientBuilder retry(RetryPolicy value) {
        retry = Optional.of(value);
        return this;
    }

    /** The source of time. Default: the system's. */
    public OAuthClientBuilder time(Time value) {
        time = value;
        return this;
    }

    /** Where states and verifiers come from. Default: a {@link SecureRandom}. */
    public OAuthClientBuilder random(RandomGenerator value) {
        random = value;
        return this;
    }

    /**
     * Builds the client; nothing is sent.
     *
     * @throws IllegalStateException when the profile has no base URL or consent page and none was set
     * @throws UnsupportedOperationException when the profile has no OAuth
     */
    public OAuthClient build() {
        profile.route("oauth.refresh");
        URI url = baseUrl.orElseThrow(() -> missing("baseUrl"));
        URI page = consentUrl.orElseThrow(() -> missing("consentUrl"));
        if (transport.isPresent()) {
            return client(url, page, transport.get(), () -> {});
        }
        JdkTransport own = JdkTransport.builder().time(time).build();
        try {
            return client(url, page, own, own::close);
        } catch (IllegalArgumentException e) {
            own.close();
            throw e;
        }
    }

    private OAuthClient client(URI url, URI page, Transport through, Runnable release) {
        ApiClient.Builder calls = ApiClient.builder(url, through, time)
                .budget(budget.orElseGet(() -> RateBudget.of(profile.rate(), time)))
                .deadline(DEADLINE)
                .replies(Refusals.READER)
                .rates(new RateHeaders());
        retry.ifPresent(calls::retry);
        if (profile.spelling() == Spelling.V3) {
            profile.headers().forEach(calls::header);
        }
        Wire wire = new Wire(calls.build(), profile, Optional.empty(), Optional.empty());
        return new OAuthClient(app, wire, page, time, random, release);
    }

    private IllegalStateException missing(String what) {
        return new IllegalStateException("the profile " + profile.name() + " has no " + what + " of its own: set it");
    }
}
