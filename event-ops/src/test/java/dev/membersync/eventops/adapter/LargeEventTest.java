package dev.membersync.eventops.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.analytics.Dataset;
import dev.membersync.eventops.analytics.Report;
import dev.membersync.eventops.analytics.ReportFormat;
import dev.membersync.sync.config.Tenant;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A big event: 1,000 attendees, and 10,000 in the heavy run. */
class LargeEventTest {
    private static final int PEOPLE = Boolean.getBoolean("heavy") ? 10_000 : 1_000;

    @TempDir
    private Path folder;

    @Test
    void aBigEventCostsAPageForEachHundred() {
        try (LiveWorld world = new LiveWorld(PEOPLE)) {
            List<FakeMember> members = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                members.add(FakeMember.of("m" + i, "m" + i + "@example.org", "M " + i)
                        .withPlan("gold"));
                FakeTicket ticket = world.event.addAttendee(
                        i % 2 == 0 ? world.free : world.priced,
                        "F",
                        "L",
                        (i % 4 == 3 ? "x" : "m") + i + "@example.org");
                if (i % 5 > 0) {
                    world.event.checkIn(ticket.id());
                }
            }
            world.memberships.members().addAll(members);
            try (Tenant tenant = world.open(folder)) {
                int before = world.accelevents.requests().count();
                Dataset data = world.live(tenant).read();
                int calls = world.accelevents.requests().count() - before;
                Report report = Report.of(data);

                assertThat(data.registrations()).hasSize(PEOPLE);
                // Three for the event, a page of each 100 rows of both lists, and a look behind a last page that is
                // full.
                assertThat(calls).isBetween(3 + 2 * PEOPLE / 100, 5 + 2 * PEOPLE / 100);
                assertThat(value(report, "attendance-rate")).isEqualTo("0.8000");
                assertThat(value(report, "net-sales")).isEqualTo(String.valueOf(PEOPLE / 2 * 8_000L));
                assertThat(value(report, "member-conversion")).isEqualTo("0.7500");
                assertThat(ReportFormat.HTML.write(report)).contains("80.0%");
            }
        }
    }

    private static String value(Report report, String kpi) {
        return report.result(kpi)
                .orElseThrow()
                .figures()
                .get(0)
                .value()
                .orElseThrow()
                .toPlainString();
    }
}
