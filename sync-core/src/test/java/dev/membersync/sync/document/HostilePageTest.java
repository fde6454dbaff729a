package dev.membersync.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** A committed page that somebody edited in any way is compared, and no exception comes of it. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePageTest {
    private final Page page = page();

    private static Page page() {
        List<String> titles = List.of("Field", "Member", "Ticket", "Strength");
        Map<String, List<Table>> parts = new LinkedHashMap<>();
        parts.put(
                "one at a",
                List.of(
                        new Table("Fields", titles, List.of(List.of("name", "full", "First", "ENFORCE"))),
                        new Table("States", List.of("Status", "Action"), List.of(List.of("active", "register")))));
        parts.put("two at b", List.of(new Table("Fields", titles, List.of())));
        return new Page(parts);
    }

    @Property(seeds = 2_000)
    void everyPageIsCompared(SplittableRandom random) {
        String before = Hostile.text(random, List.of(page.markdown("# Mapping\n")));

        Bounded.read(
                before.getBytes(StandardCharsets.UTF_8),
                () -> assertThat(Differences.of(Page.parse(before), page)).isNotNull());
    }
}
