package dev.membersync.sync.engine;

import dev.membersync.sync.workflow.RunHaltedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Those who read one list together. Who fails with its own part leaves, and the others go on; a run that is to stop stops
 * for all. Not thread-safe.
 */
final class Together<T> {
    private final List<T> members;
    private final BiConsumer<? super T, RuntimeException> leaves;

    private Together(List<T> members, BiConsumer<? super T, RuntimeException> leaves) {
        this.members = members;
        this.leaves = leaves;
    }

    /** @param leaves told who left, and why */
    static <T> Together<T> of(List<T> members, BiConsumer<? super T, RuntimeException> leaves) {
        return new Together<>(new ArrayList<>(members), leaves);
    }

    /** One alone, whose failure is everybody's. */
    static <T> Together<T> alone(T one) {
        return of(List.of(one), (gone, failure) -> {
            throw failure;
        });
    }

    /** Who reads the list for all; empty when everybody has left. */
    Optional<T> reader() {
        return members.stream().findFirst();
    }

    /** Those who are like this; who leaves them has left all. */
    Together<T> those(Predicate<T> like) {
        return of(members.stream().filter(like).toList(), (gone, failure) -> {
            members.remove(gone);
            leaves.accept(gone, failure);
        });
    }

    void each(Consumer<? super T> part) {
        for (T member : List.copyOf(members)) {
            try {
                part.accept(member);
            } catch (RunHaltedException stop) {
                throw stop;
            } catch (RuntimeException failure) {
                members.remove(member);
                leaves.accept(member, failure);
            }
        }
    }
}
