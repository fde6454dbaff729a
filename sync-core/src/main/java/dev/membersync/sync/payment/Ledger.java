package dev.membersync.sync.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a set of facts comes to: which of them count, the journal, and the balances. A pure function of the set: the order
 * in which facts came, and how often, makes no difference. Immutable.
 *
 * <p>A refund whose charge is not there yet is parked and counts as soon as it is; a fact that breaks a rule is held, and
 * counts only when a person releases it.
 */
public final class Ledger {
    private final Families families;
    private final Map<FactKey, DiscrepancyKind> held;
    private final Set<FactKey> parked;
    private final List<Entry> entries;

    private Ledger(Families families, Map<FactKey, DiscrepancyKind> held, Set<FactKey> parked, List<Entry> entries) {
        this.families = families;
        this.held = Map.copyOf(held);
        this.parked = Set.copyOf(parked);
        this.entries = List.copyOf(entries);
    }

    /** The ledger of the live facts among these. */
    public static Ledger of(Collection<Fact> facts) {
        return of(facts, true);
    }

    /** The ledger of the live facts, or of the test facts; the two never meet. */
    public static Ledger of(Collection<Fact> facts, boolean live) {
        Set<String> released = facts.stream()
                .filter(fact -> fact.kind() == FactKind.RELEASE)
                .flatMap(fact -> fact.about().parent().stream())
                .collect(Collectors.toUnmodifiableSet());
        Families families =
                new Families(facts.stream().filter(fact -> fact.live() == live).toList());
        Judge judge = new Judge(released);
        families.families().forEach(judge::family);
        families.alone().forEach(judge::alone);
        Set<String> won = won(families);
        Journaling journaling = new Journaling(fact -> purpose(families, fact));
        List<Entry> entries = new ArrayList<>();
        families.facts().stream().sorted(Families.ORDER).forEach(fact -> {
            boolean counts =
                    !judge.held().containsKey(fact.key()) && !judge.parked().contains(fact.key());
            boolean dropped = fact.kind() == FactKind.DISPUTE_LOST && won.contains(disputed(fact));
            if (counts && !dropped && !fact.isEcho()) {
                entries.addAll(journaling.entries(fact));
            }
        });
        return new Ledger(families, judge.held(), judge.parked(), entries);
    }

    /** The disputes that were lost once and are won at last. */
    private static Set<String> won(Families families) {
        Set<String> won = new HashSet<>();
        families.families().values().forEach(family -> {
            Set<String> lost = Judge.lost(family);
            family.stream()
                    .filter(fact -> fact.kind() == FactKind.DISPUTE_LOST
                            && !lost.contains(fact.key().id()))
                    .forEach(fact -> won.add(disputed(fact)));
        });
        return won;
    }

    private static String disputed(Fact fact) {
        return fact.key().system() + ":" + fact.key().id();
    }

    private static String purpose(Families families, Fact fact) {
        Optional<Fact> charge = fact.kind() == FactKind.CHARGE
                ? Optional.of(fact)
                : families.root(fact).flatMap(families::find);
        return charge.flatMap(one -> one.about().purpose()).orElse("");
    }

    /** The journal, by time. */
    public List<Entry> entries() {
        return entries;
    }

    /** Facts that break a rule, and which one; they do not count. */
    public Map<FactKey, DiscrepancyKind> held() {
        return held;
    }

    /** Facts whose charge is not there yet; they do not count. */
    public Set<FactKey> parked() {
        return parked;
    }

    /** Whether a fact counts. */
    public boolean counts(Fact fact) {
        return !fact.isEcho() && !held.containsKey(fact.key()) && !parked.contains(fact.key());
    }

    /** The facts by the key of their first charge, which may be missing; each by its own time. */
    public SortedMap<FactKey, List<Fact>> families() {
        return families.families();
    }

    /** Every fact once, by its own time. */
    public List<Fact> facts() {
        return families.facts().stream().sorted(Families.ORDER).toList();
    }

    /** Facts that say something else than an earlier one with their key. */
    public List<Fact> contradictions() {
        return families.contradictions();
    }

    /** The balance of each account in minor units, by currency: debit above zero. */
    public SortedMap<Account, Map<Currency, Long>> balances() {
        SortedMap<Account, Map<Currency, Long>> balances = new TreeMap<>();
        entries.forEach(entry -> entry.postings()
                .forEach(line -> balances.computeIfAbsent(line.account(), unused -> new java.util.HashMap<>())
                        .merge(line.money().currency(), line.money().minor(), Math::addExact)));
        return balances;
    }

    /** The balance of one account in one currency. */
    public Money balance(Account account, String currency) {
        Currency known = Money.currency(currency);
        return new Money(balances().getOrDefault(account, Map.of()).getOrDefault(known, 0L), known);
    }

    /** What is left of a payment after refunds, of the facts that count; empty when its first charge is not there. */
    public Optional<Money> net(FactKey charge) {
        return families.find(charge)
                .map(first -> families.families().getOrDefault(charge, List.of()).stream()
                        .filter(this::counts)
                        .filter(fact -> fact.kind() == FactKind.CHARGE || fact.kind() == FactKind.REFUND)
                        .map(fact -> fact.kind() == FactKind.CHARGE
                                ? fact.money()
                                : fact.money().negated())
                        .reduce(new Money(0, first.money().currency()), Money::plus));
    }

    /** What other systems were told of a payment, in the currency of the payment; empty when nothing. */
    public Optional<Money> mirrored(FactKey charge) {
        return families.families().getOrDefault(charge, List.of()).stream()
                .filter(fact -> fact.kind() == FactKind.MIRROR && counts(fact))
                .map(Fact::money)
                .reduce(Money::plus);
    }
}
