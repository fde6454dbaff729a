package dev.membersync.examples.benchmarks.micro;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.TicketTypes;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A member to the five fields of members-to-attendees and to their marks, beside code that knows these fields only. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MappingBenchmark {
    private static final Map<String, String> TYPES = Map.of("gold", "VIP", "*", "General Admission");

    private final Marker marker = Marker.keyed("a store key of the benchmark".getBytes(StandardCharsets.US_ASCII));
    private final Mapping mapping = Mapping.of("members-to-attendees")
            .with(Fields.name(Direction.LEFT_TO_RIGHT))
            .with(Fields.email(Direction.LEFT_TO_RIGHT))
            .with(Fields.ticketType(TicketTypes.of(
                    TYPES,
                    List.of(
                            new TicketTypeInfo("1", "VIP", BigDecimal.ZERO, 100),
                            new TicketTypeInfo("2", "General Admission", BigDecimal.ZERO, 100)))))
            .with(Fields.status("Membership Status"))
            .with(Fields.memberId("Member ID"))
            .build();
    private final Map<String, String> ids = Map.of("VIP", "1", "General Admission", "2");
    private final Member member = new Member(
            "m00001",
            Value.of("Ada.Lovelace@example.org"),
            Value.of("Ada Lovelace"),
            Value.of("active"),
            Value.of("gold"),
            Map.of());
    private final Map<String, Value> values = mapping.left(member).values();

    /** The mapping: fields, held ones apart, and their marks. */
    @Benchmark
    public Map<String, Mark> mapping() {
        return mapping.marks(mapping.left(member).values(), marker);
    }

    /** The fields alone. */
    @Benchmark
    public Map<String, Value> projection() {
        return mapping.left(member).values();
    }

    /** The marks alone: five HMACs. */
    @Benchmark
    public Map<String, Mark> marks() {
        return mapping.marks(values, marker);
    }

    /** By hand: the same five texts in canonical form, and a mark of each; no bad value is told from a good one. */
    @Benchmark
    public Map<String, Mark> mappingByHand() {
        Map<String, Mark> marks = new HashMap<>();
        byHand().forEach((name, text) -> marks.put(name, Mark.of(marker.hash(name, text))));
        return marks;
    }

    /** By hand without the marks. */
    @Benchmark
    public Map<String, String> projectionByHand() {
        return byHand();
    }

    private Map<String, String> byHand() {
        Map<String, String> texts = new HashMap<>();
        texts.put("name", normal(member.fullName()));
        texts.put("email", normal(member.email()).toLowerCase(Locale.ROOT));
        texts.put("status", normal(member.status()));
        String type = TYPES.getOrDefault(normal(member.planId()), TYPES.get("*"));
        texts.put("ticketType", ids.getOrDefault(type, ""));
        texts.put("memberId", member.userId());
        return texts;
    }

    private static String normal(Value value) {
        return Normalizer.normalize(value.text().orElse(""), Normalizer.Form.NFC)
                .trim();
    }
}
