package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A run that finds everything as agreed. An overlay may be a copy of the whole store, so it takes none. */
class AtRestTest {
    private final World world = World.ordinary();
    private final CountingStore store = new CountingStore(MemoryStore.create());

    AtRestTest() {
        world.store = store;
        world.members(5);
        world.sync();
        world.sync(); // agrees with what the first one wrote
        store.overlays = 0;
    }

    @Test
    void aRunWithWorkIsRehearsedOnAnOverlay() {
        world.memberships.members().rename("m1", "Another Name");
        world.sync();

        assertThat(store.overlays).isEqualTo(1);
    }

    @Test
    void aRunWithoutAnyTakesNoOverlay() {
        SyncReport report = world.sync();

        assertThat(store.overlays).isZero();
        assertThat(report.counts().unchanged()).isEqualTo(5);
    }

    @Test
    void itsPlanIsThatOfAnEmptyRehearsal() {
        String rehearsed = world.plan().workflows().get(0).digest();

        SyncReport report = world.sync();

        assertThat(report.workflows().get(0).plan().digest()).isEqualTo(rehearsed);
        assertThat(report.workflows().get(0).plan().operations()).isEmpty();
        assertThat(report.isStopped()).isFalse();
    }

    @Test
    void anOpenQuestionIsWork() {
        world.memberships.members().changeStatus("m1", "unheard of");
        world.sync();
        store.overlays = 0;

        SyncReport report = world.sync();

        assertThat(store.overlays).isEqualTo(1);
        assertThat(report.counts().review()).isEqualTo(1);
    }

    private static final class CountingStore implements SyncStore {
        private final SyncStore real;
        private int overlays;

        CountingStore(SyncStore real) {
            this.real = real;
        }

        @Override
        public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
            return real.inTransaction(scope, work);
        }

        @Override
        public SyncStore overlay() {
            overlays++;
            return real.overlay();
        }

        @Override
        public String description() {
            return real.description();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
