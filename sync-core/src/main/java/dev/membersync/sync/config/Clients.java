package dev.membersync.sync.config;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateState;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.MembershipsClientBuilder;
import dev.membersync.memberships.oauth.OAuthApp;
import dev.membersync.memberships.oauth.OAuthClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Both clients of a tenant over one transport, counted. */
final class Clients implements AutoCloseable {
    private final JdkTransport transport;
    private final ServiceClock leftClock;
    private final ServiceClock rightClock;
    private final CallCounter toMemberships = new CallCounter();
    private final CallCounter toAccelevents = new CallCounter();
    private final RateBudget left;
    private final RateBudget right;
    private final Optional<OAuthClient> oauth;
    private final MembershipsClient memberships;
    private final AcceleventsClient accelevents;

    private Clients(
            JdkTransport transport, TenantConfig config, Supplier<TokenStore> tokens, Budgets budgets, Time time) {
        this.transport = transport;
        this.leftClock = new ServiceClock(transport, time);
        this.rightClock = new ServiceClock(transport, time);
        this.left = budgets.memberships(config.memberships());
        this.right = budgets.accelevents(config.accelevents());
        this.oauth = config.memberships().oauth().map(app -> oauth(config.memberships(), app, time));
        this.memberships = memberships(config.memberships(), tokens, time);
        AcceleventsConfig organisation = config.accelevents();
        this.accelevents = AcceleventsClient.builder(organisation.apiKey())
                .baseUrl(organisation.baseUrl())
                .rateBudget(right)
                .transport(rightClock)
                .time(time)
                .listener(toAccelevents)
                .build();
    }

    /**
     * Opens both clients; nothing is sent.
     *
     * @param tokens where tokens rest; asked for only where there are any
     * @param budgets what paces them
     */
    static Clients open(TenantConfig config, Supplier<TokenStore> tokens, Budgets budgets, Time time) {
        JdkTransport.Builder transport = JdkTransport.builder().time(time);
        if (config.memberships().allowInsecure()) {
            transport.allowInsecure(config.memberships().baseUrl());
        }
        if (config.accelevents().allowInsecure()) {
            transport.allowInsecure(config.accelevents().baseUrl());
        }
        JdkTransport shared = transport.build();
        try {
            return new Clients(shared, config, tokens, budgets, time);
        } catch (RuntimeException e) {
            shared.close();
            throw e;
        }
    }

    MembershipsClient memberships() {
        return memberships;
    }

    AcceleventsClient accelevents() {
        return accelevents;
    }

    Map<String, RateState> limits() {
        return Map.of("memberships", left.state(), "accelevents", right.state());
    }

    /** What the replies so far said of the services' clocks. */
    Map<String, Optional<Duration>> clocks() {
        return new TreeMap<>(Map.of("accelevents", rightClock.ahead(), "memberships", leftClock.ahead()));
    }

    Calls calls() {
        return new Calls(toMemberships.requests(), toAccelevents.requests(), toAccelevents.aboutOne());
    }

    @Override
    public void close() {
        memberships.close();
        accelevents.close();
        oauth.ifPresent(OAuthClient::close);
        transport.close();
    }

    private OAuthClient oauth(MembershipsConfig config, OAuthConfig app, Time time) {
        return OAuthClient.builder(config.profile(), new OAuthApp(app.clientId(), app.clientSecret()))
                .baseUrl(config.baseUrl())
                .transport(leftClock)
                .time(time)
                .build();
    }

    private MembershipsClient memberships(MembershipsConfig config, Supplier<TokenStore> tokens, Time time) {
        MembershipsClientBuilder builder = MembershipsClient.builder(config.profile())
                .baseUrl(config.baseUrl())
                .rateBudget(left)
                .transport(leftClock)
                .time(time)
                .listener(toMemberships);
        config.locationId().ifPresent(builder::locationId);
        config.companyId().ifPresent(builder::companyId);
        config.members().ifPresent(builder::members);
        config.apiKey().ifPresent(builder::apiKey);
        config.oauth().ifPresent(app -> builder.tokens(tokens(config, app, tokens.get())));
        return builder.build();
    }

    private TokenProvider tokens(MembershipsConfig config, OAuthConfig app, TokenStore store) {
        return oauth.orElseThrow().tokens(store, config.account(), app.refreshToken());
    }
}
