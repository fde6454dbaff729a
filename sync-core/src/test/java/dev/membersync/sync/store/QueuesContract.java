package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Intents}, {@link DeadLetters}, {@link Audit} and {@link Cursors} promise. */
interface QueuesContract extends StoreContract {
    @Test
    default void intentComesBackAsItWasReplaced() {
        intents().open(StoreContract.intent("a", OptionalLong.of(1)));
        Intent sent = new Intent(
                "a",
                OptionalLong.empty(),
                Intent.Step.ORDERED,
                Optional.of("order"),
                Optional.of("type"),
                Optional.of(NOON),
                Optional.of(NOON.plusMillis(1)),
                3,
                Map.of("name", Mark.of(7), "email", Mark.EMPTY));
        intents().replace(sent);

        assertThat(intents().find("a")).hasValue(sent);
        assertThat(intents().find("b")).isEmpty();
    }

    @Test
    default void memberHasOneOpenCreate() {
        assertThat(intents().open(StoreContract.intent("a", OptionalLong.of(1))))
                .isEqualTo(Intents.Opened.OK);
        assertThat(intents().open(StoreContract.intent("a", OptionalLong.of(2))))
                .isEqualTo(Intents.Opened.MEMBER_BUSY);
        assertThat(intents().find("a").orElseThrow().openMatchKey()).hasValue(1);
    }

    @Test
    default void matchKeyHasOneOpenCreate() {
        intents().open(StoreContract.intent("a", OptionalLong.of(1)));

        assertThat(intents().open(StoreContract.intent("b", OptionalLong.of(1))))
                .isEqualTo(Intents.Opened.KEY_BUSY);
        assertThat(intents().count()).isEqualTo(1);
    }

    @Test
    default void createsWithoutMatchKeyDoNotCollide() {
        assertThat(intents().open(StoreContract.intent("a", OptionalLong.empty())))
                .isEqualTo(Intents.Opened.OK);
        assertThat(intents().open(StoreContract.intent("b", OptionalLong.empty())))
                .isEqualTo(Intents.Opened.OK);
    }

    @Test
    default void busyMemberDoesNotSpoilTheTransaction() {
        intents().open(StoreContract.intent("a", OptionalLong.of(1)));
        run(tx -> {
            tx.intents().open(StoreContract.intent("a", OptionalLong.of(2)));
            tx.intents().open(StoreContract.intent("b", OptionalLong.of(1)));
            tx.deadLetters().put(new DeadLetter("b", "k", "w", 1, NOON));
        });

        assertThat(deadLetters().count()).isEqualTo(1);
    }

    @Test
    default void endedCreateFreesMemberAndKey() {
        intents().open(StoreContract.intent("a", OptionalLong.of(1)));
        intents().remove("a");
        intents().remove("a");

        assertThat(intents().open(StoreContract.intent("b", OptionalLong.of(1))))
                .isEqualTo(Intents.Opened.OK);
    }

    @Test
    default void replacingACreateThatIsNotOpenIsStale() {
        assertThatThrownBy(() -> intents().replace(StoreContract.intent("a", OptionalLong.empty())))
                .isInstanceOf(StoreException.Stale.class);
    }

    @Test
    default void replacingACreateWithTheKeyOfAnotherIsStale() {
        intents().open(StoreContract.intent("a", OptionalLong.of(1)));
        intents().open(StoreContract.intent("b", OptionalLong.of(2)));

        assertThatThrownBy(() -> intents().replace(StoreContract.intent("b", OptionalLong.of(1))))
                .isInstanceOf(StoreException.Stale.class);
    }

    @Test
    default void createsArePagedByUserId() {
        for (String userId : List.of("c", "a", "b")) {
            intents().open(StoreContract.intent(userId, OptionalLong.empty()));
        }

        assertThat(intents().page("", 2)).extracting(Intent::userId).containsExactly("a", "b");
        assertThat(intents().page("b", 2)).extracting(Intent::userId).containsExactly("c");
    }

    @Test
    default void deadLetterOfAMemberIsReplaced() {
        deadLetters().put(new DeadLetter("a", "k", "first", 1, NOON));
        DeadLetter second = new DeadLetter("a", "k2", "second", 2, NOON.plusSeconds(1));
        deadLetters().put(second);

        assertThat(deadLetters().page("", 9)).containsExactly(second);
    }

    @Test
    default void deadLettersArePagedByUserIdAndRemoved() {
        for (String userId : List.of("c", "a", "b")) {
            deadLetters().put(new DeadLetter(userId, "k", "w", 1, NOON));
        }
        deadLetters().remove("a");
        deadLetters().remove("a");

        assertThat(deadLetters().page("", 1)).extracting(DeadLetter::userId).containsExactly("b");
        assertThat(deadLetters().page("b", 9)).extracting(DeadLetter::userId).containsExactly("c");
        assertThat(deadLetters().count()).isEqualTo(2);
    }

    @Test
    default void auditShowsTheNewestFirstInTheOrderOfWriting() {
        AuditRow later = new AuditRow(NOON.plusSeconds(9), "a", "", "s", "CREATE", List.of(), "done");
        AuditRow earlier = new AuditRow(NOON, "b", "T", "s", "UPDATE", List.of("x\\n", "y\nz", ""), "done");
        audit().append(later);
        audit().append(earlier);

        assertThat(audit().newest(9)).containsExactly(earlier, later);
        assertThat(audit().newest(1)).containsExactly(earlier);
        assertThat(audit().count()).isEqualTo(2);
    }

    @Test
    default void auditIsReadPageByPageInTheOrderOfWriting() {
        List<AuditRow> rows = IntStream.range(0, 5)
                .mapToObj(n -> new AuditRow(NOON, "m" + n, "", "s", "CREATE", List.of(), "done"))
                .toList();
        rows.forEach(audit()::append);
        in(AUTUMN, tx -> {
            tx.audit().append(rows.get(0));
            return true;
        });

        List<Audit.Entry> first = audit().page(0, 3);
        List<Audit.Entry> second = audit().page(first.get(2).seq(), 3);
        assertThat(Stream.of(first, second).flatMap(List::stream).map(Audit.Entry::row))
                .isEqualTo(rows);
        assertThat(audit().page(second.get(1).seq(), 3)).isEmpty();
    }

    @Test
    default void feedThatWasNeverReadStartsAtZero() {
        assertThat(cursors().find("members")).isEqualTo(Cursor.start("members"));
    }

    @Test
    default void savedCursorReplacesTheOneBefore() {
        cursors().save(new Cursor("members", "p1", 1, 0));
        cursors().save(new Cursor("members", "p2", 2, 1));

        assertThat(cursors().find("members")).isEqualTo(new Cursor("members", "p2", 2, 1));
        assertThat(cursors().find("tickets").generation()).isZero();
    }
}
