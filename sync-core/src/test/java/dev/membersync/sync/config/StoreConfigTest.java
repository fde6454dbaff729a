package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreConfigTest {
    @Test
    void thePasswordInTheUrlIsNotShown() {
        StoreConfig config = new StoreConfig(
                "jdbc:postgresql://db/membersync?user=sync&password=canary",
                Optional.of(Secret.of("key-canary")),
                false);

        assertThat(config)
                .hasToString("StoreConfig[url=jdbc:postgresql://db/membersync?***, key=Optional[***], rekey=false]");
    }

    @Test
    void aPasswordBeforeTheHostIsNotShown() {
        assertThat(new StoreConfig("jdbc:postgresql://sync:can@ry@db/membersync?user=x", Optional.empty(), false))
                .hasToString(
                        "StoreConfig[url=jdbc:postgresql://***@db/membersync?***, key=Optional.empty, rekey=false]");
    }

    @Test
    void aUrlWithoutAQueryIsShownWhole() {
        assertThat(new StoreConfig("jdbc:sqlite:membersync.db", Optional.empty(), false).toString())
                .contains("url=jdbc:sqlite:membersync.db,");
    }
}
