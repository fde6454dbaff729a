package dev.membersync.eventops.analytics;

import dev.membersync.eventops.analytics.Kpi.Section;
import dev.membersync.eventops.analytics.Kpi.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Sales, refunds and fees: a row for each currency, never one sum of several. */
final class MoneyKpis {
    static final List<Formula> ROWS = List.of(
            Formula.money(
                    "gross-sales",
                    "Gross sales",
                    "sum of what was charged, before refunds",
                    Unit.MINOR_UNITS,
                    facts -> each(facts, sales -> Figure.plain(sales.gross()).aboutPeople(sales.payers())),
                    Input.AMOUNTS),
            Formula.money(
                    "refunds",
                    "Refunds",
                    "sum of what went back",
                    Unit.MINOR_UNITS,
                    facts -> each(facts, sales -> Figure.plain(sales.refunded()).aboutPeople(sales.people())),
                    Input.AMOUNTS),
            Formula.money(
                    "net-sales",
                    "Net sales",
                    "gross sales - refunds - lost disputes",
                    Unit.MINOR_UNITS,
                    facts -> each(
                            facts,
                            sales -> Figure.plain(sales.net())
                                    .aboutPeople(sales.people())
                                    .noting(sales.note())),
                    Input.AMOUNTS),
            Formula.money(
                    "fees",
                    "Fees",
                    "processor fees + platform fees - returned fees",
                    Unit.MINOR_UNITS,
                    facts -> each(facts, sales -> Figure.plain(sales.fees()).aboutPeople(sales.payers())),
                    Input.AMOUNTS,
                    Input.FEES),
            Formula.money(
                    "net-after-fees",
                    "Net after fees",
                    "net sales - processor fees - platform fees + returned fees",
                    Unit.MINOR_UNITS,
                    facts -> each(
                            facts,
                            sales -> Figure.plain(Math.subtractExact(sales.net(), sales.fees()))
                                    .aboutPeople(sales.people())
                                    .noting(sales.note())),
                    Input.AMOUNTS,
                    Input.FEES),
            Formula.money(
                    "net-sales-per-attendee",
                    "Net sales per attendee",
                    "net sales / distinct checked-in people, of all currencies",
                    Unit.MINOR_UNITS,
                    facts -> each(
                            facts,
                            sales -> Figure.quotient(
                                            sales.net(), facts.attendees().count(), Unit.MINOR_UNITS)
                                    .aboutPeople(LongStream.concat(
                                            sales.people(),
                                            LongStream.of(facts.attendees().count())))
                                    .noting(sales.note())),
                    Input.AMOUNTS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.money(
                    "revenue-per-eligible-member",
                    "Event revenue per eligible member",
                    "net sales of registrations whose holder is an eligible member / eligible members",
                    Unit.MINOR_UNITS,
                    MoneyKpis::memberRevenue,
                    Input.AMOUNTS,
                    Input.MEMBERS),
            Formula.money(
                    "member-discount-cost",
                    "Member discount cost",
                    "sum over tickets sold under a member price of (standard price at purchase - price paid before"
                            + " refunds)",
                    Unit.MINOR_UNITS,
                    MoneyKpis::discountCost,
                    Input.AMOUNTS,
                    Input.CREATED,
                    Input.PRICES),
            Formula.money(
                    "refund-rate-value",
                    "Refund rate by value",
                    "refunds / gross sales",
                    Unit.RATIO,
                    facts -> each(
                            facts,
                            sales -> Figure.quotient(sales.refunded(), sales.gross(), Unit.RATIO)
                                    .aboutPeople(sales.people())),
                    Input.AMOUNTS),
            Formula.one(
                    Section.MONEY,
                    "refund-rate-count",
                    "Refund rate by orders",
                    "orders with any refund / live orders, free and unpaid ones included",
                    Unit.RATIO,
                    facts -> Figure.share(
                            Crowd.of(orders(facts.live().stream()
                                            .filter(one -> one.amounts()
                                                    .filter(money -> money.refunded() > 0)
                                                    .isPresent()))
                                    .size()),
                            Crowd.of(orders(facts.live().stream()).size())),
                    Input.AMOUNTS),
            Formula.one(
                    Section.MONEY,
                    "dispute-rate",
                    "Dispute rate",
                    "disputes opened / card payments; one order is one payment",
                    Unit.RATIO,
                    facts -> Figure.share(
                            Crowd.of(facts.own().disputes().stream()
                                    .flatMap(List::stream)
                                    .map(OwnFacts.Dispute::id)
                                    .distinct()
                                    .count()),
                            Crowd.of(orders(facts.live().stream()
                                            .filter(one -> one.card().orElse(false)))
                                    .size())),
                    Input.DISPUTES,
                    Input.CARD),
            code("code-uses", "Uses of discount codes", "uses of each code", Unit.COUNT, uses -> 1),
            code(
                    "code-revenue",
                    "Revenue with discount codes",
                    "what the orders of each code brought",
                    Unit.MINOR_UNITS,
                    OwnFacts.CodeUse::revenue),
            code(
                    "code-discount",
                    "Discount of discount codes",
                    "what each code took off",
                    Unit.MINOR_UNITS,
                    OwnFacts.CodeUse::discount));

    private MoneyKpis() {}

    /** The sums of one currency, and how many people stand behind them. */
    private record Sales(
            Currency currency,
            long gross,
            long refunded,
            long lost,
            long fees,
            long paying,
            long givenBack,
            String note) {
        long net() {
            return Math.subtractExact(Math.subtractExact(gross, refunded), lost);
        }

        LongStream payers() {
            return LongStream.of(paying);
        }

        LongStream people() {
            return LongStream.of(paying, givenBack);
        }
    }

    private static List<Figure> each(Facts facts, Function<Sales, Figure> figure) {
        return sales(facts, facts.live()).values().stream()
                .map(sales -> figure.apply(sales).in(sales.currency()))
                .toList();
    }

    private static SortedMap<String, Sales> sales(Facts facts, Collection<RegistrationFact> some) {
        Map<Currency, List<RegistrationFact>> byCurrency = some.stream()
                .filter(one -> one.amounts().isPresent())
                .collect(
                        Collectors.groupingBy(one -> one.amounts().orElseThrow().currency()));
        SortedMap<String, Sales> all = new TreeMap<>();
        byCurrency.forEach((currency, rows) -> all.put(currency.getCurrencyCode(), sales(facts, currency, rows)));
        return all;
    }

    private static Sales sales(Facts facts, Currency currency, List<RegistrationFact> rows) {
        Set<String> ids = rows.stream().map(RegistrationFact::id).collect(Collectors.toSet());
        List<OwnFacts.Dispute> lost = facts.own().disputes().stream()
                .flatMap(List::stream)
                .filter(one -> one.lost() && one.currency().equals(currency) && ids.contains(one.registration()))
                .toList();
        Set<String> givenBack = new HashSet<>(people(rows, Amounts::refunded));
        Set<String> disputed = lost.stream().map(OwnFacts.Dispute::registration).collect(Collectors.toSet());
        rows.stream().filter(one -> disputed.contains(one.id())).forEach(one -> givenBack.add(one.holder()));
        return new Sales(
                currency,
                sum(rows, Amounts::gross),
                sum(rows, Amounts::refunded),
                lost.stream().mapToLong(OwnFacts.Dispute::minor).reduce(0, Math::addExact),
                sum(rows, money -> Math.subtractExact(money.fee().orElse(0), money.feeReturned())),
                people(rows, Amounts::gross).size(),
                givenBack.size(),
                facts.own().disputes().isPresent() ? "" : "disputes are not included: none were given");
    }

    private static Set<String> people(List<RegistrationFact> rows, ToLongFunction<Amounts> amount) {
        return rows.stream()
                .filter(one -> amount.applyAsLong(one.amounts().orElseThrow()) > 0)
                .map(RegistrationFact::holder)
                .collect(Collectors.toSet());
    }

    private static long sum(List<RegistrationFact> rows, ToLongFunction<Amounts> amount) {
        return rows.stream()
                .mapToLong(one -> amount.applyAsLong(one.amounts().orElseThrow()))
                .reduce(0, Math::addExact);
    }

    private static List<Figure> memberRevenue(Facts facts) {
        SortedMap<String, Sales> members =
                sales(facts, facts.live().stream().filter(facts::isEligible).toList());
        Crowd eligible = facts.eligibleCrowd();
        return sales(facts, facts.live()).values().stream()
                .map(all -> {
                    Sales sales = members.getOrDefault(
                            all.currency().getCurrencyCode(), new Sales(all.currency(), 0, 0, 0, 0, 0, 0, all.note()));
                    return Figure.quotient(sales.net(), eligible.count(), Unit.MINOR_UNITS)
                            .aboutPeople(LongStream.concat(
                                    sales.people(),
                                    LongStream.of(eligible.count(), eligible.gap(), all.paying() - sales.paying())))
                            .in(all.currency())
                            .noting(sales.note())
                            .noting(facts.membershipNote());
                })
                .toList();
    }

    private static List<Figure> discountCost(Facts facts) {
        SortedMap<String, List<RegistrationFact>> byCurrency = facts.memberTickets()
                .collect(Collectors.groupingBy(
                        one -> one.amounts().orElseThrow().currency().getCurrencyCode(),
                        TreeMap::new,
                        Collectors.toList()));
        List<Figure> figures = new ArrayList<>();
        byCurrency.forEach((code, rows) -> {
            long cost = rows.stream()
                    .mapToLong(one -> Math.subtractExact(
                            facts.standardPrice(one).orElseThrow().minor(),
                            one.amounts().orElseThrow().gross()))
                    .reduce(0, Math::addExact);
            figures.add(Figure.plain(cost)
                    .aboutPeople(LongStream.of(Facts.holders(rows).size()))
                    .in(Currency.getInstance(code)));
        });
        return figures;
    }

    private static Set<String> orders(Stream<RegistrationFact> some) {
        return some.map(RegistrationFact::order)
                .filter(order -> !order.isBlank())
                .collect(Collectors.toSet());
    }

    private static Formula code(
            String id, String title, String formula, Unit unit, ToLongFunction<OwnFacts.CodeUse> what) {
        return Formula.many(
                Section.MONEY,
                id,
                title,
                "code",
                formula,
                unit,
                Shape.PARTITION,
                facts -> byCode(facts.own().codeUses().orElse(List.of()), unit, what),
                Input.CODE_USES);
    }

    private static List<Figure> byCode(List<OwnFacts.CodeUse> uses, Unit unit, ToLongFunction<OwnFacts.CodeUse> what) {
        record Group(String code, String currency) {}
        Map<Group, List<OwnFacts.CodeUse>> groups = uses.stream()
                .collect(Collectors.groupingBy(
                        use -> new Group(
                                use.code(),
                                unit == Unit.MINOR_UNITS ? use.currency().getCurrencyCode() : ""),
                        () -> new TreeMap<>(Comparator.comparing(Group::code).thenComparing(Group::currency)),
                        Collectors.toList()));
        List<Figure> figures = new ArrayList<>();
        groups.forEach((group, some) -> {
            Figure figure = Figure.plain(some.stream().mapToLong(what).reduce(0, Math::addExact))
                    .aboutPeople(LongStream.of(some.size()))
                    .of(group.code());
            figures.add(group.currency().isEmpty() ? figure : figure.in(Currency.getInstance(group.currency())));
        });
        return figures;
    }
}
