package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
