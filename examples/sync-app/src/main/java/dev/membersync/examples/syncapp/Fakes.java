package dev.membersync.examples.syncapp;

import dev.membersync.testkit.AdminDoor;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.RateRule;
import dev.membersync.testkit.SampleData;

/** Both services of the test kit with the sample data, on loopback ports. */
final class Fakes implements AutoCloseable {
    /** A second key of the Memberships fake, which may only read. */
    static final String READING_KEY = "memberships-reading-key";

    /** A third one, which may not read members. */
    static final String BLIND_KEY = "memberships-blind-key";

    private final FakeMemberships memberships;
    private final FakeAccelevents accelevents;
    private final FakeServer left;
    private final FakeServer right;

    private Fakes(FakeMemberships memberships, FakeAccelevents accelevents, FakeServer left, FakeServer right) {
        this.memberships = memberships;
        this.accelevents = accelevents;
        this.left = left;
        this.right = right;
    }

    static Fakes start(Dialect dialect, SampleData data, long seed, RateRule rate, int leftPort, int rightPort) {
        FakeMemberships memberships = dialect.builder(seed).rate(rate).build();
        FakeAccelevents accelevents =
                FakeAccelevents.builder().seed(seed).rate(rate).build();
        data.loadInto(memberships);
        dialect.furnish(memberships);
        data.loadInto(accelevents);
        FakeServer left = FakeServer.start(AdminDoor.over(memberships), leftPort);
        try {
            FakeServer right = FakeServer.start(AdminDoor.over(accelevents), rightPort);
            return new Fakes(memberships, accelevents, left, right);
        } catch (RuntimeException e) {
            left.close();
            throw e;
        }
    }

    FakeMemberships memberships() {
        return memberships;
    }

    FakeAccelevents accelevents() {
        return accelevents;
    }

    String membershipsUrl() {
        return left.url();
    }

    String acceleventsUrl() {
        return right.url();
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
