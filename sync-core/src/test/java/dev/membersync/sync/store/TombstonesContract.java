package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Tombstones} promises. */
interface TombstonesContract extends StoreContract {
    /** Long enough to be told from words wherever it stands. */
    String ERASED = "erasedPerson";

    private static TicketSighting tagged(String ticketId, String tag) {
        return new TicketSighting(
                StoreContract.names(ticketId, null, null),
                Optional.empty(),
                Map.of(),
                OptionalLong.of(7),
                OptionalLong.of(8),
                Optional.empty(),
                Optional.of(tag),
                OptionalLong.empty(),
                1);
    }

    private static void review(SyncStore.Tx tx, String subject, String reason) {
        tx.reviews().open(Review.ask("MEMBER", subject, List.of(), reason, NOON));
    }

    /** Fills a scope with everything that can be remembered of the person, and the same of somebody else. */
    private void remember(Scope scope) {
        in(scope, tx -> {
            for (String userId : List.of(ERASED, "other")) {
                long row = tx.tickets()
                        .save(List.of(tagged("T1-" + userId, userId)))
                        .get(0)
                        .row();
                StateOf.fill(tx, userId, row);
                tx.tickets().save(List.of(tagged("T2-" + userId, userId)));
            }
            review(tx, "order 7", "order 7 was booked for member " + ERASED + ", and of erasedPerson2 nothing");
            return true;
        });
    }

    @Test
    default void tombstonesAreOfAllScopesAndKeepTheirTime() {
        in(SPRING, tx -> {
            tx.tombstones().set(List.of(1L, 2L), NOON);
            tx.tombstones().set(List.of(2L, Long.MIN_VALUE), NOON.plusSeconds(1));
            return true;
        });

        Set<Long> found = in(AUTUMN, tx -> tx.tombstones().among(List.of(1L, 3L, Long.MIN_VALUE)));
        assertThat(found).isEqualTo(Set.of(1L, Long.MIN_VALUE));
        assertThat(tombstones().count()).isEqualTo(3);
        tombstones().lift(List.of(1L, 5L));
        assertThat(tombstones().among(List.of(1L, 2L))).isEqualTo(Set.of(2L));
    }

    @Test
    @DisplayName("F-54 nothing in any scope names a person who is forgotten, and nobody else loses anything")
    default void aForgottenPersonIsInNoRowOfAnyScope() {
        List.of(SPRING, AUTUMN).forEach(this::remember);

        assertThat(tombstones().scopesOf(ERASED)).containsExactly(AUTUMN, SPRING);
        long rows = ask(tx ->
                tx.tombstones().forget(ERASED, List.of(new TicketRef("T-" + ERASED, null, null, null)), "erased-1"));

        assertThat(rows).isPositive();
        assertThat(tombstones().scopesOf(ERASED)).isEmpty();
        for (Scope scope : List.of(SPRING, AUTUMN)) {
            String state = StateOf.scope(store(), scope);
            assertThat(state.replace("erasedPerson2", "").replace("fact-" + ERASED, ""))
                    .doesNotContain("member " + ERASED)
                    .doesNotContain("T1-" + ERASED)
                    .doesNotContain("T2-" + ERASED)
                    .doesNotContain("T-" + ERASED)
                    .doesNotContain("userId=" + ERASED);
            assertThat(state).contains("for member erased-1, and of erasedPerson2 nothing");
            in(scope, tx -> {
                assertThat(tx.links().find(List.of(ERASED, "other"))).containsOnlyKeys("other");
                assertThat(tx.members().find(List.of(ERASED, "other"))).containsOnlyKeys("other");
                assertThat(tx.deadLetters().find(List.of(ERASED, "other"))).containsOnlyKeys("other");
                assertThat(tx.work().find(ERASED)).isEmpty();
                assertThat(tx.intents().find(ERASED)).isEmpty();
                assertThat(tx.reviews().find("MISSING", ERASED)).isEmpty();
                assertThat(tx.audit().newest(9)).extracting(AuditRow::userId).contains("erased-1");
                assertThat(tx.tickets().tagged("other")).hasSize(2);
                return true;
            });
        }
    }

    @Test
    default void aTicketOfSomebodyElseStaysAndLosesTheTagOnly() {
        TicketRow ticket = saveTicket(tagged("T", ERASED));
        join("other", ticket);

        ask(tx -> tx.tombstones().forget(ERASED, List.of(ticket.ref()), "erased-1"));

        TicketRow left = tickets().find(List.of(ticket.row())).get(ticket.row());
        assertThat(left.tag()).isEmpty();
        assertThat(left.emailKey()).hasValue(7);
    }

    @Test
    default void aShortUserIdIsReplacedOnlyWhereATextCallsItAMember() {
        run(tx -> review(tx, "order 12", "order 12, 12 USD of member 12"));

        ask(tx -> tx.tombstones().forget("12", List.of(), "erased-1"));

        assertThat(reviews().find("MEMBER", "order 12").orElseThrow().reason())
                .isEqualTo("order 12, 12 USD of member erased-1");
    }

    @Test
    default void aRetiredScopeForgetsEverybodyAndKeepsTheMoneyWithoutNames() {
        List.of(SPRING, AUTUMN).forEach(this::remember);
        String autumn = StateOf.scope(store(), AUTUMN);
        long rehearsed = tombstones().retire(SPRING, true);
        assertThat(links().count(Link.State.LIVE)).isEqualTo(2);

        long rows = tombstones().retire(SPRING, false);

        assertThat(rows).isEqualTo(rehearsed).isPositive();
        assertThat(tombstones().scopes()).contains(SPRING, AUTUMN);
        assertThat(StateOf.scope(store(), AUTUMN)).isEqualTo(autumn);
        run(tx -> {
            assertThat(tx.links().count(Link.State.LIVE)).isZero();
            assertThat(tx.members().count()).isZero();
            assertThat(tx.work().count()).isZero();
            assertThat(tx.reviews().countOpen()).isZero();
            assertThat(tx.audit().count()).isZero();
            assertThat(tx.payments().count()).isEqualTo(2);
            assertThat(tx.payments().facts(Optional.empty(), 9))
                    .allMatch(fact -> fact.about().userId().isEmpty());
        });
        assertThat(tombstones().retire(SPRING, false)).isZero();
    }
}
