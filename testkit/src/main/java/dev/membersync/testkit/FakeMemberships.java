package dev.membersync.testkit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stateful Memberships API. On STANDARD, the default, its operations are {@code users.list}, {@code users.get}, {@code users.update} and {@code payments.record}; on
 * HIGHLEVEL they are those of the live service, see {@link #operations()}. Thread-safe.
 */
public final class FakeMemberships implements Fake {
    /** The key that works when the builder was given none; it has every scope. */
    public static final String DEFAULT_KEY = "memberships-test-key";

    private static final Set<String> STANDARD_SCOPES = Set.of("users.readonly", "users.write", "payments.write");

    private final Switchboard board;
    private final MembershipsState state;
    private final FakeMembers members;
    private final @Nullable HighLevel highLevel;
    private final @Nullable FakeWebhooks webhooks;

    private FakeMemberships(Builder builder) {
        WriteLog writes = new WriteLog();
        state = new MembershipsState(builder.switches, writes::add);
        highLevel = builder.locationId.isEmpty() ? null : highLevel(builder, writes);
        Routes routes = highLevel == null ? standard() : highLevel.routes().routes();
        Dialect dialect = highLevel == null
                ? new MembershipsDialect(builder.keys.isEmpty() ? Map.of(DEFAULT_KEY, STANDARD_SCOPES) : builder.keys)
                : highLevel.routes().dialect();
        board = new Switchboard(builder.time, builder.scheduler, builder.rate, routes, dialect, writes);
        board.plan(builder.faults);
        members = new FakeMembers(board, highLevel == null ? state : new ContactMembers(highLevel.state()));
        webhooks = highLevel == null ? null : new FakeWebhooks(board, highLevel.state(), builder.seed);
    }

    private Routes standard() {
        MembershipsRoutes users = new MembershipsRoutes(state);
        MembershipsPayments payments = new MembershipsPayments(state);
        return new Routes()
                .add(Operation.list("users.list", "/users/"), users::list)
                .add(Operation.read("users.get", "/users/{userId}"), users::get)
                .add(Operation.write("users.update", "PUT", "/users/{userId}"), users::update)
                .add(Operation.write("payments.record", "POST", "/payments"), payments::record);
    }

    private static HighLevel highLevel(Builder builder, WriteLog writes) {
        HighLevel made = new HighLevel(builder.locationId, builder.companyId, builder.seed, builder.time, writes::add);
        builder.apps.forEach(made.grants()::register);
        if (builder.keys.isEmpty() && builder.companyKeys.isEmpty()) {
            made.key(DEFAULT_KEY, false, made.scopes());
        }
        builder.keys.forEach((key, scopes) -> made.key(key, false, scopes));
        builder.companyKeys.forEach((key, scopes) -> made.key(key, true, scopes));
        return made;
    }

    /** A builder with the system clock, one key with all scopes, no rate limit and no faults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public FakeReply handle(FakeRequest request) {
        return board.handle(request);
    }

    /** The members, to seed, edit and inspect. */
    public FakeMembers members() {
        return members;
    }

    /** The payments that were recorded, in order; on HIGHLEVEL the transactions, by {@code meta.externalPaymentId} where a client sent one. */
    public List<FakePayment> payments() {
        return board.locked(
                () -> highLevel == null ? List.copyOf(state.payments().values()) : highLevel.payments());
    }

    /** The contacts of HIGHLEVEL, to seed, edit and inspect. Throws {@link IllegalStateException} on STANDARD, as all of HIGHLEVEL does. */
    public FakeContacts contacts() {
        return new FakeContacts(board, highLevel().state());
    }

    /** What HIGHLEVEL holds beside contacts, to seed, edit and inspect. */
    public FakeRecords records(RecordKind kind) {
        return new FakeRecords(board, highLevel().state(), kind);
    }

    /** Consent, codes and tokens of HIGHLEVEL. */
    public FakeOauth oauth() {
        return highLevel().oauth(board);
    }

    /** The webhooks of HIGHLEVEL. */
    public FakeWebhooks webhooks() {
        if (webhooks == null) {
            throw new IllegalStateException("this fake speaks STANDARD, which has no webhooks");
        }
        return webhooks;
    }

    /** What can differ on HIGHLEVEL. */
    public HighLevelSwitches highLevelSwitches() {
        return highLevel().state().switches();
    }

    boolean speaksHighLevel() {
        return highLevel != null;
    }

    private HighLevel highLevel() {
        if (highLevel == null) {
            throw new IllegalStateException("this fake speaks STANDARD; build it with highLevel(..)");
        }
        return highLevel;
    }

    /** Draws permits of the rate limit as other clients would: on HIGHLEVEL from the bucket of the first location. */
    public void spend(int calls) {
        spend(highLevel == null ? "" : highLevel.state().locationId(), calls);
    }

    /** Draws permits from the bucket of a location or company. */
    public void spend(String resource, int calls) {
        board.spend(resource, calls);
    }

    /** What can differ between deployments. */
    public MembershipsSwitches switches() {
        return state.switches();
    }

    @Override
    public List<Operation> operations() {
        return board.operations();
    }

    @Override
    public void faults(FaultPlan plan) {
        board.plan(plan);
    }

    @Override
    public void rate(RateRule rule) {
        board.rate(rule);
    }

    @Override
    public RequestLog requests() {
        return board.requests();
    }

    @Override
    public WriteLog writes() {
        return board.writes();
    }

    /** Builds a {@link FakeMemberships}. */
    public static final class Builder {
        private final Map<String, Set<String>> keys = new LinkedHashMap<>();
        private final Map<String, Set<String>> companyKeys = new LinkedHashMap<>();
        private final List<OauthGrants.App> apps = new ArrayList<>();
        private final MembershipsSwitches switches = new MembershipsSwitches();
        private InstantSource time = InstantSource.system();
        private @Nullable FakeScheduler scheduler;
        private RateRule rate = RateRule.none();
        private FaultPlan faults = FaultPlan.none();
        private String locationId = "";
        private String companyId = "";
        private long seed = 1;

        private Builder() {}

        /** The clock of arrivals, effects and limits; default the system clock. */
        public Builder time(InstantSource value) {
            time = value;
            return this;
        }

        /** Speaks HIGHLEVEL, with one location of one company to begin with; default STANDARD. */
        public Builder highLevel(String location, String company) {
            locationId = location;
            companyId = company;
            return this;
        }

        /** The seed of generated ids, which only HIGHLEVEL has; default 1. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Who applies late effects; default the fake itself, at its next use after they fell due. */
        public Builder scheduler(FakeScheduler value) {
            scheduler = value;
            return this;
        }

        /**
         * Adds a key with its scopes: on STANDARD of {@code users.readonly}, {@code users.write} and {@code payments.write}, on HIGHLEVEL the scopes of the service and the
         * key is a Private Integration Token of the first location.
         */
        public Builder apiKey(String key, String... scopes) {
            keys.put(key, Set.of(scopes));
            return this;
        }

        /** Adds a Private Integration Token of the company; HIGHLEVEL only. */
        public Builder companyKey(String key, String... scopes) {
            companyKeys.put(key, Set.of(scopes));
            return this;
        }

        /** Registers an OAuth app; HIGHLEVEL only. The part of the client id before its hyphen is the app id. */
        public Builder app(String clientId, String clientSecret, String redirectUri, String... scopes) {
            apps.add(new OauthGrants.App(clientId, clientSecret, redirectUri, new TreeSet<>(Set.of(scopes))));
            return this;
        }

        /** The rate limit; default none. */
        public Builder rate(RateRule value) {
            rate = value;
            return this;
        }

        /** The faults; default none. */
        public Builder faults(FaultPlan value) {
            faults = value;
            return this;
        }

        /** Turns switches. */
        public Builder switches(Consumer<MembershipsSwitches> turn) {
            turn.accept(switches);
            return this;
        }

        /** Builds the fake. */
        public FakeMemberships build() {
            return new FakeMemberships(this);
        }
    }
}
