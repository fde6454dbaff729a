package dev.membersync.memberships;

import dev.membersync.client.CallListener;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.http.Transport;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.Texts;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.internal.RateHeaders;
import dev.membersync.memberships.internal.Refusals;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.StaffWrites;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts a {@link MembershipsClient} together; begin with {@link MembershipsClient#builder}. Not thread-safe. */
public final class MembershipsClientBuilder {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final MembershipsProfile profile;
    private Optional<URI> baseUrl;
    private Optional<TokenProvider> tokens = Optional.empty();
    private Optional<Transport> transport = Optional.empty();
    private Optional<RateBudget> budget = Optional.empty();
    private Optional<RetryPolicy> retry = Optional.empty();
    private Optional<String> location = Optional.empty();
    private Optional<String> company = Optional.empty();
    private Optional<MemberSettings> members = Optional.empty();
    private StaffWrites staffWrites = StaffWrites.none();
    private Time time = Time.system();
    private Duration deadline = DEADLINE;
    private CallListener listener = CallListener.NONE;

    MembershipsClientBuilder(MembershipsProfile profile) {
        this.profile = profile;
        this.baseUrl = profile.baseUrl();
    }

    /** Where the service is, a path included if it has one. Default: the profile's, where it has one. */
    public MembershipsClientBuilder baseUrl(URI value) {
        baseUrl = Optional.of(value);
        return this;
    }

    /** Authenticates with a key that never changes. */
    public MembershipsClientBuilder apiKey(Secret key) {
        return tokens(TokenProvider.fixed(key));
    }

    /** Authenticates with the tokens of this provider. */
    public MembershipsClientBuilder tokens(TokenProvider value) {
        tokens = Optional.of(value);
        return this;
    }

    /** The location (sub-account) that the calls are about; needed by profiles that are {@code located}. */
    public MembershipsClientBuilder locationId(String value) {
        location = Optional.of(Texts.required("locationId", value));
        return this;
    }

    /** What makes a contact a member; needed by {@code members()} on profiles whose members are contacts. */
    public MembershipsClientBuilder members(MemberSettings value) {
        members = Optional.of(value);
        return this;
    }

    /** The company (agency) that the location belongs to; needed by a few calls, which say so. */
    public MembershipsClientBuilder companyId(String value) {
        company = Optional.of(Texts.required("companyId", value));
        return this;
    }

    /** What may be written about the staff's logins on HighLevel. Default: nothing. */
    public MembershipsClientBuilder staffWrites(StaffWrites value) {
        staffWrites = value;
        return this;
    }

    /** Sends through this transport, which the caller closes. Default: one of its own over {@code java.net.http}. */
    public MembershipsClientBuilder transport(Transport value) {
        transport = Optional.of(value);
        return this;
    }

    /** The source of time. Default: the system's. */
    public MembershipsClientBuilder time(Time value) {
        time = value;
        return this;
    }

    /** The budget to pay from, shared by all clients of one account. Default: one with the profile's limit. */
    public MembershipsClientBuilder rateBudget(RateBudget value) {
        budget = Optional.of(value);
        return this;
    }

    /** What is retried and when. Default: {@link RetryPolicy#standard}. */
    public MembershipsClientBuilder retry(RetryPolicy value) {
        retry = Optional.of(value);
        return this;
    }

    /** How long a call may take with its waits and retries. Default: 30 seconds. */
    public MembershipsClientBuilder deadline(Duration value) {
        deadline = value;
        return this;
    }

    /** Watches the calls. Default: nobody. */
    public MembershipsClientBuilder listener(CallListener value) {
        listener = value;
        return this;
    }

    /**
     * Builds the client; nothing is sent.
     *
     * @throws IllegalStateException    when base URL or credentials are missing
     * @throws IllegalArgumentException when the base URL is no plain https address, or an http one that the transport
     *                                  does not allow
     */
    public MembershipsClient build() {
        URI url = baseUrl.orElseThrow(() -> new IllegalStateException(
                "the profile " + profile.name() + " has no base URL of its own: set baseUrl"));
        TokenProvider credentials =
                tokens.orElseThrow(() -> new IllegalStateException("no credentials: set apiKey or tokens"));
        if (transport.isPresent()) {
            return client(calls(url, credentials, transport.get()), credentials, () -> {});
        }
        JdkTransport own = JdkTransport.builder().time(time).build();
        try {
            return client(calls(url, credentials, own), credentials, own::close);
        } catch (IllegalArgumentException e) {
            own.close();
            throw e;
        }
    }

    private MembershipsClient client(ApiClient calls, TokenProvider credentials, Runnable release) {
        Wire wire = new Wire(calls, profile, location, company);
        CustomFieldBook book = new CustomFieldBook(
                wire, members.map(MemberSettings::customFields).orElse(List.of()));
        return new MembershipsClient(calls, wire, new Access(credentials), members, staffWrites, book, time, release);
    }

    private ApiClient calls(URI url, TokenProvider credentials, Transport through) {
        ApiClient.Builder builder = ApiClient.builder(url, through, time)
                .tokens(credentials)
                .auth(profile.keyHeader(), profile.keyPrefix())
                .budget(budget.orElseGet(() -> RateBudget.of(profile.rate(), time)))
                .deadline(deadline)
                .replies(Refusals.READER)
                .rates(new RateHeaders())
                .listener(listener)
                .showHeaders("X-RateLimit-Remaining", "X-RateLimit-Daily-Remaining", "Retry-After")
                .showQuery("page", "limit", "offset", "skip", "pageSize");
        retry.ifPresent(builder::retry);
        profile.headers().forEach(builder::header);
        return builder.build();
    }
}
