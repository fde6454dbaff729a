package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.UnknownFieldException;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.mapping.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which fields derive from which, over all workflows of an engine. A value that two different mappers carry round in a
 * circle never comes to rest unless the two are inverse, which nobody can know; so such a circle is refused (F-13). One
 * mapper that flows both ways is its own inverse by its laws. Fields that are written into blanks or into new records only
 * close no circle: what they wrote once, they leave alone.
 */
public final class Derivations {
    /** One mapper carries one name of one place to another. */
    private record Arrow(String from, String to, String mapper, String shown) {}

    private final List<Arrow> arrows = new ArrayList<>();

    /**
     * Refuses a field that flows to members who cannot hold it.
     *
     * @throws MappingException naming the workflow, the field and the remedy
     */
    public static void checkWritable(MappedWorkflow mapped, MemberDirectory members) {
        for (FieldMapper field : mapped.mapping().fields()) {
            Optional<String> missing = field.direction() == Direction.LEFT_TO_RIGHT
                    ? Optional.empty()
                    : field.leftWrites().stream()
                            .filter(name -> !members.writes(name))
                            .findFirst();
            missing.ifPresent(name -> {
                throw new MappingException("the workflow " + mapped.workflow() + " writes the field \"" + field.name()
                        + "\" to members, but this account cannot take " + name + " from outside; let the field flow to"
                        + " the registration only");
            });
        }
        try {
            members.checkFields(mapped.mapping().fields().stream()
                    .filter(field -> field.direction() != Direction.LEFT_TO_RIGHT)
                    .flatMap(field -> field.leftWrites().stream())
                    .toList());
        } catch (UnknownFieldException missing) {
            throw new MappingException(
                    "the workflow " + mapped.workflow() + " writes to members, but " + missing.getMessage());
        }
    }

    /**
     * Refuses circles.
     *
     * @throws MappingException naming the fields and the workflows of one
     */
    public static void check(List<MappedWorkflow> all) {
        Derivations derivations = new Derivations();
        all.forEach(derivations::add);
        derivations.arrows.forEach(arrow -> derivations.circle(List.of(arrow)).ifPresent(circle -> {
            throw new MappingException("these fields derive from each other and would never come to rest: "
                    + circle.stream().map(Arrow::shown).collect(Collectors.joining(", then "))
                    + "; take one of them out, or give it the strength IF_EMPTY or ON_CREATE");
        }));
    }

    private void add(MappedWorkflow mapped) {
        for (FieldMapper field : mapped.mapping().fields()) {
            if (field.strength() == Strength.IF_EMPTY || field.strength() == Strength.ON_CREATE) {
                continue;
            }
            String here = "the member's ";
            String there = "at " + mapped.event() + " the registration's ";
            if (field.direction() != Direction.RIGHT_TO_LEFT) {
                add(mapped, field, named(here, field.leftReads()), named(there, field.rightWrites()));
            }
            if (field.direction() != Direction.LEFT_TO_RIGHT) {
                add(mapped, field, named(there, field.rightReads()), named(here, field.leftWrites()));
            }
        }
    }

    private static List<String> named(String place, Set<String> names) {
        return names.stream().sorted().map(place::concat).toList();
    }

    private void add(MappedWorkflow mapped, FieldMapper field, List<String> reads, List<String> writes) {
        String mapper = field.getClass().getName() + " " + field.name();
        String of = " (field \"" + field.name() + "\" of " + mapped.workflow() + ")";
        reads.forEach(from -> writes.forEach(to -> arrows.add(new Arrow(from, to, mapper, from + " to " + to + of))));
    }

    /** A way on from the last arrow back to the start, by way of each place at most once and of two mappers at least. */
    private Optional<List<Arrow>> circle(List<Arrow> way) {
        String start = way.get(0).from();
        String end = way.get(way.size() - 1).to();
        if (end.equals(start)) {
            boolean several = way.stream().map(Arrow::mapper).distinct().count() > 1;
            return several ? Optional.of(way) : Optional.empty();
        }
        if (way.stream().map(Arrow::from).anyMatch(end::equals)) {
            return Optional.empty();
        }
        return arrows.stream()
                .filter(arrow -> arrow.from().equals(end))
                .map(arrow ->
                        circle(Stream.concat(way.stream(), Stream.of(arrow)).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
