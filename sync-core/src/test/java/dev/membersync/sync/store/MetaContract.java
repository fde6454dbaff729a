package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@link Meta} promises, and what {@link StoreKey} and {@link Fingerprint} make of it. */
interface MetaContract extends StoreContract {
    StoreKey OLD = StoreKey.random(new SplittableRandom(1));
    StoreKey NEW = StoreKey.random(new SplittableRandom(2));

    private static TicketSighting marked(String ticketId) {
        return new TicketSighting(
                StoreContract.names(ticketId, null, null),
                Optional.empty(),
                Map.of("name", Mark.of(7)),
                OptionalLong.of(7),
                OptionalLong.of(7),
                Optional.of("type"),
                Optional.of("a"),
                OptionalLong.of(3),
                1);
    }

    @Test
    default void newKeyForgetsMarksInAllScopesAndKeepsTheRest() {
        assertThat(OLD.state(meta())).isEqualTo(KeyState.NEW);
        for (Scope scope : List.of(SPRING, AUTUMN)) {
            in(scope, tx -> {
                tx.members().save(List.of(StoreContract.member("a", 7, 1)));
                TicketRow ticket = tx.tickets().save(List.of(marked("T1"))).get(0);
                tx.links().insert(StoreContract.link("a", ticket.row()));
                return tx.intents().open(StoreContract.intent("b", OptionalLong.empty()));
            });
        }
        NEW.rekey(store());

        assertThat(NEW.state(meta())).isEqualTo(KeyState.SAME);
        for (Scope scope : List.of(SPRING, AUTUMN)) {
            MemberRow member = in(scope, tx -> tx.members().find(List.of("a"))).get("a");
            assertThat(member).isEqualTo(new MemberRow("a", Map.of(), OptionalLong.empty(), 1, false));
            Link link = in(scope, tx -> tx.links().find(List.of("a"))).get("a");
            assertThat(link.base()).isEmpty();
            assertThat(link.version()).isEqualTo(2);
            TicketRow ticket = in(scope, tx -> tx.tickets().find(List.of(link.ticketRow())))
                    .get(link.ticketRow());
            assertThat(ticket.marks()).isEmpty();
            assertThat(ticket.emailKey()).isEmpty();
            assertThat(ticket.nameKey()).isEmpty();
            assertThat(ticket.tag()).hasValue("a");
            assertThat(in(scope, tx -> tx.tickets().untaggedWithEmail(7)).size())
                    .isZero();
            assertThat(in(scope, tx -> tx.intents().count()).longValue()).isEqualTo(1);
        }
    }

    @Test
    default void sameKeyAgainForgetsNothing() {
        OLD.state(meta());
        members().save(List.of(StoreContract.member("a", 7, 1)));
        OLD.rekey(store());

        assertThat(members().find(List.of("a")).get("a").emailKey()).hasValue(7);
    }

    @Test
    default void newKeyWaitsForCreatesThatAreFoundByTheOldOne() {
        OLD.state(meta());
        members().save(List.of(StoreContract.member("a", 7, 1)));
        intents().open(StoreContract.intent("b", OptionalLong.of(7)));

        assertThatThrownBy(() -> NEW.rekey(store()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("settle them first");
        assertThat(NEW.state(meta())).isEqualTo(KeyState.CHANGED);
        assertThat(members().find(List.of("a")).get("a").emailKey()).hasValue(7);
    }

    /** F-79. */
    @Test
    default void storeWithLinksIsForItsAccountsOnly() {
        Fingerprint.check(meta(), "production");
        in(AUTUMN, tx -> {
            tx.links()
                    .insert(StoreContract.link(
                            "a",
                            tx.tickets()
                                    .save(List.of(StoreContract.seen("T", 1)))
                                    .get(0)
                                    .row()));
            return true;
        });

        Fingerprint.check(meta(), "production");
        assertThatThrownBy(() -> Fingerprint.check(meta(), "sandbox"))
                .isInstanceOf(StoreException.OtherAccount.class)
                .hasMessageContaining("production")
                .hasMessageContaining("sandbox")
                .hasMessageContaining("a store of its own");
        Fingerprint.check(meta(), "production");
    }

    @Test
    default void storeWithoutLinksTakesOtherAccounts() {
        Fingerprint.check(meta(), "misspelt");
        Fingerprint.check(meta(), "production");
        join("a", saveTicket(StoreContract.seen("T", 1)));

        assertThatThrownBy(() -> Fingerprint.check(meta(), "misspelt")).isInstanceOf(StoreException.OtherAccount.class);
    }

    @Test
    default void accountsThatMovedKeepTheirStore() {
        Fingerprint.check(meta(), "old address");
        join("a", saveTicket(StoreContract.seen("T", 1)));
        Fingerprint.adopt(meta(), "new address");

        Fingerprint.check(meta(), "new address");
        assertThat(links().count(Link.State.LIVE)).isEqualTo(1);
    }
}
