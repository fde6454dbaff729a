package dev.membersync.sync.store;

import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.PaymentRow;
import java.util.List;
import java.util.Optional;

/** What is known about money. Facts are only ever added; rows say what the other side knows of a payment. */
public interface Payments {
    /**
     * Adds a fact, unless its key is known: then nothing changes, whatever it says.
     *
     * @return true when it is new
     */
    boolean add(Fact fact);

    /** The fact with this key. */
    Optional<Fact> fact(FactKey key);

    /** The facts of an order, by key. */
    List<Fact> ofOrder(String order);

    /** Facts by id, kind and system, behind this key; empty for the first page. */
    List<Fact> facts(Optional<FactKey> after, int limit);

    /** How many facts there are. */
    long count();

    /** What is remembered of the payment with this key. */
    Optional<PaymentRow> find(String key);

    /** Remembers a payment, in place of what was remembered of it. */
    void save(PaymentRow row);

    /** Payments in the order of their keys. */
    List<PaymentRow> page(String afterKey, int limit);

    /** Payments whose telling is under way, in the order of their keys. */
    List<PaymentRow> open(String afterKey, int limit);
}
