package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void theDemoEndsWellAndTellsItsStory() {
        Terminal demo = Terminal.run(Map.of(), "demo", "--json");

        assertThat(demo.status()).isZero();
        assertThat(demo.count("created")).isPositive();
        assertThat(demo.count("updated")).isPositive();
        assertThat(demo.err()).contains("The story in short", "spring-summit.html");
    }
}
