package dev.membersync.sync.mapping;

import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Optional;
import java.util.Set;

/**
 * One mapped field: how it is read on both sides, how two values are compared, and how it is written. The main extension
 * point of the library; {@link Fields} has ready ones.
 *
 * <p>What is written and what is compared are two things. {@link #left} and {@link #right} answer a value in the spelling
 * that is to be kept; {@link #canonical} brings it into the form in which two spellings of one value are equal. Only
 * canonical forms are ever compared or marked, and a canonical form is never written.
 *
 * <p>Laws, checked by the mapping's tests and by {@code doctor}; {@code c} is {@link #canonical}:
 *
 * <ul>
 *   <li>reading what was written gives the value back: {@code c(right(r after toRight(v))) = c(v)};
 *   <li>writing what was read changes nothing: {@code c(right(r after toRight(right(r)))) = c(right(r))};
 *   <li>of a field that flows both ways the same holds with the sides exchanged: what was written to a member is read back;
 *   <li>a canonical form is its own: {@code c(c(v)) = c(v)};
 *   <li>{@link Value#absent()} and {@link Value#unseen()} pass through {@code c}, and a record that does not show a field
 *       reads as unseen.
 * </ul>
 *
 * <p>Implementations are stateless and thread-safe. Every method that takes a record or a value may throw
 * {@link FieldException}, which holds this field of this record and nothing else; any other exception is treated as
 * {@link FieldException.Reason#MAPPER_FAILED}. Reading a registration, both make the value unseen.
 */
public interface FieldMapper {
    /** The field's name: unique in its mapping, stable, part of every mark. */
    String name();

    /** The member's value, in the spelling in which it is written to the registration. */
    Value left(Member member);

    /** The registration's value, in the spelling it has there. */
    Value right(Registration registration);

    /**
     * Writes a value of {@link #left}, which is a text or empty, into what the registration is to become. It is also
     * called on a draft that is thrown away, to learn whether the value can be written at all.
     */
    void toRight(Value value, RegistrationDraft draft);

    /**
     * Writes a value of {@link #right}, which is a text or empty, into what the member is to become. Required of a field
     * that flows to the member; tried on a draft that is thrown away when a mapping is built. Default: refuses.
     */
    default void toLeft(Value value, MemberDraft draft) {
        throw new UnsupportedOperationException("the field " + name() + " cannot be written to members");
    }

    /** The form in which values of this field are compared; default: the value as it is. */
    default Value canonical(Value value) {
        return value;
    }

    /** Which way the field flows; default: to the registration. */
    default Direction direction() {
        return Direction.LEFT_TO_RIGHT;
    }

    /** How hard it is pushed; default: when the near side changed. */
    default Strength strength() {
        return Strength.ON_CHANGE;
    }

    /** Where Accelevents shows it; default: in lists. */
    default Visibility visibility() {
        return Visibility.LIST;
    }

    /**
     * True when no read may ever show what was written to members: a value of {@link #left} that is unseen is then taken for
     * what was sent last, and before anything was sent, for something else. Default: false.
     */
    default boolean isBlindOnLeft() {
        return false;
    }

    /**
     * True when the field is written to neither side: a change of it is news, upon which the registration is read before
     * anything is decided. Default: false.
     */
    default boolean isWatched() {
        return false;
    }

    /** Which values may follow which, where not every value may follow every other. Default: every value may. */
    default Optional<Lifecycle> lifecycle() {
        return Optional.empty();
    }

    /** Who wins when both sides changed; default: the side the field flows from, and a review for both ways. */
    default ConflictPolicy conflicts() {
        return direction() == Direction.BOTH
                ? ConflictPolicy.review()
                : direction() == Direction.LEFT_TO_RIGHT ? ConflictPolicy.leftWins() : ConflictPolicy.rightWins();
    }

    /** True when a registration cannot be made without this field; default: false. */
    default boolean requiredToCreate() {
        return false;
    }

    /**
     * What {@link #left} reads, by the names of {@link MemberDraft}; default: the field's name. What is read and written
     * on both sides is what the engine finds fields by that derive from each other.
     */
    default Set<String> leftReads() {
        return Set.of(name());
    }

    /** What {@link #toLeft} writes, by the names of {@link MemberDraft}; default: what is read. */
    default Set<String> leftWrites() {
        return leftReads();
    }

    /** What {@link #right} reads, by names that the mappers of an event share; default: the field's name. */
    default Set<String> rightReads() {
        return Set.of(name());
    }

    /** What {@link #toRight} writes, likewise; default: what is read. */
    default Set<String> rightWrites() {
        return rightReads();
    }

    /**
     * The label of the form field that this reads and writes; a workflow maps it only while the form has that field.
     * Default: the label in a name that begins with {@code answer:}, else empty.
     */
    default Optional<String> formField() {
        return rightWrites().stream()
                .filter(name -> name.startsWith(Fields.ANSWER))
                .map(name -> name.substring(Fields.ANSWER.length()))
                .findFirst();
    }

    /** What the documentation of the mapping says about this field; default: the names that it reads and writes. */
    default FieldDescription describe() {
        return FieldDescription.of(this);
    }

    /** A higher number re-bases the field: equal values agree again without a write. Default 1. */
    default int revision() {
        return 1;
    }
}
