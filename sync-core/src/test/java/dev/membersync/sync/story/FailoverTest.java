package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.database.Postgres;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-72: the database fails over to a replica that never got the last commits, while an engine goes on. */
@Timeout(300)
class FailoverTest {
    private final World world = World.ordinary();
    private final String url = Postgres.freshDatabase();
    private JdbcStore store;

    @BeforeEach
    void open() {
        store = JdbcStore.open(url);
        world.store = store;
        world.members(4);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void add(String... userIds) {
        for (String userId : userIds) {
            world.memberships.members().add(World.member(userId, "Person " + userId));
        }
    }

    private void assertEverybodyIsThereOnce(int members) {
        assertThat(world.event.attendees()).hasSize(members);
        SyncReport again = world.sync();
        assertThat(again.counts().unchanged()).isEqualTo(members);
        assertThat(again.counts().created()).isZero();
        assertThat(world.event.attendees()).hasSize(members);
    }

    @Test
    void f72ALiveRunRegistersNobodyAgainWhoseCommitsWereLost() {
        try (LiveWorld live = new LiveWorld(world).open().settle()) {
            Postgres.replicate(url);
            add("x1", "x2");
            live.hook("x1", "x2");
            live.settle();
            assertThat(world.event.attendees()).hasSize(6);

            Postgres.failOver(url);
            add("y1");
            live.hook("x1", "x2", "y1");
            live.pass(Duration.ofMinutes(20));

            assertThat(world.event.attendees()).hasSize(7);
            assertThat(live.events)
                    .filteredOn(LiveEvent.Halted.class::isInstance)
                    .extracting(event -> ((LiveEvent.Halted) event).incident().kind())
                    .contains("STORE_OLDER");
        }
        assertEverybodyIsThereOnce(7);
    }

    private void syncWithAFailOver(Predicate<String> at) {
        world.sync();
        Postgres.replicate(url);
        add("x1", "x2");
        world.sync();
        add("y1", "y2");
        AtomicBoolean over = new AtomicBoolean();
        world.engine = builder -> Checkpoints.told(builder, name -> {
            if (at.test(name) && over.compareAndSet(false, true)) {
                Postgres.failOver(url);
            }
        });
        try {
            world.sync();
        } finally {
            world.engine = builder -> builder;
            assertThat(over).isTrue();
        }
    }

    @Test
    void f72ARunThatHasJustRegisteredSomebodySaysToRunAgainAndTheNextOneRegistersNobodyTwice() {
        assertThatThrownBy(() -> syncWithAFailOver("paid"::equals))
                .isInstanceOf(StoreException.Older.class)
                .hasMessageContaining("run again");
        assertThat(world.event.attendees()).hasSize(7);
        world.sync();

        assertEverybodyIsThereOnce(8);
    }

    /** Whatever a run has read before the fail-over, it decides nothing from it after that. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 10, 15})
    void f72ARunAtWhoseNthStepTheDatabaseFailsOverEndsAndTheNextOneRegistersNobodyTwice(int step) {
        AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> syncWithAFailOver(name -> steps.incrementAndGet() == step))
                .isInstanceOf(StoreException.class);
        world.sync();

        assertEverybodyIsThereOnce(8);
    }

    @Test
    void connectionThatBrokeOnTheSameServerIsNoFailOver() {
        world.sync();
        Postgres.replicate(url);
        add("x1");
        long before = store.lapses();

        assertThat(world.sync().counts().created()).isEqualTo(1);
        assertThat(store.lapses()).isEqualTo(before);
        Postgres.failOver(url);
        store.inTransaction(Scope.NONE, tx -> tx.meta().find("any"));
        assertThat(store.lapses()).isEqualTo(before + 1);
    }
}
