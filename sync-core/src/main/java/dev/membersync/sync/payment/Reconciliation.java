package dev.membersync.sync.payment;

import static dev.membersync.sync.payment.DiscrepancyKind.ACCESS_VS_MONEY;
import static dev.membersync.sync.payment.DiscrepancyKind.AMOUNT_DIFF;
import static dev.membersync.sync.payment.DiscrepancyKind.CONTRADICTION;
import static dev.membersync.sync.payment.DiscrepancyKind.CURRENCY_DIFF;
import static dev.membersync.sync.payment.DiscrepancyKind.DISPUTE_OPEN;
import static dev.membersync.sync.payment.DiscrepancyKind.DUPLICATE_SUSPECT;
import static dev.membersync.sync.payment.DiscrepancyKind.MISSING_IN_A;
import static dev.membersync.sync.payment.DiscrepancyKind.MISSING_IN_B;
import static dev.membersync.sync.payment.DiscrepancyKind.ORPHAN_PAYMENT;
import static dev.membersync.sync.payment.DiscrepancyKind.REFUND_MISSING;
import static dev.membersync.sync.payment.DiscrepancyKind.STALE_SOURCE;
import static dev.membersync.sync.payment.DiscrepancyKind.STATUS_DRIFT;
import static dev.membersync.sync.payment.DiscrepancyKind.TIMING;
import static dev.membersync.sync.payment.DiscrepancyKind.UNLINKED_REFUND;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what does not agree, in a ledger and in what is known beside it. Nothing here changes anything. */
public final class Reconciliation {
    private final Ledger ledger;
    private final Instant now;
    private final ReconciliationRules rules;
    private final List<Discrepancy> found = new ArrayList<>();

    private Reconciliation(Ledger ledger, Instant now, ReconciliationRules rules) {
        this.ledger = ledger;
        this.now = now;
        this.rules = rules;
    }

    /**
     * Everything that does not agree, each once, in a fixed order.
     *
     * @param standings how orders stood when they were last read
     * @param lastRead when each system was last read to its end
     */
    public static List<Discrepancy> of(
            Ledger ledger,
            Collection<OrderStanding> standings,
            Map<String, Instant> lastRead,
            Instant now,
            ReconciliationRules rules) {
        Reconciliation run = new Reconciliation(ledger, now, rules);
        run.facts();
        ledger.families().forEach(run::sides);
        run.disputes();
        duplicates(ledger)
                .forEach((key, first) -> run.add(
                        DUPLICATE_SUSPECT,
                        key.toString(),
                        "the same member, amount and minute as " + first.key()
                                + "; it is not mirrored before a person decides",
                        first.at()));
        standings.forEach(run::standing);
        lastRead.forEach(run::staleness);
        return List.copyOf(new TreeSet<>(run.found));
    }

    /**
     * Charges that may be another one once more, with that one: the same member, amount and minute under two ids. Only
     * charges whose source gives the time are compared.
     */
    public static Map<FactKey, Fact> duplicates(Ledger ledger) {
        record Same(String userId, Money money, String collector, Instant minute) {}
        Map<Same, Fact> firsts = new HashMap<>();
        Map<FactKey, Fact> suspects = new HashMap<>();
        ledger.facts().stream()
                .filter(fact -> fact.kind() == FactKind.CHARGE
                        && fact.dated()
                        && !fact.isEcho()
                        && fact.about().userId().isPresent())
                .forEach(fact -> {
                    Same same = new Same(
                            fact.about().userId().get(),
                            fact.money(),
                            fact.collectedBy(),
                            fact.at().truncatedTo(ChronoUnit.MINUTES));
                    Fact first = firsts.putIfAbsent(same, fact);
                    if (first != null) {
                        suspects.put(fact.key(), first);
                    }
                });
        return suspects;
    }

    private void facts() {
        ledger.facts().forEach(fact -> {
            DiscrepancyKind rule = ledger.held().get(fact.key());
            if (rule != null) {
                add(rule, fact.key().toString(), fact.money() + " is held and does not count", fact.at());
            }
            if (ledger.parked().contains(fact.key())) {
                add(
                        isLate(fact.at()) ? UNLINKED_REFUND : TIMING,
                        fact.key().toString(),
                        "its charge is not known",
                        fact.at());
            }
        });
        ledger.contradictions()
                .forEach(fact ->
                        add(CONTRADICTION, fact.key().toString(), "it is on record with something else", fact.at()));
    }

    /** Compares what is left of a payment with what the other side was told of it. */
    private void sides(FactKey charge, List<Fact> family) {
        if (family.stream().allMatch(fact -> fact.about().userId().isEmpty())) {
            Instant first = family.get(0).at();
            ledger.net(charge)
                    .ifPresent(net -> add(ORPHAN_PAYMENT, charge.toString(), "no member is known for " + net, first));
        }
        List<Fact> mirrors =
                family.stream().filter(fact -> fact.kind() == FactKind.MIRROR).toList();
        Optional<Money> net = ledger.net(charge);
        Instant last = family.get(family.size() - 1).at();
        if (net.isEmpty()) {
            mirrors.stream().findFirst().ifPresent(mirror -> late(MISSING_IN_A, charge, mirror.money(), mirror.at()));
            return;
        }
        boolean echo = family.stream().anyMatch(Fact::isEcho);
        if (echo || !rules.mirrored().contains(family.get(0).collectedBy())) {
            return;
        }
        if (mirrors.isEmpty()) {
            if (net.get().signum() != 0) {
                late(MISSING_IN_B, charge, net.get(), last);
            }
            return;
        }
        if (mirrors.stream()
                .anyMatch(mirror -> !mirror.money().currency().equals(net.get().currency()))) {
            add(
                    CURRENCY_DIFF,
                    charge.toString(),
                    "it was mirrored in another currency than " + net.get().code(),
                    last);
            return;
        }
        Money told = ledger.mirrored(charge).orElseThrow();
        if (!told.equals(net.get())) {
            boolean more = told.isMoreThan(net.get())
                    && family.stream().anyMatch(fact -> fact.kind() == FactKind.REFUND && ledger.counts(fact));
            String detail = net.get() + " is left of it, the other side was told " + told;
            add(isLate(last) ? more ? REFUND_MISSING : AMOUNT_DIFF : TIMING, charge.toString(), detail, last);
        }
    }

    private void late(DiscrepancyKind kind, FactKey charge, Money money, Instant since) {
        add(isLate(since) ? kind : TIMING, charge.toString(), money + " is known on one side only", since);
    }

    private void disputes() {
        Map<String, List<Fact>> byDispute = ledger.facts().stream()
                .filter(fact -> fact.kind().name().startsWith("DISPUTE"))
                .collect(Collectors.groupingBy(
                        fact -> fact.key().system() + ":" + fact.key().id()));
        byDispute.forEach((dispute, facts) -> {
            if (facts.stream().allMatch(fact -> fact.kind() == FactKind.DISPUTE_OPENED)) {
                add(
                        DISPUTE_OPEN,
                        dispute,
                        facts.get(0).money() + " is disputed; nothing is booked yet",
                        facts.get(0).at());
            }
        });
    }

    private void standing(OrderStanding order) {
        Optional<Money> net = ledger.net(order.charge());
        if (net.isEmpty()) {
            return;
        }
        List<Fact> family = ledger.families().getOrDefault(order.charge(), List.of());
        if (family.stream().anyMatch(Fact::isEcho)) {
            return; // what we wrote is no money, so there is nothing to compare with
        }
        Money paid = sum(family, FactKind.CHARGE, net.get());
        Money refunded = sum(family, FactKind.REFUND, net.get());
        PaymentState state = PaymentState.of(order.owed(), paid, refunded);
        if (state == PaymentState.REFUNDED
                && order.said() == PaymentState.PAID
                && order.owed().signum() == 0) {
            return; // exchanged for free tickets, which admit without money
        }
        Instant last = family.get(family.size() - 1).at();
        if (state != order.said()) {
            add(STATUS_DRIFT, order.order(), "the facts say " + state + ", the order says " + order.said(), last);
        }
        if (state == PaymentState.REFUNDED && order.admitted() > 0) {
            add(ACCESS_VS_MONEY, order.order(), "refunded, and " + order.admitted() + " tickets still admit", last);
        }
        if (order.admitted() == 0 && order.ended() > 0 && net.get().signum() > 0) {
            add(ACCESS_VS_MONEY, order.order(), "no ticket admits, and " + net.get() + " is kept", last);
        }
    }

    private Money sum(List<Fact> family, FactKind kind, Money like) {
        return Money.sum(
                new Money(0, like.currency()),
                family.stream()
                        .filter(fact -> fact.kind() == kind && ledger.counts(fact))
                        .map(Fact::money)
                        .toList());
    }

    private void staleness(String system, Instant read) {
        if (read.plus(rules.staleAfter()).isBefore(now)) {
            add(STALE_SOURCE, system, "it was last read to its end at " + read, read);
        }
    }

    private boolean isLate(Instant since) {
        return since.plus(rules.window()).isBefore(now);
    }

    private void add(DiscrepancyKind kind, String subject, String detail, Instant since) {
        found.add(new Discrepancy(kind, subject, detail, since));
    }
}
