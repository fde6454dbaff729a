package dev.membersync.sync.mapping;

import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Unicode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a {@link Mapping}. Not thread-safe. */
public final class MappingBuilder {
    private final String id;
    private final Map<String, FieldMapper> fields = new LinkedHashMap<>();

    MappingBuilder(String id) {
        if (id.isBlank()) {
            throw new MappingException("a mapping needs an id");
        }
        this.id = id;
    }

    /**
     * Adds fields, in this order.
     *
     * @throws MappingException when a field has no name or one that is taken, is enforced in both directions, or is
     *     required to register somebody and does not flow to the registration, or flows to the member and cannot be
     *     written there
     */
    public MappingBuilder with(FieldMapper... mappers) {
        for (FieldMapper mapper : mappers) {
            check(mapper);
            if (fields.putIfAbsent(mapper.name(), mapper) != null) {
                throw refusal("has two fields named \"" + mapper.name() + "\"; give one of them another name");
            }
        }
        return this;
    }

    /**
     * The mapping.
     *
     * @throws MappingException when it has no fields, or when fields flow to the registration and none of them is
     *     {@link FieldMapper#requiredToCreate()}: nothing would say who the registered person is
     */
    public Mapping build() {
        if (fields.isEmpty()) {
            throw refusal("has no fields");
        }
        boolean registers = fields.values().stream().anyMatch(MappingBuilder::flowsRight);
        if (registers && fields.values().stream().noneMatch(FieldMapper::requiredToCreate)) {
            throw refusal("does not say who the registered person is: no field is required to register somebody;"
                    + " add Fields.name() and Fields.email()");
        }
        return new Mapping(id, fields);
    }

    private void check(FieldMapper mapper) {
        String name = mapper.name();
        if (name.isBlank() || Unicode.isBroken(name)) {
            throw refusal(
                    "has a field without a proper name (" + mapper.getClass().getName() + ")");
        }
        if (mapper.direction() == Direction.BOTH && mapper.strength() == Strength.ENFORCE) {
            throw refusal("enforces the field \"" + name + "\" in both directions, so no side could ever change it;"
                    + " choose one direction, or ON_CHANGE");
        }
        if (mapper.direction() != Direction.LEFT_TO_RIGHT) {
            checkLeft(mapper);
        }
        if (mapper.requiredToCreate() && !flowsRight(mapper)) {
            throw refusal("requires the field \"" + name + "\" to register somebody, but it flows to the member only");
        }
    }

    /** Whatever else a mapper has against a value, it has a way to write it. */
    private void checkLeft(FieldMapper mapper) {
        try {
            mapper.toLeft(Value.of("x"), MemberDraft.empty());
        } catch (UnsupportedOperationException e) {
            throw refusal("lets the field \"" + mapper.name() + "\" flow to the member, but its mapper cannot write it"
                    + " there: implement FieldMapper.toLeft, or let it flow to the registration only");
        } catch (RuntimeException otherwise) {
            return; // the probe is no value of this field
        }
    }

    private static boolean flowsRight(FieldMapper mapper) {
        return mapper.direction() != Direction.RIGHT_TO_LEFT;
    }

    private MappingException refusal(String what) {
        return new MappingException("the mapping " + id + " " + what);
    }
}
