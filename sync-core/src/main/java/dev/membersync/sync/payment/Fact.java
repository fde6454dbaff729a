package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is known about money. Facts are only ever added; a correction is another fact.
 *
 * @param key what makes it the same fact
 * @param collectedBy who collected the money: exactly one collector has it, whoever else was told
 * @param live true for real money; test facts and live ones never meet
 * @param money how much; above zero but for adjustments and mirrors, which go both ways, and releases, which are zero
 * @param tax how much of a charge is tax, in minor units
 * @param at when it happened, or when it was first seen
 * @param dated true when the source gave that time
 * @param about what it is about
 */
public record Fact(
        FactKey key, String collectedBy, boolean live, Money money, long tax, Instant at, boolean dated, About about) {
    private static final Set<FactKind> BOTH_WAYS = Set.of(FactKind.ADJUSTMENT, FactKind.MIRROR);
    private static final Set<FactKind> REFERRING =
            Set.of(FactKind.ADJUSTMENT, FactKind.MIRROR, FactKind.RELEASE, FactKind.SPLIT);

    /** Refuses an amount that its kind cannot have, and a correction that names nothing. */
    public Fact {
        if (key.kind() != FactKind.RELEASE && money.signum() == 0) {
            throw new MoneyException(key + " moves nothing: zero is no fact about money");
        }
        if (!BOTH_WAYS.contains(key.kind()) && money.signum() < 0) {
            throw new MoneyException(
                    key + " is below zero; money that goes back is a REFUND, a correction an ADJUSTMENT");
        }
        if (tax < 0 || (tax > 0 && (key.kind() != FactKind.CHARGE || tax > money.minor()))) {
            throw new MoneyException(key + " has a tax that is no part of a charge");
        }
        if (REFERRING.contains(key.kind()) && about.parent().isEmpty()) {
            throw new MoneyException(key + " does not say what it is of");
        }
        if (key.kind() == FactKind.MIRROR && key.system().equals(collectedBy)) {
            throw new MoneyException(key + " mirrors money into the system that collected it");
        }
    }

    /** A charge of real money at a time that its source gives. */
    public static Fact charge(String system, String id, String collectedBy, Money money, Instant at) {
        return of(FactKind.CHARGE, system, id, collectedBy, money, at);
    }

    /** A refund of a charge of the same system. */
    public static Fact refund(String system, String id, String chargeId, String collectedBy, Money money, Instant at) {
        return of(FactKind.REFUND, system, id, collectedBy, money, at).about(About.NOTHING.of(chargeId));
    }

    /** A fact of real money of any kind, about nothing yet. */
    public static Fact of(FactKind kind, String system, String id, String collectedBy, Money money, Instant at) {
        // What has to refer to something gets a blank reference until it is told which.
        About about = REFERRING.contains(kind) ? About.NOTHING.of("") : About.NOTHING;
        return new Fact(new FactKey(system, id, kind), collectedBy, true, money, 0, at, true, about);
    }

    /**
     * What another system was told of a charge. Nothing that is a mirror itself, or carries a key of ours, can be mirrored.
     *
     * @param system the system that was told
     * @param id the id of this telling
     * @param difference what it was told more or less than before
     */
    public static Fact mirror(String system, String id, Fact charge, Money difference, Instant at) {
        if (charge.kind() != FactKind.CHARGE || charge.isEcho()) {
            throw new MoneyException(charge.key() + " is no money of its own, so it is not mirrored");
        }
        if (charge.key().system().equals(system)) {
            throw new MoneyException(charge.key() + " is not mirrored into the system that it is from");
        }
        return new Fact(
                new FactKey(system, id, FactKind.MIRROR),
                charge.collectedBy,
                charge.live,
                difference,
                0,
                at,
                true,
                charge.about.of(charge.key.toString()));
    }

    /** A person's decision that a held fact counts. */
    public static Fact release(FactKey held, Money zero, Instant at) {
        return new Fact(
                new FactKey(held.system(), held.kind() + ":" + held.id(), FactKind.RELEASE),
                held.system(),
                true,
                zero,
                0,
                at,
                true,
                About.NOTHING.of(held.toString()));
    }

    /** The same fact, about this. */
    public Fact about(About what) {
        return new Fact(key, collectedBy, live, money, tax, at, dated, what);
    }

    /** The same charge, of which this much is tax. */
    public Fact taxed(Money part) {
        return new Fact(key, collectedBy, live, money, money.plus(part).minor() - money.minor(), at, dated, about);
    }

    /** The same fact of test money. */
    public Fact inTest() {
        return new Fact(key, collectedBy, false, money, tax, at, dated, about);
    }

    /** The same fact, whose time is only that of its first sighting. */
    public Fact undated() {
        return new Fact(key, collectedBy, live, money, tax, at, false, about);
    }

    /** What it says. */
    public FactKind kind() {
        return key.kind();
    }

    /** Whether it is what we wrote ourselves, read back. */
    public boolean isEcho() {
        return about.ownKey().isPresent();
    }

    /** The first charge that this one belongs to, as a key; of a charge without parent its own. */
    Optional<String> charge() {
        if (kind() == FactKind.CHARGE && about.parent().isEmpty()) {
            return Optional.of(key.id());
        }
        return about.parent();
    }
}
