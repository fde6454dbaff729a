package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The decision about a linked pair of five fields, beside the least that anything could do: comparing the marks. It stands
 * in the engine's package because the decision is not exported.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {
    private static final List<String> FIELDS = List.of("name", "email", "ticketType", "status", "memberId");

    private final Decide decide = new Decide(
            FIELDS.stream()
                    .map(name ->
                            new FieldRule(name, Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, ConflictPolicy.leftWins()))
                    .toList(),
            ReactionPolicy.standard(),
            FencePolicy.standard());
    private final Map<String, Mark> old = marks(0);
    private final Pair atRest = pair(old);
    private final Pair edited = pair(edited());

    /** Nothing changed, which is so for nearly every pair of a scan. */
    @Benchmark
    public Object unchanged() {
        return decide.linked(atRest);
    }

    /** The name changed on the left. */
    @Benchmark
    public Object changed() {
        return decide.linked(edited);
    }

    /** Three maps that are compared. */
    @Benchmark
    public boolean comparison() {
        for (String field : FIELDS) {
            Base base = atRest.base().get(field);
            if (base == null
                    || !base.left().equals(atRest.left().mark(field))
                    || !base.right().equals(atRest.right().mark(field))) {
                return false;
            }
        }
        return true;
    }

    private Pair pair(Map<String, Mark> left) {
        Map<String, Base> base = old.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Base.agreed(entry.getValue(), entry.getValue())));
        return new Pair(LinkStanding.LIVE, Side.present(left), Side.present(old), base);
    }

    private static Map<String, Mark> edited() {
        Map<String, Mark> edited = new LinkedHashMap<>(marks(0));
        edited.put("name", Mark.of(4711));
        return edited;
    }

    private static Map<String, Mark> marks(long salt) {
        return Stream.iterate(0, i -> i < FIELDS.size(), i -> i + 1)
                .collect(Collectors.toMap(FIELDS::get, i -> Mark.of(salt + 31L * (i + 1))));
    }
}
