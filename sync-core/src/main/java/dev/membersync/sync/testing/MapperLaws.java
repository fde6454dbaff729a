package dev.membersync.sync.testing;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The laws that {@link FieldMapper} states, checked on samples of a user's own; one line in a test:
 *
 * <pre>{@code
 * MapperLaws.check(new AgeGroup(), Samples.memberWith("birthYear", "2010"), Samples.memberWith("birthYear", "1980"));
 * }</pre>
 *
 * <p>Each law is tried with every sample, with what the mapper makes of it, and with records that show nothing. A sample
 * that the mapper holds by a {@link FieldException} is passed over, but not every one of them.
 */
public final class MapperLaws {
    private final FieldMapper mapper;
    private int tried;

    private MapperLaws(FieldMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Checks the laws.
     *
     * @param samples members whose value this field carries; for a field that flows to the member only, members that it
     *     could have written
     * @throws AssertionError naming the mapper, the law and the sample that breaks it. The message shows values: a sample is
     *     nobody's data
     */
    public static void check(FieldMapper mapper, Member... samples) {
        MapperLaws laws = new MapperLaws(mapper);
        laws.statements();
        for (int i = 0; i < samples.length; i++) {
            laws.member(samples[i], "sample " + (i + 1));
        }
        laws.requireTried(samples.length);
    }

    /**
     * Checks the laws of a field that reads registrations, on registrations.
     *
     * @throws AssertionError as {@link #check(FieldMapper, Member...)}
     */
    public static void check(FieldMapper mapper, Registration... samples) {
        MapperLaws laws = new MapperLaws(mapper);
        laws.statements();
        for (int i = 0; i < samples.length; i++) {
            laws.registration(samples[i], "sample " + (i + 1));
        }
        laws.requireTried(samples.length);
    }

    private void requireTried(int samples) {
        if (tried == 0) {
            throw broken("at least one sample gives a text", "none of " + samples + " did");
        }
    }

    private void statements() {
        if (mapper.name().isBlank()) {
            throw broken("a field has a name", "name() answers a blank text");
        }
        unknownStaysUnknown();
    }

    private void unknownStaysUnknown() {
        for (Value value : List.of(Value.absent(), Value.unseen())) {
            if (!mapper.canonical(value).equals(value)) {
                throw broken(
                        "an unknown value passes through canonical",
                        "canonical(" + value + ") is " + shown(mapper.canonical(value)));
            }
        }
        Value read = mapper.right(Samples.unseenRegistration());
        if (!read.isUnseen()) {
            throw broken(
                    "what a record does not show reads as unseen",
                    "right() answers " + shown(read) + " for a registration that shows nothing");
        }
    }

    private void member(Member sample, String which) {
        sample(() -> mapper.left(sample), sample, which);
    }

    private void registration(Registration sample, String which) {
        sample(() -> mapper.right(sample), Samples.member(), which);
    }

    private void sample(Supplier<Value> reader, Member before, String which) {
        try {
            Value value = Objects.requireNonNull(reader.get(), "the mapper answered null");
            canonicalIsItsOwn(value, which);
            if (!value.isText() && value.kind() != Value.Kind.EMPTY) {
                return;
            }
            if (mapper.direction() != Direction.RIGHT_TO_LEFT) {
                throughTheRegistration(value, which);
            }
            if (mapper.direction() != Direction.LEFT_TO_RIGHT) {
                throughTheMember(value, before, which);
            }
            tried += value.isText() ? 1 : 0;
        } catch (FieldException held) {
            return; // such a value is never written
        }
    }

    private void throughTheRegistration(Value value, String which) {
        RegistrationDraft draft = RegistrationDraft.empty();
        mapper.toRight(value, draft);
        Registration written = Samples.after(Samples.registration(), draft);
        Value read = mapper.right(written);
        requireSame("reading what was written gives the value back", value, read, which);
        RegistrationDraft again = RegistrationDraft.empty();
        mapper.toRight(read, again);
        requireSame("writing what was read changes nothing", read, mapper.right(Samples.after(written, again)), which);
        canonicalIsItsOwn(read, which);
    }

    private void throughTheMember(Value value, Member before, String which) {
        MemberDraft draft = MemberDraft.empty();
        mapper.toLeft(value, draft);
        Value read = mapper.left(Samples.after(before, draft));
        requireSame("what was written to a member is read back", value, read, which);
        canonicalIsItsOwn(read, which);
    }

    private void requireSame(String law, Value expected, Value actual, String which) {
        Value one = mapper.canonical(expected);
        Value other = mapper.canonical(actual);
        if (!one.equals(other)) {
            throw broken(
                    law,
                    which + " gives " + shown(expected) + ", and " + shown(actual) + " is read; compared, that is "
                            + shown(one) + " and " + shown(other));
        }
    }

    private void canonicalIsItsOwn(Value value, String which) {
        Value once = mapper.canonical(value);
        Value twice = mapper.canonical(once);
        if (!once.equals(twice)) {
            throw broken(
                    "a canonical form is its own",
                    which + ": canonical(" + shown(value) + ") is " + shown(once) + ", and canonical of that is "
                            + shown(twice));
        }
    }

    private AssertionError broken(String law, String how) {
        return new AssertionError("the field \"" + mapper.name() + "\" ("
                + mapper.getClass().getName() + ") breaks the law that " + law + ": " + how);
    }

    private static String shown(Value value) {
        return value.text().map(text -> "\"" + text + "\"").orElse(value.toString());
    }
}
