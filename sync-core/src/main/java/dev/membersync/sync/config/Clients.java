package dev.membersync.sync.config;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.MembershipsProfile;

/** Both clients of a tenant over one transport, counted. */
final class Clients implements AutoCloseable {
    private final JdkTransport transport;
    private final CallCounter toMemberships = new CallCounter();
    private final CallCounter toAccelevents = new CallCounter();
    private final MembershipsClient memberships;
    private final AcceleventsClient accelevents;

    private Clients(JdkTransport transport, TenantConfig config, Time time) {
        MembershipsConfig left = config.memberships();
        AcceleventsConfig right = config.accelevents();
        this.transport = transport;
        this.memberships = MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(left.baseUrl())
                .apiKey(left.apiKey())
                .rateBudget(RateBudget.of(left.rate(), time))
                .transport(transport)
                .time(time)
                .listener(toMemberships)
                .build();
        this.accelevents = AcceleventsClient.builder(right.apiKey())
                .baseUrl(right.baseUrl())
                .rateBudget(RateBudget.of(right.rate(), time))
                .transport(transport)
                .time(time)
                .listener(toAccelevents)
                .build();
    }

    static Clients open(TenantConfig config, Time time) {
        JdkTransport.Builder transport = JdkTransport.builder().time(time);
        if (config.memberships().allowInsecure()) {
            transport.allowInsecure(config.memberships().baseUrl());
        }
        if (config.accelevents().allowInsecure()) {
            transport.allowInsecure(config.accelevents().baseUrl());
        }
        return new Clients(transport.build(), config, time);
    }

    MembershipsClient memberships() {
        return memberships;
    }

    AcceleventsClient accelevents() {
        return accelevents;
    }

    Calls calls() {
        return new Calls(toMemberships.requests(), toAccelevents.requests(), toAccelevents.aboutOne());
    }

    @Override
    public void close() {
        memberships.close();
        accelevents.close();
        transport.close();
    }
}
