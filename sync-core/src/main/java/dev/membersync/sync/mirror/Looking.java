package dev.membersync.sync.mirror;

import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Ledger;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.MoneyException;
import dev.membersync.sync.payment.OrderStanding;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides about one payment from its totals, its facts and what the other side knows. Reads the store, writes nothing. */
final class Looking {
    private final PaymentParts parts;

    Looking(PaymentParts parts) {
        this.parts = parts;
    }

    /** @param members who may have paid */
    Look at(Tx tx, PaymentSighting seen, Set<String> members) {
        if (seen.paid().isEmpty()) {
            return Look.asking(
                    Question.AMOUNT,
                    "order " + seen.id() + " does not show what was paid; look there and book it by hand");
        }
        Totals totals;
        try {
            if (!Money.currency(seen.currency()).equals(parts.workflow().currency())) {
                return otherCurrency(seen);
            }
            totals = Totals.of(seen);
        } catch (MoneyException unreadable) {
            return seen.currency().isBlank()
                    ? otherCurrency(seen)
                    : Look.asking(Question.AMOUNT, "order " + seen.id() + ": " + unreadable.getMessage());
        }
        return decide(tx, seen, members, totals);
    }

    private Look otherCurrency(PaymentSighting seen) {
        String named = seen.currency().matches("[A-Za-z]{3}") ? "is in " + seen.currency() : "names no currency";
        return Look.asking(
                Question.CURRENCY,
                "order " + seen.id() + " " + named + ", the Memberships side takes "
                        + parts.workflow().currency() + " only; book it by hand or set memberships.currency");
    }

    private Look decide(Tx tx, PaymentSighting seen, Set<String> members, Totals totals) {
        FactKey charge = charge(parts, seen.id());
        Optional<PaymentRow> known = tx.payments().find(charge.id());
        boolean barred = parts.barred().any(tx, members, seen.tickets());
        Optional<String> member =
                members.size() == 1 && !barred ? members.stream().findFirst() : Optional.empty();
        List<Fact> facts = new ArrayList<>(tx.payments().ofOrder(seen.id()));
        List<Fact> more = new NewFacts(charge, seen, member, parts.time().instant()).lead(facts, totals);
        facts.addAll(more);
        Ledger ledger = Ledger.of(facts);
        Optional<Money> net = ledger.net(charge);
        PaymentState state = state(totals, net.isPresent());
        OrderStanding standing = new OrderStanding(
                charge,
                seen.id(),
                seen.admitted(),
                seen.tickets().size() - seen.admitted(),
                seen.said().orElse(state),
                totals.owed());
        PaymentRow stands =
                known.map(one -> one.standing(standing)).orElseGet(() -> PaymentRow.seen(charge.id(), standing));
        // Where another payment is told instead, nothing of this one is under way any more.
        PaymentRow row = seen.tells() ? stands : stands.undone();
        Look look = Look.at(row, !known.equals(Optional.of(row)), more);
        if (net.isEmpty() || seen.ownKey().isPresent() || !seen.tells() || barred) {
            return look;
        }
        Optional<String> before = row.telling()
                .or(row::told)
                .map(Telling::userId)
                .filter(userId -> !seen.mergedFrom().equals(Optional.of(userId)));
        return held(ledger)
                .map(look::with)
                .orElseGet(() -> tell(look, before, members, new Telling(member.orElse(""), net.get(), state)));
    }

    /** An exchange for a free ticket leaves an order that has cost nothing and taken nothing; its money went back. */
    private static PaymentState state(Totals totals, boolean collected) {
        return collected && totals.paid().signum() == 0
                ? PaymentState.REFUNDED
                : PaymentState.of(totals.owed(), totals.paid(), totals.refunded());
    }

    /** @param before whom it was told of; nobody where that one became part of another member */
    private static Look tell(Look look, Optional<String> before, Set<String> members, Telling wanted) {
        PaymentRow row = look.row().orElseThrow();
        String order = row.standing().order();
        if (members.size() > 1 && before.isEmpty()) {
            return look.with(new Question(
                    Question.MEMBER,
                    "the tickets of order " + order + " belong to " + members.size()
                            + " members; decide whose payment it is and book it by hand"));
        }
        if (members.isEmpty() && before.isEmpty()) {
            return look.ofNobody();
        }
        if (before.isPresent() && !members.isEmpty() && !members.contains(before.get())) {
            return look.with(new Question(
                    Question.MEMBER,
                    "order " + order + " was booked for member " + before.get()
                            + " and its ticket now belongs to another one; move it by hand"));
        }
        Telling telling = new Telling(before.orElse(wanted.userId()), wanted.net(), wanted.state());
        boolean same =
                row.telling().isEmpty() && row.told().filter(telling::equals).isPresent();
        return same ? look : look.with(telling);
    }

    private static Optional<Question> held(Ledger ledger) {
        return ledger.facts().stream()
                .filter(fact -> ledger.held().containsKey(fact.key()))
                .findFirst()
                .map(fact -> new Question(
                        Question.HELD,
                        fact.key() + " of " + fact.money() + " is held: "
                                + ledger.held().get(fact.key()) + "; look at the order and release or correct it"));
    }

    static FactKey charge(PaymentParts parts, String id) {
        return new FactKey(
                parts.workflow().source().system(), parts.workflow().source().event() + "/" + id, FactKind.CHARGE);
    }
}
