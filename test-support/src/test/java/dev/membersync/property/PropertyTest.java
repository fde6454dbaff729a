package dev.membersync.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;

/** A property runs once for each seed. */
final class PropertyTest {
    private static final Set<Long> DRAWN = new HashSet<>();

    @Property(seeds = 40)
    void eachSeedDrawsItsOwnValues(SplittableRandom random) {
        DRAWN.add(random.nextLong());
    }

    @AfterAll
    static void allSeedsRan() {
        assertThat(DRAWN).hasSize(40);
    }
}
