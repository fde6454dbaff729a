package dev.membersync.testkit;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stateful Memberships API in the STANDARD profile. Operations: {@code users.list}, {@code users.get}, {@code users.update}, {@code payments.record}. Thread-safe.
 */
public final class FakeMemberships implements Fake {
    /** The key that works when the builder was given none; it has every scope. */
    public static final String DEFAULT_KEY = "memberships-test-key";

    private final Switchboard board;
    private final MembershipsState state;
    private final FakeMembers members;

    private FakeMemberships(Builder builder) {
        WriteLog writes = new WriteLog();
        state = new MembershipsState(builder.switches, writes::add);
        MembershipsRoutes users = new MembershipsRoutes(state);
        MembershipsPayments payments = new MembershipsPayments(state);
        Routes routes = new Routes()
                .add(Operation.list("users.list", "/users/"), users::list)
                .add(Operation.read("users.get", "/users/{userId}"), users::get)
                .add(Operation.write("users.update", "PUT", "/users/{userId}"), users::update)
                .add(Operation.write("payments.record", "POST", "/payments"), payments::record);
        Map<String, Set<String>> keys = builder.keys.isEmpty()
                ? Map.of(DEFAULT_KEY, Set.of("users.readonly", "users.write", "payments.write"))
                : builder.keys;
        board = new Switchboard(
                builder.time, builder.scheduler, builder.rate, routes, new MembershipsDialect(keys), writes);
        board.plan(builder.faults);
        members = new FakeMembers(board, state.members(), state.rowIds());
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

    /** The payments that were recorded, in order. */
    public List<FakePayment> payments() {
        return board.locked(() -> List.copyOf(state.payments().values()));
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
        private final MembershipsSwitches switches = new MembershipsSwitches();
        private InstantSource time = InstantSource.system();
        private @Nullable FakeScheduler scheduler;
        private RateRule rate = RateRule.none();
        private FaultPlan faults = FaultPlan.none();

        private Builder() {}

        /** The clock of arrivals, effects and limits; default the system clock. */
        public Builder time(InstantSource value) {
            time = value;
            return this;
        }

        /** The seed of generated ids. This fake generates none; the setting is here for symmetry. */
        public Builder seed(long value) {
            return this;
        }

        /** Who applies late effects; default the fake itself, at its next use after they fell due. */
        public Builder scheduler(FakeScheduler value) {
            scheduler = value;
            return this;
        }

        /** Adds a key with its scopes, of {@code users.readonly}, {@code users.write} and {@code payments.write}. */
        public Builder apiKey(String key, String... scopes) {
            keys.put(key, Set.of(scopes));
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
