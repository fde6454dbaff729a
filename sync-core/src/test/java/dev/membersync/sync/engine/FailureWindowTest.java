package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureWindowTest {
    private final FailureWindow window = new FailureWindow();

    private boolean fail(int times) {
        boolean tooMany = false;
        for (int i = 0; i < times; i++) {
            tooMany = window.add(true);
        }
        return tooMany;
    }

    private void work(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(window.add(false)).isFalse();
        }
    }

    @Test
    void twentyAreAllowedAndTheNextIsOneTooMany() { // F-58
        assertThat(fail(20)).isFalse();
        assertThat(fail(1)).isTrue();
    }

    @Test
    void onlyTheLastFiftyCount() {
        fail(20);
        work(50);
        assertThat(fail(20)).isFalse();
    }
}
