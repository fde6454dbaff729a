package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.MembershipsDirectory;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.Workflow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java of README.md. */
class QuickstartTest {
    private final PrintStream screen = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void watch() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(screen);
    }

    @Test
    void fromAFile() {
        try (Stage stage = Stage.standard(12)) {
            stage.write("membersync.yaml", "workflows: [{template: members-to-attendees}]\n");
            // snippet: file
            try (Tenant tenant = Tenant.open(TenantConfig.read(Path.of("membersync.yaml")))) {
                SyncPlan plan = tenant.engine().plan(); // reads only
                plan.workflows().forEach(part -> part.operations().forEach(System.out::println));
                SyncReport report = tenant.engine().sync(); // makes it so
                System.out.println(report.counts());
            }
            // end
            assertThat(stage.accelevents().writes().count("order")).isPositive();
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("create m00001", "created=11");
        }
    }

    @Test
    void withoutAFile() {
        try (Stage stage = Stage.standard(12);
                MembershipsClient memberships = stage.members();
                AcceleventsClient accelevents = stage.events()) {
            FieldMapper companyField = Fields.answer("Company", "company", Direction.LEFT_TO_RIGHT);
            String secret = "a-secret-of-the-pages-with-32-characters";
            // snippet: builders
            Workflow workflow = MembersToAttendees.of(
                            AcceleventsDesk.of(accelevents.event("spring-summit")), Map.of("*", "VIP"))
                    .with(companyField)
                    .build();
            JdbcStore store = JdbcStore.open("jdbc:sqlite:membersync.db"); // yours to close
            SyncEngine engine = SyncEngine.builder()
                    .members(MembershipsDirectory.of(memberships, "my-account"))
                    .store(store)
                    .key(StoreKey.ofSecret(secret))
                    .workflow(workflow)
                    .build();
            // end
            try (store;
                    engine) {
                assertThat(engine.sync().counts().created()).isPositive();
            }
        }
    }

    @Test
    void aClientAlone() {
        try (Stage stage = Stage.standard(12)) {
            List<Object> members = new ArrayList<>();
            URI baseUrl = URI.create(stage.membershipsUrl());
            // snippet: client
            try (MembershipsClient client = MembershipsClient.builder(MembershipsProfile.STANDARD)
                    .baseUrl(baseUrl)
                    .apiKey(Secret.of(System.getenv("MEMBERSHIPS_API_KEY")))
                    .build()) {
                client.members().list().forEach(members::add);
            }
            // end
            assertThat(members).hasSize(12);
        }
    }
}
