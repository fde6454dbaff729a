package dev.membersync.sync.mirror;

import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.payment.About;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts that lead from what is known of a payment to the totals that a list shows. Their ids hold the total that they
 * lead to, so the same totals give the same facts, whoever sees them and how often.
 */
final class NewFacts {
    private final FactKey charge;
    private final PaymentSighting seen;
    private final Optional<String> member;
    private final Instant now;

    NewFacts(FactKey charge, PaymentSighting seen, Optional<String> member, Instant now) {
        this.charge = charge;
        this.seen = seen;
        this.member = member;
        this.now = now;
    }

    /**
     * What is new. Where the collected total has fallen, as an exchange for a cheaper ticket does, the difference went back.
     *
     * @param known the facts of this payment
     */
    List<Fact> lead(List<Fact> known, Totals totals) {
        Money zero = new Money(0, totals.paid().currency());
        Money charged = sum(known, FactKind.CHARGE, zero);
        Money returned = sum(known, FactKind.REFUND, zero);
        Money change = totals.paid().minus(totals.refunded()).minus(charged.minus(returned));
        Money back = above(totals.refunded().minus(returned));
        Money more = change.plus(back);
        if (more.signum() < 0) {
            back = back.minus(more);
            more = zero;
        }
        List<Fact> facts = new ArrayList<>();
        if (more.signum() > 0) {
            facts.add(part(charged, charged.plus(more), more));
        }
        if (back.signum() > 0) {
            facts.add(refund(returned.plus(back), back));
        }
        return facts;
    }

    private Fact part(Money before, Money after, Money more) {
        boolean first = before.signum() == 0;
        String id = first ? charge.id() : charge.id() + "@" + after.minor();
        return Fact.charge(charge.system(), id, seen.collector(), more, now)
                .about(first ? about() : about().of(charge.id()))
                .undated();
    }

    private Fact refund(Money after, Money back) {
        String id = charge.id() + "-" + after.minor();
        return Fact.refund(charge.system(), id, charge.id(), seen.collector(), back, now)
                .about(about().of(charge.id()))
                .undated();
    }

    private About about() {
        About order = About.NOTHING.order(seen.id());
        About about = member.map(order::member).orElse(order);
        return seen.ownKey().map(about::carrying).orElse(about);
    }

    private Money sum(List<Fact> known, FactKind kind, Money zero) {
        return Money.sum(
                zero,
                known.stream()
                        .filter(fact ->
                                fact.kind() == kind && fact.key().system().equals(charge.system()))
                        .map(Fact::money)
                        .toList());
    }

    private static Money above(Money money) {
        return money.signum() > 0 ? money : new Money(0, money.currency());
    }
}
