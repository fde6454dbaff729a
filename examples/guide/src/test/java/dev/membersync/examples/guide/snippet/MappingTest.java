package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.workflow.MembersToAttendees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Java of docs/mapping.md that is about fields and their page. */
class MappingTest {
    @Test
    void aFieldIsComposed() {
        try (Stage stage = Stage.standard(0);
                AcceleventsClient accelevents = stage.events()) {
            AcceleventsDesk desk = AcceleventsDesk.of(accelevents.event("spring-summit"));
            MembersToAttendees workflow = MembersToAttendees.of(desk, Map.of("*", "VIP"));
            // snippet: composed
            workflow.with(Fields.from("member.planId")
                    .to("answer(Tier)")
                    .table(Map.of("gold", "First class", "*", "Standard"))
                    .when("member.status", "active")
                    .strength(Strength.ENFORCE));
            // end
            assertThat(workflow.build()
                            .mapping()
                            .mapping(desk.ticketTypes(), desk.form())
                            .field("answer:Tier"))
                    .isPresent();
        }
    }

    @Test
    void aPageThatDriftedStopsABuild() throws IOException {
        try (Stage stage = Stage.standard(3)) {
            try (Tenant tenant = stage.open("workflows: [{template: members-to-attendees}]\n")) {
                Files.writeString(
                        Path.of("mapping.md"), tenant.mappingDocument().markdown());
            }
            // snippet: drift
            try (Tenant tenant = Tenant.open(TenantConfig.read(Path.of("membersync.yaml")))) {
                tenant.mappingDocument().requireNoDrift(Path.of("mapping.md"));
            }
            // end
        }
    }
}
