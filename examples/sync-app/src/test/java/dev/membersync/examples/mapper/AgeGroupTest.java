package dev.membersync.examples.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.config.MembersToAttendeesConfig;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.testing.MapperLaws;
import dev.membersync.sync.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeGroupTest {
    @Test
    void itKeepsTheLaws() {
        // snippet: laws
        MapperLaws.check(
                AgeGroup.field(), Samples.memberWith("birthYear", "1980"), Samples.memberWith("birthYear", "2012"));
        // end
    }

    @Test
    void itJoinsTheFieldsOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("membersync.yaml"), """
                memberships: {baseUrl: "https://memberships.example.org", apiKey: "a key"}
                accelevents: {apiKey: "another key", eventUrl: "spring-summit"}
                workflows:
                  - {template: members-to-attendees, map: [{from: member.field(company), to: answer(Company)}]}
                """);
        // snippet: with
        TenantConfig config = TenantConfig.read(file).with("members-to-attendees", AgeGroup.field());
        // end

        assertThat(((MembersToAttendeesConfig) config.workflows().get(0)).map())
                .hasSize(2)
                .last()
                .satisfies(field ->
                        assertThat(field.name()).isEqualTo(AgeGroup.field().name()));
    }
}
