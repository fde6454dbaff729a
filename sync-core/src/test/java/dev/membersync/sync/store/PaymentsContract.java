package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.payment.About;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.OrderStanding;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.payment.Telling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Payments} promises. */
interface PaymentsContract extends StoreContract {
    static Fact charge(String id) {
        return Fact.charge("accelevents", id, "accelevents", Money.ofMinor(1250, "KWD"), NOON.plusNanos(1500))
                .about(new About(
                        Optional.of("first"),
                        Optional.of("o1"),
                        Optional.of("m1"),
                        Optional.of("dues:gold"),
                        Optional.of("ch_1"),
                        Optional.of("k")));
    }

    static PaymentRow row(String key) {
        Money owed = Money.ofMinor(1250, "KWD");
        OrderStanding standing = new OrderStanding(
                new FactKey("accelevents", key, FactKind.CHARGE), "o1", 2, 1, PaymentState.PARTIALLY_PAID, owed);
        return PaymentRow.seen(key, standing).sending(new Telling("m1", owed, PaymentState.PAID), NOON);
    }

    @Test
    default void factComesBackAsItWasAdded() {
        Fact full = charge("c1").taxed(Money.ofMinor(50, "KWD")).inTest().undated();
        Fact bare = Fact.of(FactKind.FEE, "stripe", "f1", "stripe", Money.ofMinor(Long.MAX_VALUE, "JPY"), NOON);
        payments().add(full);
        payments().add(bare);

        Fact kept = payments().fact(full.key()).orElseThrow();
        assertThat(kept.at()).isEqualTo(NOON.plusNanos(1000));
        assertThat(kept.about()).isEqualTo(full.about());
        assertThat(kept.tax()).isEqualTo(50);
        assertThat(kept.live()).isFalse();
        assertThat(kept.dated()).isFalse();
        assertThat(payments().fact(bare.key())).contains(bare);
    }

    @Test
    default void factWithAKnownKeyChangesNothing() {
        Fact other = Fact.charge("accelevents", "c1", "accelevents", Money.ofMinor(7, "KWD"), NOON);

        assertThat(payments().add(charge("c1"))).isTrue();
        assertThat(payments().add(other)).isFalse();
        assertThat(payments().fact(other.key()).orElseThrow().money().minor()).isEqualTo(1250);
        assertThat(payments().count()).isEqualTo(1);
    }

    @Test
    default void sameIdOfAnotherKindOrSystemIsAnotherFact() {
        payments().add(charge("c1"));
        payments().add(Fact.refund("accelevents", "c1", "c1", "accelevents", Money.ofMinor(1, "KWD"), NOON));
        payments().add(Fact.charge("stripe", "c1", "stripe", Money.ofMinor(1, "KWD"), NOON));

        assertThat(payments().count()).isEqualTo(3);
    }

    @Test
    default void factsAreReadPageByPageAndByOrder() {
        List.of("c3", "c1", "c2").forEach(id -> payments().add(charge(id)));
        payments().add(Fact.charge("accelevents", "c4", "accelevents", Money.ofMinor(1, "KWD"), NOON));

        List<Fact> first = payments().facts(Optional.empty(), 2);
        assertThat(first).extracting(fact -> fact.key().id()).containsExactly("c1", "c2");
        assertThat(payments().facts(Optional.of(first.get(1).key()), 9))
                .extracting(fact -> fact.key().id())
                .containsExactly("c3", "c4");
        assertThat(payments().ofOrder("o1")).extracting(fact -> fact.key().id()).containsExactly("c1", "c2", "c3");
    }

    @Test
    default void rowComesBackAndIsReplaced() {
        payments().save(row("p1"));
        assertThat(payments().find("p1")).contains(row("p1"));

        PaymentRow arrived = row("p1").arrived();
        payments().save(arrived);
        assertThat(payments().find("p1")).contains(arrived);
        assertThat(payments().find("p2")).isEmpty();
    }

    @Test
    default void onlyTellingsUnderWayAreOpen() {
        payments().save(row("p2"));
        payments().save(row("p1").arrived());
        payments().save(row("p3"));

        assertThat(payments().open("", 9)).extracting(PaymentRow::key).containsExactly("p2", "p3");
        assertThat(payments().open("p2", 9)).extracting(PaymentRow::key).containsExactly("p3");
        assertThat(payments().page("", 2)).extracting(PaymentRow::key).containsExactly("p1", "p2");
    }

    @Test
    default void scopesShareNoMoney() {
        payments().add(charge("c1"));
        payments().save(row("p1"));

        long facts = in(AUTUMN, tx -> tx.payments().count());
        List<PaymentRow> rows = in(AUTUMN, tx -> tx.payments().page("", 9));
        assertThat(facts).isZero();
        assertThat(rows).isEmpty();
    }

    @Test
    default void moneyOfAFailedTransactionIsNotKept() {
        try {
            run(tx -> {
                tx.payments().add(charge("c1"));
                tx.payments().save(row("p1"));
                throw new IllegalStateException("stop");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("stop");
        }

        assertThat(payments().count()).isZero();
        assertThat(payments().find("p1")).isEmpty();
    }
}
