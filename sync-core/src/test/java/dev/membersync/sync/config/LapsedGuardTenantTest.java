package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard beside the workflow that registers members, in one file. */
class LapsedGuardTenantTest {
    @TempDir
    private Path folder;

    private final FakeMemberships users = FakeMemberships.builder().build();
    private final FakeAccelevents accelevents = FakeAccelevents.builder().build();
    private final FakeServer left = FakeServer.start(users, 0);
    private final FakeServer right = FakeServer.start(accelevents, 0);

    @AfterEach
    void stopServices() {
        left.close();
        right.close();
    }

    @Test
    void oneRegistersAndTheOtherAsksAndNeitherUndoesTheOther() {
        SampleData data = SampleData.of(1, 12);
        data.loadInto(users);
        data.loadInto(accelevents);
        try (Tenant tenant = open()) {
            tenant.engine().sync();
            String lapsing = users.members().all().stream()
                    .filter(member -> member.status().equals("active"))
                    .map(FakeMember::userId)
                    .findFirst()
                    .orElseThrow();
            tenant.engine().sync();
            users.members().rename(lapsing, "Another Name");
            users.members().changeStatus(lapsing, "inactive");
            tenant.engine().sync();

            assertThat(tenant.engine().reviews(100))
                    .filteredOn(review -> review.kind().equals("LAPSED"))
                    .extracting(Review::subject)
                    .containsOnlyOnce(lapsing);
            users.writes().clear();
            accelevents.writes().clear();
            tenant.engine().sync();
            assertThat(users.writes().count() + accelevents.writes().count()).isZero();
        }
    }

    @Test
    void theDoctorMissesTheFieldForTheStatus() {
        SampleData.of(1, 3).loadInto(accelevents);
        SampleData.of(1, 3).loadInto(users);
        try (Tenant tenant = open()) {
            assertThat(tenant.doctor().examine())
                    .filteredOn(finding -> finding.level() == Finding.Level.WARNING)
                    .extracting(Finding::message)
                    .anySatisfy(message -> assertThat(message).contains("\"Standing\"", "status is not written"));
        }
    }

    private Tenant open() {
        String config = "memberships: {baseUrl: '" + left.url() + "', apiKey: " + FakeMemberships.DEFAULT_KEY
                + ", rate: {calls: 1000, per: 1s}}\n"
                + "accelevents: {baseUrl: '" + right.url() + "', apiKey: " + FakeAccelevents.DEFAULT_KEY
                + ", eventUrl: " + SampleData.EVENT
                + ", rate: {calls: 1000, per: 1s}}\n"
                + "store: {url: 'jdbc:sqlite:" + folder.resolve("store.db") + "'}\n"
                + "workflows:\n  - {template: members-to-attendees}\n"
                + "  - {template: lapsed-guard, fields: {memberStatus: Standing}}\n";
        return Tenant.open(TenantConfig.parse("tenant.yaml", config, Map.of()));
    }
}
