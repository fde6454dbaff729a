package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.config.internal.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors is made of the readers. */
class ConfigSchemaTest {
    private static final Pattern YAML = Pattern.compile("(?ms)^ *```yaml\\n(.*?)^ *```$");
    private static final Schemas SCHEMA = new Schemas(ConfigSchema.schema());

    private static List<String> problems(String yaml) {
        YamlReader.Result read = YamlReader.read(yaml);
        assertThat(read.problems()).isEmpty();
        return SCHEMA.problems(read.root());
    }

    @Test
    void theSchemaIsJsonAsItsReadersSeeIt() {
        assertThat(YamlReader.read(TenantConfig.schema()).problems()).isEmpty();
        assertThat(TenantConfig.schema())
                .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
    }

    static List<String> samples() throws IOException {
        List<String> samples = new ArrayList<>(List.of(Samples.FULL, Samples.HIGHLEVEL));
        Matcher matcher = YAML.matcher(Files.readString(Path.of("..", "README.md"))
                + Files.readString(Path.of("..", "docs", "configuration.md")));
        while (matcher.find()) {
            samples.add(matcher.group(1).replaceAll("(?m)^( *)# (?=[a-zA-Z]+: )", "$1"));
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleFitsTheSchema(String sample) {
        assertThat(problems(sample.replaceFirst("(?m)^ *url: \"jdbc:postgresql.*$\\n?", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paidTickets: review | paidTicket: review | .workflows[].paidTicket is unknown",
                "paidTickets: review | paidTickets: maybe | .workflows[].paidTickets is \"maybe\"",
                "paidTickets: review | guards: {creates: many} | .workflows[].guards.creates is \"many\"",
                "paidTickets: review | guards: {changes: 10} | .workflows[].guards.changes is \"10\"",
                "paidTickets: review | statuses: {active: enrol} | .workflows[].statuses.active is \"enrol\"",
                "paidTickets: review | map: [{form: member.email}] | .workflows[].map[].form is unknown",
                "paidTickets: review | map: [{from: member.email}] | .workflows[].map[].to is missing",
                "baseUrl: https://m.example.org | baseUrl: ftp://m | .memberships.baseUrl is \"ftp://m\"",
                "currency: EUR | profile: lowlevel | .memberships.profile is \"lowlevel\"",
                "template: members-to-attendees | template: nothing | .workflows[].template is \"nothing\"",
                "eventUrl: gala | event: gala | .accelevents.event is unknown",
            })
    void aMistakeIsSeenAtItsPlace(String right, String wrong, String problem) {
        assertThat(problems(Samples.FULL.replace(right, wrong))).contains(problem);
    }

    @Test
    void variablesMayStandForAnyValue() {
        assertThat(problems(Samples.FULL
                        .replace("paidTickets: review", "paidTickets: '${PAID}'")
                        .replace("https://m.example.org", "'${LEFT_URL}'")))
                .isEmpty();
    }

    @Test
    void whatTheSchemaCallsADefaultIsTheDefault() {
        Map<?, ?> memberships = at(ConfigSchema.schema(), "properties", "memberships", "properties");
        assertThat(at(memberships, "currency").get("default")).isEqualTo("USD");
        assertThat(at(memberships, "rate", "properties", "daily").get("default"))
                .isEqualTo(200_000L);
        assertThat(at(memberships, "rate", "properties", "calls").get("default"))
                .isNull(); // depends on the profile
        assertThat(at(memberships, "profile").get("default")).isEqualTo("standard");
    }

    private static Map<?, ?> at(Map<?, ?> schema, String... steps) {
        Map<?, ?> at = schema;
        for (String step : steps) {
            at = (Map<?, ?>) at.get(step);
        }
        return at;
    }
}
