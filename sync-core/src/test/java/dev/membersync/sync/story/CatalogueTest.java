package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the failure catalogue that need one small story each. */
class CatalogueTest {
    private static final int MEMBERS = 5;

    private final World world = World.ordinary();

    @BeforeEach
    void membersAreRegistered() {
        world.members(MEMBERS);
        world.sync();
        world.forgetCalls();
    }

    private int writes() {
        return world.accelevents.writes().count();
    }

    @Test
    void f09AnUpdateOfOursThatComesBackInTheNextScanCostsNothing() {
        world.memberships.members().rename("m2", "Other Name");
        world.sync();
        world.forgetCalls();

        world.sync();

        assertThat(writes()).isZero();
        assertThat(world.accelevents.requests().count("holders.get")).isZero();
    }

    @Test
    void f24ARowThatAPageLeavesOutIsNotTakenForADeletion() {
        world.memberships.faults(FaultPlan.always(Fault.SHORT_PAGE).on("users.list"));
        world.accelevents.faults(FaultPlan.always(Fault.SHORT_PAGE).on("attendees.list"));

        SyncReport report = world.sync();

        assertThat(writes()).isZero();
        assertThat(report.counts().review()).isZero();
        world.memberships.faults(FaultPlan.none());
        world.accelevents.faults(FaultPlan.none());
        assertThat(world.sync().counts().unchanged()).isEqualTo(MEMBERS);
    }

    @Test
    void f28AChangeThatNoFilterByTimeShowsIsFoundByTheFullScan() {
        world.accelevents.switches().searchLag(Duration.ofDays(30));
        world.memberships.members().rename("m2", "Other Name");
        world.event.delete(world.attendeesOf("m3").get(0).id());

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(report.counts().skipped()).isEqualTo(1);
    }

    @Test
    void f38AClockThatJumpsBackOrFarAheadChangesNothingThatIsAgreed() {
        for (Duration jump : new Duration[] {Duration.ofHours(-2), Duration.ofMinutes(10), Duration.ofDays(1)}) {
            InstantSource wrong = InstantSource.offset(world.time, jump);
            world.clock = new OtherClock(world.time, wrong);
            assertThat(world.sync().counts().unchanged()).as("jump of %s", jump).isEqualTo(MEMBERS);
        }
        assertThat(writes()).isZero();
    }

    @Test
    void f48ATicketThatGoesToAnotherPersonIsNeitherWrittenBackNorFollowed() {
        FakeTicket ticket = world.attendeesOf("m2").get(0);
        world.event.answer(ticket.id(), "First Name", "Heir");
        world.event.answer(ticket.id(), "Email", "heir@example.net");

        world.sync();

        assertThat(writes()).isZero();
        assertThat(world.memberships.writes().isEmpty()).isTrue();
        assertThat(world.attendeesOf("m2").get(0).email()).isEqualTo("heir@example.net");
    }

    @Test
    void f50WhoComesBackUnderANewIdGetsATicketAndTheOldOneIsLeftAlone() {
        world.memberships.members().delete("m2");
        world.sync();
        world.memberships.members().add(World.member("m9", "Person Number2").withEmail("m2@example.com"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(world.attendeesOf("m2")).hasSize(1);
        assertThat(world.attendeesOf("m9")).hasSize(1);
    }

    @Test
    void f51WhoComesBackUnderTheSameIdHasTheSameTicketAgain() {
        world.memberships.members().delete("m2");
        assertThat(world.sync().counts().review()).isEqualTo(1);
        world.memberships.members().add(World.member("m2", "Person Back"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isZero();
        assertThat(report.counts().review()).isZero();
        assertThat(world.attendeesOf("m2"))
                .singleElement()
                .extracting(FakeTicket::lastName)
                .isEqualTo("Back");
    }

    @Test
    void f56AFieldThatTheFormLosesIsLeftAndTheOthersFlow() {
        world.event.removeField("Membership Status");
        world.memberships.members().rename("m2", "Other Name");
        world.memberships.members().changeStatus("m3", "inactive");

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(world.attendeesOf("m2").get(0).firstName()).isEqualTo("Other");
        assertThat(world.attendeesOf("m3").get(0).answer("Membership Status")).isEqualTo("active");
    }

    @Test
    void f61AFieldThatIsMappedAnewAndAgreesAlreadyIsWrittenOnceAtMost() {
        world.workflow = template ->
                template.guards(World.WIDE).with(Fields.answer("Dietary needs", member -> member.fullName()));
        world.attendeesOf("m2").forEach(ticket -> world.event.answer(ticket.id(), "Dietary needs", "Person Number2"));

        world.sync();
        world.forgetCalls();
        world.sync();

        assertThat(writes()).isZero();
        assertThat(world.event.attendees())
                .allSatisfy(ticket -> assertThat(ticket.answer("Dietary needs")).isNotEmpty());
    }

    @Test
    void f75AStoreFromAnOldBackupRegistersNobodyAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("store.db");
        String url = "jdbc:sqlite:" + file;
        world.store = JdbcStore.open(url);
        world.sync();
        world.store.close();
        Files.copy(file, folder.resolve("backup"));
        world.store = JdbcStore.open(url);
        world.memberships.members().rename("m1", "Other Name");
        world.memberships.members().add(World.member("m9", "Person Number9"));
        world.sync();
        world.store.close();
        Files.delete(file);
        Files.copy(folder.resolve("backup"), file);
        world.store = JdbcStore.open(url);
        world.forgetCalls();

        SyncReport report = world.sync();
        world.store.close();

        assertThat(report.counts().created()).isZero();
        assertThat(world.event.attendees()).hasSize(MEMBERS + 1);
        assertThat(writes()).isLessThanOrEqualTo(1);
    }

    @Test
    void f80AnApprovalOfAPlanDoesNotCoverWhatTheWorldBecame() {
        world.workflow = template -> template.guards(new GuardPolicy(1, World.WIDE.changes(), World.WIDE.removals()));
        world.memberships.members().add(World.member("m8", "Person Number8"));
        world.memberships.members().add(World.member("m9", "Person Number9"));
        String digest = world.sync().workflows().get(0).plan().digest();
        world.memberships.members().add(World.member("m10", "Person Number10"));

        SyncReport report = world.sync(SyncOptions.standard().approving(digest));

        assertThat(report.isStopped()).isTrue();
        assertThat(writes()).isZero();
    }
}
