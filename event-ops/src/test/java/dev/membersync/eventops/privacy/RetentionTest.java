package dev.membersync.eventops.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.eventops.privacy.Retention.Line;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data of events that are long over goes, and nothing else does. */
class RetentionTest {
    private static final Map<String, Instant> ENDS = Map.of(
            "old", Instant.parse("2024-12-31T22:00:00Z"),
            "used", Instant.parse("2020-01-01T00:00:00Z"),
            "young", Instant.parse("2025-02-01T12:00:00Z"));

    private final MemoryStore store = MemoryStore.create();
    private final List<String> retired = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-31T22:00:00Z");

    private static Scope scope(String event) {
        return new Scope("account", event, "", "members-to-attendees");
    }

    private final Retention retention = new Retention(
            store,
            List.of(scope("used")),
            scope -> Optional.ofNullable(ENDS.get(scope.event())),
            (place, rehearsal) -> {
                retired.add(place + rehearsal);
                return 5;
            },
            Retention.STANDARD,
            () -> now);

    @BeforeEach
    void remember() {
        List.of("old", "used", "young", "unknown")
                .forEach(event -> store.inTransaction(scope(event), tx -> {
                    tx.members().save(List.of(new MemberRow("m1", Map.of(), OptionalLong.empty(), 1, false)));
                    tx.tombstones().set(List.of(1L), now);
                    return true;
                }));
    }

    private long members(String event) {
        return store.inTransaction(scope(event), tx -> tx.members().count());
    }

    @Test
    void onlyWhatIsDueAndNotUsedGoesAndTombstonesStay() {
        List<Line> lines = retention.run();

        assertThat(lines)
                .extracting(Line::event, Line::what, Line::rows)
                .containsExactly(
                        tuple("old", "members-to-attendees", 1L),
                        tuple("old", "check-in", 5L),
                        tuple("unknown", "members-to-attendees", 0L),
                        tuple("used", "members-to-attendees", 0L),
                        tuple("young", "members-to-attendees", 0L));
        assertThat(members("old")).isZero();
        assertThat(List.of("used", "young", "unknown")).allMatch(event -> members(event) == 1);
        assertThat(store.inTransaction(scope("old"), tx -> tx.tombstones().count())
                        .longValue())
                .isEqualTo(1);
        assertThat(retired).containsExactly("oldfalse");
    }

    @Test
    void aRehearsalTellsTheSameAndDeletesNothing() {
        List<Line> rehearsed = retention.rehearse();

        assertThat(members("old")).isEqualTo(1);
        assertThat(retired).containsExactly("oldtrue");
        assertThat(retention.run()).isEqualTo(rehearsed);
    }

    @Test
    void aDayBeforeThirteenMonthsAreOverNothingGoes() {
        now = Instant.parse("2026-01-30T22:00:00Z");

        assertThat(retention.run()).extracting(Line::rows).containsOnly(0L);
    }
}
