package dev.membersync.examples.middleware.demo;

import dev.membersync.testkit.AdminDoor;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.net.URI;

/** Both services of the test kit with invented people, on free ports of this machine. They forget everything at the end. */
public final class DemoServices implements AutoCloseable {
    static final String LOCATION = "ve9EPM428h8vShlRW1KT";

    private static final String COMPANY = "5DP4iH6HLkQsiKESj6rh";
    private static final int SEED = 1;

    private final FakeMemberships memberships;
    private final FakeAccelevents accelevents;
    private final FakeServer left;
    private final FakeServer right;

    private DemoServices(FakeMemberships memberships, FakeAccelevents accelevents, FakeServer left, FakeServer right) {
        this.memberships = memberships;
        this.accelevents = accelevents;
        this.left = left;
        this.right = right;
    }

    /** Starts both, with so many members. */
    public static DemoServices start(int members) {
        FakeMemberships memberships = FakeMemberships.builder()
                .highLevel(LOCATION, COMPANY)
                .seed(SEED)
                .apiKey(
                        FakeMemberships.DEFAULT_KEY,
                        "contacts.readonly",
                        "contacts.write",
                        "locations/customFields.readonly")
                .build();
        FakeAccelevents accelevents = FakeAccelevents.builder().seed(SEED).build();
        SampleData data = SampleData.of(SEED, members);
        data.loadInto(memberships);
        data.loadInto(accelevents);
        accelevents.event(SampleData.EVENT).putField(FakeField.question("Badge desk"));
        FakeServer left = FakeServer.start(AdminDoor.over(memberships), 0);
        try {
            return new DemoServices(memberships, accelevents, left, FakeServer.start(AdminDoor.over(accelevents), 0));
        } catch (RuntimeException e) {
            left.close();
            throw e;
        }
    }

    /** The Memberships side. */
    public FakeMemberships memberships() {
        return memberships;
    }

    /** The other one. */
    public FakeAccelevents accelevents() {
        return accelevents;
    }

    /** Where the Memberships side listens. */
    public String membershipsUrl() {
        return left.url();
    }

    /** Where Accelevents listens. */
    public String acceleventsUrl() {
        return right.url();
    }

    /** From now on both tell this address what changes. */
    void tell(String url, String secret) {
        memberships.webhooks().deliverTo(URI.create(url + "/hooks/memberships"));
        accelevents.webhooks().registerAll(URI.create(url + "/hooks/accelevents/" + secret));
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
