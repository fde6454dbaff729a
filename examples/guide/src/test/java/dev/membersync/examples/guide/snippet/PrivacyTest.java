package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.config.ErasureConfig;
import dev.membersync.eventops.config.PrivacyOffice;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/privacy.md. */
class PrivacyTest {
    @Test
    void aPersonIsErased() {
        try (Stage stage = Stage.standard(6);
                Tenant tenant = stage.open("""
                        workflows:
                          - template: members-to-attendees
                          - template: erasure-request
                        """)) {
            tenant.engine().sync();
            String userId = "m00001";
            // snippet: office
            List<WorkflowConfig> workflows = tenant.config().workflows();
            ErasureConfig config = workflows.stream()
                    .filter(ErasureConfig.class::isInstance)
                    .map(ErasureConfig.class::cast)
                    .findFirst()
                    .orElseThrow();
            PrivacyOffice office = PrivacyOffice.open(tenant, config, InstantSource.system(), new SecureRandom());
            office.plan(userId); // what an erasure would come to; reads only
            office.export(userId, Path.of("exports"), "m00001.json"); // what is held of the person
            office.request(userId); // freezes the person, now
            office.cancel(userId); // within the grace: synchronised again
            office.advance(); // goes on with every erasure; call it once an hour
            office.rehearseRetiring(); // what retention would delete, and retire() deletes
            // end
            assertThat(Files.exists(Path.of("exports", "m00001.json"))).isTrue();
        }
    }
}
