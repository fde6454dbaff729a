package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.SyncException;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.StoreKey;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lost key costs one pass without writes. */
final class NewKeyTest {
    private static final StoreKey NEW = StoreKey.random(new SplittableRandom(7));

    private final World world = World.ordinary();

    @Test
    void otherKeyIsRefusedBeforeAnyCall() {
        world.members(3);
        world.sync();
        world.forgetCalls();
        world.engine = builder -> builder.key(NEW);

        assertThatThrownBy(world::sync)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another key")
                .hasMessageContaining("rekey");
        assertThat(world.accelevents.requests().entries()).isEmpty();
    }

    @Test
    void theEngineTakesTheNewKeyWhenItIsTold(@TempDir Path folder) {
        world.store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
        world.members(6);
        world.sync();
        world.memberships.members().rename("m1", "Ada Byron");
        world.memberships.members().add(World.member("m9", "Person Number9"));
        world.engine = builder -> builder.key(NEW).rekey();
        world.forgetCalls();
        try (var engine = world.build(World.EVENT)) {
            assertThatThrownBy(() -> engine.live(LiveOptions.standard()))
                    .isInstanceOf(SyncException.class)
                    .hasMessageContaining("sync");
        }

        SyncReport pass = world.sync();

        assertThat(world.writes()).isZero();
        assertThat(pass.counts().held()).isEqualTo(2);
        world.sync();
        assertThat(world.attendeesOf("m1").get(0).lastName()).isEqualTo("Byron");
        assertThat(world.event.attendees()).hasSize(7);
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(7);
        assertThat(world.writes()).isZero();
        world.store.close();
    }

    @Test
    void passUnderANewKeyWritesNothingAndTheNextEditFlows(@TempDir Path folder) {
        world.store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
        world.members(12);
        world.sync();
        world.sync();
        NEW.rekey(world.store);
        world.engine = builder -> builder.key(NEW);
        world.forgetCalls();
        world.sync();

        assertThat(world.writes()).isZero();

        world.memberships.members().rename("m5", "Ada Byron");
        world.sync();
        assertThat(world.event.attendees()).hasSize(12);
        assertThat(world.accelevents.writes().entries()).hasSize(1);
        world.store.close();
    }
}
