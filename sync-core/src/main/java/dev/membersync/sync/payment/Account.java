package dev.membersync.sync.payment;

import java.util.Comparator;

/**
 * A place that money is booked to.
 *
 * @param kind what kind of place
 * @param detail which one: the order, the collector, the purpose; empty where there is one only
 */
public record Account(Kind kind, String detail) implements Comparable<Account> {
    private static final Comparator<Account> ORDER =
            Comparator.comparing(Account::kind).thenComparing(Account::detail);

    /** The kinds of accounts. */
    public enum Kind {
        /** What an order owes. */
        RECEIVABLE,
        /** What a collector holds for us. */
        CASH_CLEARING,
        /** What was paid out to us. */
        BANK,
        /** Earned with an event or a class. */
        REVENUE,
        /** Earned with a plan. */
        DUES,
        /** Given back. */
        REFUNDS,
        /** Kept by collectors. */
        FEES,
        /** Lost in disputes. */
        DISPUTES,
        /** Owed as tax. */
        TAX,
        /** What another system was told. */
        MIRROR_MEMO,
        /** The other side of what another system was told. */
        MIRROR_MEMO_CONTRA
    }

    static Account of(Kind kind, String detail) {
        return new Account(kind, detail);
    }

    /** Where the purpose of a charge is earned: {@code dues:<plan>} is dues. */
    static Account earned(String purpose) {
        String dues = "dues:";
        return purpose.startsWith(dues)
                ? new Account(Kind.DUES, purpose.substring(dues.length()))
                : new Account(Kind.REVENUE, purpose);
    }

    /** Whether a balance here is real money or what it was earned and spent for; memo accounts are not. */
    public boolean isMemo() {
        return kind == Kind.MIRROR_MEMO || kind == Kind.MIRROR_MEMO_CONTRA;
    }

    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }
}
