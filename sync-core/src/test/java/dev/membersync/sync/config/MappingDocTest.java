package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.FieldPath;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.testing.MapperLaws;
import dev.membersync.sync.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of docs/mapping.md does what the line below it says. */
class MappingDocTest {
    private static final Path FILE = Path.of("..", "docs", "mapping.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^```yaml\\nmap:\\n(.*?)^```\\n\\n((?:^- [^\\n]*\\n)+)");
    private static final Pattern FACT = Pattern.compile("`([\\w()]+): ([^`]*)`");
    private static final Map<String, String> KEYS = Map.of("LEFT_KEY", "l", "RIGHT_KEY", "r");

    /**
     * A line below an example.
     *
     * @param field the field that the example says
     * @param line the line
     */
    record Claim(FieldMapper field, String line) {
        @Override
        public String toString() {
            return field.name() + " " + line;
        }
    }

    static List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(text());
        while (example.find()) {
            FieldMapper field = field(example.group(1));
            example.group(2).lines().forEach(line -> claims.add(new Claim(field, line)));
        }
        return claims;
    }

    private static String text() throws IOException {
        return Files.readString(FILE);
    }

    private static FieldMapper field(String rows) {
        String file = dev.membersync.sync.config.Samples.FULL + "    map:\n" + rows.indent(4);
        MembersToAttendeesConfig config = (MembersToAttendeesConfig)
                TenantConfig.parse("mapping.md", file, KEYS).workflows().get(0);
        return config.map().get(0);
    }

    private static Member member(String line) {
        MemberDraft draft = MemberDraft.empty();
        Matcher fact = FACT.matcher(line);
        while (fact.find()) {
            draft.field(fact.group(1).replaceAll("^field\\((.*)\\)$", "$1"), fact.group(2));
        }
        return Samples.after(Samples.member(), draft);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void itDoesWhatTheLineSays(Claim claim) {
        String line = claim.line();
        if (line.endsWith("is held.")) {
            assertThatThrownBy(() -> claim.field().left(member(line))).isInstanceOf(FieldException.class);
        } else if (line.contains("gives the member")) {
            assertThat(given(claim.field(), line.split("`")[1])).isEqualTo(line.split("`")[3]);
        } else if (line.endsWith("answers nothing.")) {
            assertThat(claim.field().left(member(line))).isEqualTo(Value.absent());
        } else if (line.endsWith("answers an empty text.")) {
            assertThat(claim.field().left(member(line))).isEqualTo(Value.empty());
        } else {
            String[] parts = line.split("`");
            RegistrationDraft draft = RegistrationDraft.empty();
            claim.field().toRight(claim.field().left(member(line)), draft);
            assertThat(draft.answers()).containsValue(parts[parts.length - 2]);
            MapperLaws.check(claim.field(), member(line));
        }
    }

    private static String given(FieldMapper field, String answer) {
        MemberDraft draft = MemberDraft.empty();
        String label = field.formField().orElseThrow();
        field.toLeft(field.right(Samples.registrationWith(label, answer)), draft);
        return draft.values().values().iterator().next();
    }

    @Test
    void everyKeyPlaceAndWordHasItsPartInTheDocument() throws IOException {
        String text = text();
        List<String> missing = new ArrayList<>();
        for (String key : List.of("from", "template", "constant", "to", "direction", "strength", "table", "when")) {
            if (!text.contains("| `" + key + "` |")) {
                missing.add("docs/mapping.md has no row for the key " + key);
            }
            if (!Pattern.compile("(?m)^ {2}(- |  )" + key + ": ").matcher(text).find()) {
                missing.add("docs/mapping.md has no example with the key " + key);
            }
        }
        Stream.of(
                        FieldPath.forms().stream(),
                        Arrays.stream(Strength.values()).map(Strength::word),
                        Arrays.stream(Direction.values()).map(Direction::word))
                .flatMap(words -> words)
                .filter(word -> !text.contains("`" + word + "`"))
                .forEach(word -> missing.add("docs/mapping.md does not name " + word));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyExampleHasALineThatIsRun() throws IOException {
        assertThat(EXAMPLE.matcher(text()).results())
                .hasSameSizeAs(Pattern.compile("(?m)^```yaml$")
                        .matcher(text())
                        .results()
                        .toList());
    }
}
