package dev.membersync.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeTicket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that is frozen, and nodes that know different mappings. */
@Timeout(180)
class TakeoverTest {
    private static final int MEMBERS = 6;

    /** Its shift goes on meanwhile as if nothing had happened: the worst that a frozen process can do when it wakes. */
    @Test
    void aFrozenNodeLosesItsTenantAndWhileBothWorkOnItNobodyIsDoubledOrLost() throws Exception { // F-71
        FreezingTime time = new FreezingTime();
        try (Town town = new Town(1, MEMBERS)) {
            Cluster frozen = town.node("frozen", builder -> builder.time(time), "Membership Status")
                    .start();
            assertThat(town.everybodyIsIn()).isTrue();
            Cluster other = town.node("other").start();

            time.freeze();
            assertThat(town.bell.until(() -> town.news.contains("other Began t0")))
                    .isTrue();
            Town.Quarter quarter = town.quarter("t0");
            IntStream.range(MEMBERS, 3 * MEMBERS).forEach(i -> {
                quarter.join(i);
                Town.hook(i % 2 == 0 ? frozen : other, "t0", "m" + i);
                Town.hook(other, "t0", "m" + i);
            });
            assertThat(town.everybodyIsIn()).isTrue();
            assertThat(town.news).doesNotContain("frozen Ended t0");

            time.thaw();
            assertThat(town.bell.until(() -> town.news.contains("frozen Ended t0")))
                    .isTrue();
            IntStream.range(0, 3 * MEMBERS).forEach(i -> {
                quarter.memberships.members().rename("m" + i, "Ada Changed" + i);
                Town.hook(i % 2 == 0 ? frozen : other, "t0", "m" + i);
            });

            assertThat(town.bell.until(() -> IntStream.range(0, 3 * MEMBERS)
                            .allMatch(i -> quarter.lastName("m" + i).equals("Changed" + i))))
                    .isTrue();
            assertThat(quarter.attendees()).hasSize(3 * MEMBERS).doesNotHaveDuplicates();
            assertThat(quarter.accelevents.writes().count("order")).isEqualTo(3 * MEMBERS);
        }
    }

    @Test
    void inARollingUpgradeTheNewerMappingWinsAndNothingIsWrittenToAndFro() throws Exception { // F-70
        try (Town town = new Town(1, MEMBERS)) {
            Town.Quarter quarter = town.quarter("t0");
            Cluster old = town.node("old").start();
            assertThat(town.everybodyIsIn()).isTrue();

            Cluster newer = town.node("newer", builder -> {}, "Standing").start();
            assertThat(town.bell.until(() -> quarter.event.attendees().stream()
                            .allMatch((FakeTicket ticket) ->
                                    ticket.answer("Standing").equals("active"))))
                    .isTrue();
            assertThat(town.news).contains("old Ended t0");
            assertThat(quarter.accelevents.writes().count("holder-update")).isEqualTo(MEMBERS);

            old.close();
            Cluster again = town.node("again").start();
            quarter.accelevents.writes().clear();
            quarter.memberships.members().rename("m0", "Ada Lovelace");
            IntStream.range(0, MEMBERS).forEach(i -> {
                Town.hook(again, "t0", "m" + i);
                Town.hook(newer, "t0", "m" + i);
            });

            assertThat(town.bell.until(() -> quarter.lastName("m0").equals("Lovelace")))
                    .isTrue();
            assertThat(town.bell.until(() -> newer.live("t0").orElseThrow().status().workflows().stream()
                            .allMatch(flow -> flow.waiting() == 0)))
                    .isTrue();
            assertThat(quarter.accelevents.writes().count()).isEqualTo(1);
            assertThat(town.news).doesNotContain("again Began t0");
        }
    }

    @Test
    void aHigherReleaseBringsAnOldMappingBack() throws Exception { // F-70
        try (Town town = new Town(1, 1)) {
            town.node("old").start();
            assertThat(town.everybodyIsIn()).isTrue();
            town.node("newer", builder -> {}, "Standing").start();
            assertThat(town.bell.until(() -> town.news.contains("newer Began t0")))
                    .isTrue();

            town.node("back", builder -> builder.release(1), "Membership Status")
                    .start();

            assertThat(town.bell.until(() -> town.news.contains("back Began t0")))
                    .isTrue();
            assertThat(town.news).contains("newer Ended t0");
        }
    }
}
