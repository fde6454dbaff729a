package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.config.internal.Node;
import dev.membersync.sync.config.internal.YamlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A template that another module adds reads its keys through {@link WorkflowKeys}. */
class AddedTemplateTest {
    private static final AddedTemplate<Doors> TEMPLATE =
            new AddedTemplate<>("doors", Doors.class, AddedTemplateTest::doors);

    private record Doors(
            String id,
            String event,
            long occurrence,
            Duration grace,
            long gates,
            Map<String, String> names,
            List<String> zones,
            Object rule)
            implements AddedWorkflow {}

    private static Doors doors(WorkflowKeys keys) {
        WorkflowKeys limits = keys.table("limits");
        long gates = limits.whole("gates", 1, 9, 2);
        limits.end();
        return new Doors(
                keys.id(),
                keys.event(),
                keys.occurrence(),
                keys.duration("grace", Duration.ofMinutes(5)),
                gates,
                keys.rows("names"),
                keys.texts("zones"),
                keys.plain("rule").orElse(""));
    }

    private static Doors read(String yaml) {
        Mistakes mistakes = new Mistakes("file.yaml");
        Section section = new Section(
                "workflows[0]",
                (Node.Table) YamlReader.read(yaml).root(),
                Environment.of(Map.of("PLACE", "north")),
                mistakes);
        Doors doors = TEMPLATE.template().read(section, new WorkflowHead("doors", "spring-summit", 3));
        section.end();
        mistakes.throwIfAny();
        return doors;
    }

    @Test
    void allKindsOfKeysAreRead() {
        Doors doors = read("""
                grace: 2m
                limits: {gates: 4}
                names: {n: "${PLACE}"}
                zones: [a, b]
                rule: {all: [{sold: {above: 10}}, "${PLACE}"]}
                """);

        assertThat(doors)
                .isEqualTo(new Doors(
                        "doors",
                        "spring-summit",
                        3,
                        Duration.ofMinutes(2),
                        4,
                        Map.of("n", "north"),
                        List.of("a", "b"),
                        Map.of("all", List.of(Map.of("sold", Map.of("above", "10")), "north"))));
    }

    @Test
    void mistakesNameFileLineAndKey() {
        assertThatThrownBy(() -> read("grace: soon\nlimits:\n  gates: 10\n  gate: 1\nname: x\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 1, workflows[0].grace")
                .hasMessageContaining("line 3, workflows[0].limits.gates")
                .hasMessageContaining("line 4, workflows[0].limits.gate: unknown key; did you mean \"gates\"?")
                .hasMessageContaining("line 5, workflows[0].name: unknown key; did you mean \"names\"?");
    }
}
