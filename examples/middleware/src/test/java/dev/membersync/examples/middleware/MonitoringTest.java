package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What machines look at. */
@Timeout(60)
class MonitoringTest {
    private final Demo demo = Demo.shared();

    @Test
    void aStrangerSeesThatItIsWellAndNoMore() {
        var answer = Visitor.stranger(demo.app).get("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("membersync", "spring-summit");
    }

    @Test
    void whoLogsInSeesTheWorkflowsAndNobody() {
        String health = demo.visitor().get("/actuator/health").body();

        assertThat(health)
                .contains("\"members-to-attendees at spring-summit\":{\"ready\":true,\"waiting\":")
                .doesNotContain("@example", "m000");
    }

    @Test
    void aServiceThatIsDownShowsAndNoRestartIsAskedFor() {
        Visitor stranger = Visitor.stranger(demo.app);
        demo.services().memberships().faults(FaultPlan.always(Fault.STATUS_BEFORE));

        Running.until(() -> stranger.get("/actuator/health").statusCode() == 503);

        assertThat(stranger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(demo.visitor().get("/actuator/health").body()).contains("memberships SERVICE_DOWN");
        assertThat(demo.visitor().get("/").body()).contains("is not called now");
        demo.services().memberships().faults(FaultPlan.none());
        Running.until(() -> stranger.get("/actuator/health").statusCode() == 200);
    }

    @Test
    void theFiguresOfTheLibraryAreAmongTheMetrics() {
        Visitor known = demo.visitor();

        assertThat(known.get("/actuator/metrics/membersync.operations?tag=kind:create")
                        .body())
                .contains("\"measurements\":[{\"statistic\":\"COUNT\",\"value\":");
        assertThat(known.get("/actuator/metrics/membersync.queue").body()).contains("members-to-attendees");
    }

    @Test
    void theDoctorIsAskedByHand() {
        String findings = demo.visitor().get("/actuator/doctor").body();

        assertThat(findings).contains("\"level\":\"GOOD\"").doesNotContain("WRONG", "REFUSED", "-test-key");
    }
}
