package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapped fields of one workflow, in order. A field that fails is held alone: no method here throws because of a
 * record's content, whatever a mapper does. Immutable; thread-safe as its mappers are.
 */
public final class Mapping {
    private final String id;
    private final Map<String, FieldMapper> fields;
    private final String digest;

    Mapping(String id, Map<String, FieldMapper> fields) {
        this.id = id;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.digest = MappingDigest.of(id, fields.values());
    }

    /** Begins a mapping with this id, which is stable: links remember the mapping that made them. */
    public static MappingBuilder of(String id) {
        return new MappingBuilder(id);
    }

    /**
     * The same mapping with one more field.
     *
     * @throws MappingException as {@link MappingBuilder#with}
     */
    public Mapping with(FieldMapper field) {
        return of(id).with(fields.values().toArray(FieldMapper[]::new))
                .with(field)
                .build();
    }

    /** The mapping's id. */
    public String id() {
        return id;
    }

    /** The fields in order. */
    public List<FieldMapper> fields() {
        return List.copyOf(fields.values());
    }

    /** The field with this name. */
    public Optional<FieldMapper> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * Sixteen hexadecimal digits over the id and each field's name, revision, direction and strength. Another order of
     * the same fields has the same digest.
     */
    public String digest() {
        return digest;
    }

    /**
     * What this member says, field by field. A value is projected only if its mapper can also compare and write it; so
     * what this answers as a text or as empty, {@link #draft} can write.
     */
    public Projection left(Member member) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, FieldException> held = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            try {
                values.put(name, Guarded.left(field, member));
            } catch (FieldException e) {
                values.put(name, Value.unseen());
                held.put(name, e);
            }
        });
        return new Projection(values, held);
    }

    /** What this registration says, field by field and in order; a field that its mapper cannot read is unseen. */
    public Map<String, Value> right(Registration registration) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, Guarded.right(field, registration)));
        return Collections.unmodifiableMap(values);
    }

    /** The form in which values of this field are compared; {@link Value#unseen()} when there is no such field or form. */
    public Value canonical(String field, Value value) {
        FieldMapper mapper = fields.get(field);
        return mapper == null ? Value.unseen() : Guarded.canonical(mapper, value);
    }

    /** The marks of these values in canonical form, one for each field of the mapping; a value that is not given is unseen. */
    public Map<String, Mark> marks(Map<String, Value> values, Marker marker) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Value value = values.getOrDefault(name, Value.unseen());
            // The revision is part of the message: a raised one makes every pair agree anew, equal values without a
            // write.
            marks.put(name, marker.mark(name + "#" + field.revision(), Guarded.canonical(field, value)));
        });
        return Collections.unmodifiableMap(marks);
    }

    /**
     * One field of a registration, written into what its member is to become. A value that is unseen or absent writes
     * nothing.
     *
     * @throws FieldException when the value cannot be written; the draft is as it was
     * @throws IllegalArgumentException when the name is no field of this mapping
     */
    public void toLeft(String name, Registration registration, MemberDraft draft) {
        FieldMapper field = known(name);
        Guarded.toLeft(field, Guarded.right(field, registration), draft);
    }

    /**
     * These fields of the projection, written into a new draft in the mapping's order. Values that are unseen or absent
     * write nothing; held ones are unseen.
     *
     * @throws IllegalArgumentException when a name is no field of this mapping
     */
    public RegistrationDraft draft(Projection projection, Collection<String> names) {
        names.forEach(this::known);
        RegistrationDraft draft = RegistrationDraft.empty();
        fields.values().stream()
                .filter(field -> names.contains(field.name()))
                .forEach(field -> Guarded.toRight(field, projection.value(field.name()), draft));
        return draft;
    }

    private FieldMapper known(String name) {
        FieldMapper field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("the mapping " + id + " has no field \"" + name + "\"");
        }
        return field;
    }
}
