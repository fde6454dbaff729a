package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.adapter.DatasetRules;
import dev.membersync.eventops.adapter.LiveDataset;
import dev.membersync.eventops.analytics.Dataset;
import dev.membersync.eventops.analytics.Report;
import dev.membersync.eventops.analytics.ReportFormat;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The Java of docs/analytics.md. */
class AnalyticsTest {
    @Test
    void anEventHasFigures() {
        try (Stage stage = Stage.standard(24);
                Tenant tenant = stage.open("workflows: [{template: members-to-attendees}]\n")) {
            tenant.engine().sync();
            WorkflowConfig workflow = tenant.config().workflows().get(0);
            // snippet: figures
            Dataset data = LiveDataset.of(tenant, workflow, Clock.systemUTC())
                    .with(DatasetRules.standard().withTicketTypes(Set.of("VIP"), Set.of("General Admission")))
                    .read();
            Report report = Report.of(data); // for those who may see every registration
            String page = ReportFormat.HTML.write(report.shared()); // for others
            // end
            assertThat(report.result("registrations")).isPresent();
            assertThat(page).startsWith("<!");
        }
    }
}
