package dev.membersync.sync.payment;

import dev.membersync.sync.payment.Account.Kind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reconciliation of each day, currency and collector. Days without a movement have no line. Immutable.
 *
 * @param lines by currency, collector and day
 * @param charges how many charges count
 * @param matched how many of those that are to be mirrored agree with their mirror
 * @param expected how many are to be mirrored
 * @param agreements the same as money, by currency
 * @param discrepancies what does not agree
 */
public record DailyReport(
        List<DailyLine> lines,
        long charges,
        long matched,
        long expected,
        List<Agreement> agreements,
        List<Discrepancy> discrepancies) {
    private static final List<FactKind> MOVING = List.of(
            FactKind.CHARGE,
            FactKind.REFUND,
            FactKind.DISPUTE_LOST,
            FactKind.FEE,
            FactKind.PAYOUT,
            FactKind.ADJUSTMENT);

    /** Copies the lists. */
    public DailyReport {
        lines = List.copyOf(lines);
        agreements = List.copyOf(agreements);
        discrepancies = List.copyOf(discrepancies);
    }

    private record Group(String currency, String collector) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return Comparator.comparing(Group::currency)
                    .thenComparing(Group::collector)
                    .compare(this, other);
        }
    }

    /**
     * The report of a ledger.
     *
     * @param zone where days begin
     * @param rules whose payments are to be mirrored
     */
    public static DailyReport of(
            Ledger ledger, List<Discrepancy> discrepancies, ZoneId zone, ReconciliationRules rules) {
        Map<FactKey, Fact> facts = new java.util.HashMap<>();
        ledger.facts().forEach(fact -> facts.put(fact.key(), fact));
        SortedMap<Group, SortedMap<LocalDate, List<Entry>>> days = new TreeMap<>();
        for (Entry entry : ledger.entries()) {
            Fact fact = facts.get(entry.fact());
            if (fact != null && MOVING.contains(fact.kind())) {
                days.computeIfAbsent(new Group(fact.money().code(), fact.collectedBy()), unused -> new TreeMap<>())
                        .computeIfAbsent(LocalDate.ofInstant(entry.at(), zone), unused -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<DailyLine> lines = new ArrayList<>();
        days.forEach((group, entries) -> {
            Money held = Money.zero(group.currency());
            for (var day : entries.entrySet()) {
                DailyLine line = line(day.getKey(), group, held, day.getValue(), facts);
                lines.add(line);
                held = line.closing();
            }
        });
        List<Agreement> agreements = agreements(ledger, expected(ledger, rules));
        return new DailyReport(
                lines,
                ledger.entries().stream()
                        .filter(entry -> entry.fact().kind() == FactKind.CHARGE)
                        .count(),
                agreements.stream().mapToLong(Agreement::matchedPayments).sum(),
                agreements.stream().mapToLong(Agreement::payments).sum(),
                agreements,
                discrepancies);
    }

    private static List<Agreement> agreements(Ledger ledger, List<FactKey> expected) {
        SortedMap<String, Agreement> byCurrency = new TreeMap<>();
        for (FactKey charge : expected) {
            Money net = ledger.net(charge).orElseThrow();
            boolean agrees = ledger.mirrored(charge).filter(net::equals).isPresent();
            byCurrency.merge(
                    net.code(),
                    new Agreement(agrees ? net : Money.zero(net.code()), net, agrees ? 1 : 0, 1),
                    Agreement::plus);
        }
        return List.copyOf(byCurrency.values());
    }

    /** Movements come from the facts, the closing from the journal: the two have to meet. */
    private static DailyLine line(
            LocalDate day, Group group, Money opening, List<Entry> entries, Map<FactKey, Fact> facts) {
        Account cash = Account.of(Kind.CASH_CLEARING, group.collector());
        Map<FactKind, Money> moved = new EnumMap<>(FactKind.class);
        Money closing = opening;
        for (Entry entry : entries) {
            Fact fact = facts.get(entry.fact());
            if (fact != null) {
                moved.merge(fact.kind(), fact.money(), Money::plus);
            }
            for (Posting posting : entry.postings()) {
                closing = posting.account().equals(cash) ? closing.plus(posting.money()) : closing;
            }
        }
        Money zero = Money.zero(group.currency());
        return new DailyLine(
                day,
                group.collector(),
                opening,
                moved.getOrDefault(FactKind.CHARGE, zero),
                moved.getOrDefault(FactKind.REFUND, zero),
                moved.getOrDefault(FactKind.DISPUTE_LOST, zero),
                moved.getOrDefault(FactKind.FEE, zero),
                moved.getOrDefault(FactKind.PAYOUT, zero),
                moved.getOrDefault(FactKind.ADJUSTMENT, zero),
                closing);
    }

    private static List<FactKey> expected(Ledger ledger, ReconciliationRules rules) {
        return ledger.families().entrySet().stream()
                .filter(family -> ledger.net(family.getKey()).isPresent()
                        && rules.mirrored().contains(family.getValue().get(0).collectedBy())
                        && family.getValue().stream().noneMatch(Fact::isEcho))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The proof, by currency: what all lines are off, taken together; each is 0 or something is wrong. */
    public SortedMap<String, Long> zeroSums() {
        SortedMap<String, Long> sums = new TreeMap<>();
        lines.forEach(
                line -> sums.merge(line.closing().code(), Math.abs(line.gap().minor()), Math::addExact));
        return sums;
    }

    /** What the journal of a ledger sums to, by currency; each is 0 or something is wrong. */
    public static SortedMap<String, Long> journalSums(Ledger ledger) {
        SortedMap<String, Long> sums = new TreeMap<>();
        ledger.balances()
                .values()
                .forEach(balances -> balances.forEach((Currency currency, Long balance) ->
                        sums.merge(currency.getCurrencyCode(), balance, Math::addExact)));
        return sums;
    }

    /** Whether nothing is open that somebody has to act upon. */
    public boolean isReconciled() {
        return discrepancies.stream().noneMatch(one -> one.kind().isIncident())
                && zeroSums().values().stream().allMatch(sum -> sum == 0);
    }
}
