package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.examples.guide.ShirtSize;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.Workflow;
import dev.membersync.testkit.FakeField;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mapper of one's own in a workflow. */
class ShirtsTest {
    @Test
    void itIsAFieldOfTheWorkflow() {
        try (Stage stage = Stage.standard(0);
                AcceleventsClient accelevents = stage.events()) {
            stage.event().putField(FakeField.question("Shirt size"));
            AcceleventsDesk desk = AcceleventsDesk.of(accelevents.event("spring-summit"));
            // snippet: workflow
            Workflow workflow = MembersToAttendees.of(desk, Map.of("*", "General Admission"))
                    .with(new ShirtSize())
                    .build();
            // end
            assertThat(workflow.mapping()
                            .mapping(desk.ticketTypes(), desk.form())
                            .field("answer:Shirt size"))
                    .isPresent();
        }
    }
}
