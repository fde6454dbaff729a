package dev.membersync.sync.payment;

import dev.membersync.sync.payment.Account.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns facts that count into entries. */
final class Journaling {
    private final Function<Fact, String> purposes;

    /** @param purposes what the charge of a fact was for */
    Journaling(Function<Fact, String> purposes) {
        this.purposes = purposes;
    }

    /** The entry of a fact; an open dispute, a won one and a release move nothing and have none. */
    List<Entry> entries(Fact fact) {
        Money money = fact.money();
        Account cash = Account.of(Kind.CASH_CLEARING, fact.collectedBy());
        List<Posting> lines = switch (fact.kind()) {
            case CHARGE -> charge(fact, cash);
            case REFUND -> moved(money, Account.of(Kind.REFUNDS, ""), cash);
            case DISPUTE_LOST -> moved(money, Account.of(Kind.DISPUTES, ""), cash);
            case FEE -> moved(money, Account.of(Kind.FEES, fact.collectedBy()), cash);
            case PAYOUT -> moved(money, Account.of(Kind.BANK, ""), cash);
            case SPLIT ->
                moved(
                        money,
                        Account.earned(purposes.apply(fact)),
                        Account.earned(fact.about().purpose().orElse("")));
            case ADJUSTMENT ->
                moved(money, cash, Account.earned(fact.about().purpose().orElse("")));
            case MIRROR ->
                moved(
                        money,
                        Account.of(Kind.MIRROR_MEMO, fact.key().system()),
                        Account.of(Kind.MIRROR_MEMO_CONTRA, fact.key().system()));
            case DISPUTE_OPENED, DISPUTE_WON, RELEASE -> List.of();
        };
        return lines.isEmpty() ? List.of() : List.of(new Entry(fact.key(), fact.at(), lines));
    }

    /** The order owes the amount, and pays it. */
    private List<Posting> charge(Fact fact, Account cash) {
        Money money = fact.money();
        Money tax = new Money(fact.tax(), money.currency());
        Account order = Account.of(
                Kind.RECEIVABLE, fact.about().order().orElse(fact.key().id()));
        List<Posting> lines = new ArrayList<>();
        lines.add(new Posting(order, money));
        lines.add(new Posting(
                Account.earned(purposes.apply(fact)), money.minus(tax).negated()));
        if (tax.signum() > 0) {
            lines.add(new Posting(Account.of(Kind.TAX, ""), tax.negated()));
        }
        lines.addAll(moved(money, cash, order));
        return lines;
    }

    private static List<Posting> moved(Money money, Account debit, Account credit) {
        return List.of(new Posting(debit, money), new Posting(credit, money.negated()));
    }
}
