package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Lifecycle;
import dev.membersync.sync.mapping.Lifecycle.Step.Kind;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Base;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the lifecycle of a field whether the value that is to be written may follow the one that was agreed. */
final class Steps {
    /** The kind of the question about a step that cannot be. */
    static final String STEP = "STEP";

    private final Run run;
    private final Questions questions;

    Steps(Run run, Questions questions) {
        this.run = run;
        this.questions = questions;
    }

    /** Those of the fields that are not written: the reason is kept, or a person is asked once about all of them. */
    List<String> refused(Job job, List<String> fields) {
        Map<String, Lifecycle.Step> steps = new LinkedHashMap<>();
        fields.forEach(field -> run.mapping
                .field(field)
                .flatMap(FieldMapper::lifecycle)
                .flatMap(lifecycle -> step(job, field, lifecycle))
                .ifPresent(step -> steps.put(field, step)));
        List<String> kept = with(Kind.KEPT, steps);
        List<String> illegal = with(Kind.ILLEGAL, steps);
        if (!kept.isEmpty()) {
            job.skip = reason(steps, kept);
        }
        if (illegal.isEmpty()
                || questions.ask(job, STEP, illegal, reason(steps, illegal)).isPresent()) {
            return kept;
        }
        return Stream.concat(kept.stream(), illegal.stream()).toList();
    }

    private static String reason(Map<String, Lifecycle.Step> steps, List<String> fields) {
        return Objects.requireNonNull(steps.get(fields.get(0))).reason();
    }

    private static List<String> with(Kind kind, Map<String, Lifecycle.Step> steps) {
        return steps.entrySet().stream()
                .filter(step -> step.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Only marks are kept at rest: both values are found among those of the vocabulary. */
    private Optional<Lifecycle.Step> step(Job job, String field, Lifecycle lifecycle) {
        Optional<Mark> before = Optional.ofNullable(job.link)
                .map(link -> link.base().get(field))
                .map(Base::right);
        Optional<Mark> now = Optional.ofNullable(job.knownTicket().marks().get(field));
        return before.flatMap(mark -> value(field, mark, lifecycle))
                .flatMap(from -> now.flatMap(mark -> value(field, mark, lifecycle))
                        .filter(to -> !to.equals(from))
                        .map(to -> lifecycle.step(from, to)));
    }

    private Optional<String> value(String field, Mark mark, Lifecycle lifecycle) {
        return lifecycle.values().stream()
                .filter(word -> run.keys.mark(field, Value.of(word)).agrees(mark))
                .findFirst();
    }
}
