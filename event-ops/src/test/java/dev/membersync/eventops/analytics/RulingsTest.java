package dev.membersync.eventops.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.membersync.eventops.analytics.RegistrationFact.Link;
import dev.membersync.eventops.analytics.ScanFact.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the notes leave open about figures, each ruling by an example. */
class RulingsTest {
    private static final Instant START = Golden.START;
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    @DisplayName("K1: a person counts at a step only if counted at every earlier one")
    void stepsAreNested() {
        Dataset data = data(some("R1", "A"), some("R2", "B"))
                .withScans(List.of(scan("S1", "R1", 0), scan("S2", "R2", 5)), START)
                .withOwn(
                        OwnFacts.none()
                                .withInvites(List.of(new OwnFacts.Invite("A", true), new OwnFacts.Invite("C", true))),
                        START);

        assertThat(parts(data, "invite-funnel"))
                .containsExactly(
                        entry("checked in", "1/1"),
                        entry("invited", "2/2"),
                        entry("opened", "2/2"),
                        entry("paid", "1/1"),
                        entry("registered", "1/2"));
    }

    @Test
    @DisplayName("K2: a payment is one order, whatever its number of tickets")
    void disputesAreByOrders() {
        Dataset data = data(inOrder("R1", "O1"), inOrder("R2", "O1"), inOrder("R3", "O2"))
                .withOwn(
                        OwnFacts.none().withDisputes(List.of(new OwnFacts.Dispute("D1", "R1", USD, 1000, false))),
                        START);

        assertThat(parts(data, "dispute-rate")).containsExactly(entry("", "1/2"));
    }

    @Test
    @DisplayName("K3: a full refund leaves the sell-through, a lost dispute does not")
    void soldIsWhatIsNotFullyRefunded() {
        Dataset data = data(
                        some("R1", "A"),
                        status("R2", PaymentStatus.REFUNDED),
                        status("R3", PaymentStatus.PARTIALLY_REFUNDED),
                        status("R4", PaymentStatus.COMPLIMENTARY),
                        status("R5", PaymentStatus.UNPAID))
                .withOwn(
                        OwnFacts.none().withDisputes(List.of(new OwnFacts.Dispute("D1", "R1", USD, 1000, true))),
                        START);

        assertThat(parts(data, "sell-through")).containsExactly(entry("", "3/20"));
        assertThat(parts(data, "not-yet-sold")).containsExactly(entry("pending", "1/20"));
    }

    @Test
    @DisplayName("K4: re-admissions are not counted")
    void onlyTheFirstAdmissionCounts() {
        Dataset data = data(some("R1", "A"))
                .withScans(
                        List.of(
                                scan("S1", "R1", 0),
                                new ScanFact("S2", "R1", "g", at(600), Outcome.EXIT, false),
                                scan("S3", "R1", 3600)),
                        START);

        assertThat(values(data, "arrivals")).containsExactly(entry("2026-05-12T18:00:00+02:00", "1"));
        assertThat(values(data, "checked-in")).containsExactly(entry("", "1"));
    }

    @Test
    @DisplayName("K5: percentiles are by nearest rank")
    void percentilesAreByNearestRank() {
        List<RegistrationFact> people = new ArrayList<>();
        List<ScanFact> scans = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            people.add(some("R" + i, "P" + i));
            scans.add(scan("S" + i, "R" + i, i * 100L));
        }
        Dataset data = data(people.toArray(RegistrationFact[]::new)).withScans(scans, START);

        assertThat(values(data, "arrival-time")).containsExactly(entry("p50", "500"), entry("p90", "900"));
        assertThat(Ranks.percentile(List.of(7L), 50)).isEqualTo(7);
    }

    @Test
    @DisplayName("K6: exits are scans; a re-read on the same device within 3 s, edge included, is none")
    void rereadsAreNoScans() {
        Dataset data = data(some("R1", "A"))
                .withScans(
                        List.of(
                                scan("S1", "R1", 0),
                                repeat("S2", "g", 3),
                                repeat("S3", "other", 3),
                                repeat("S4", "g", 7),
                                new ScanFact("S5", "R1", "g", at(900), Outcome.EXIT, false)),
                        START);

        assertThat(parts(data, "duplicate-scan-rate")).containsExactly(entry("", "2/4"));
    }

    @Test
    @DisplayName("K7: the denominator is the same in every currency row")
    void attendeesAreOfAllCurrencies() {
        Dataset data = data(some("R1", "A"), in("R2", "B", "EUR", 3000))
                .withScans(List.of(scan("S1", "R1", 0), scan("S2", "R2", 5)), START);

        assertThat(parts(data, "net-sales-per-attendee"))
                .containsExactly(entry("EUR", "3000/2"), entry("USD", "1000/2"));
        assertThat(values(data, "gross-sales")).containsExactly(entry("EUR", "3000"), entry("USD", "1000"));
    }

    @Test
    @DisplayName("K8: member tickets are those under a member price, complimentary ones not; paid is before refunds")
    void discountsAreOfMemberTickets() {
        RegistrationFact member = member("R1", PaymentStatus.PARTIALLY_REFUNDED, 1000, 400);
        Dataset data = data(member, member("R2", PaymentStatus.COMPLIMENTARY, 0, 0), some("R3", "C"))
                .withOwn(
                        OwnFacts.none()
                                .withPrices(List.of(
                                        new OwnFacts.StandardPrice("Class", START.minusSeconds(9 * 86_400), USD, 1500),
                                        new OwnFacts.StandardPrice("Class", START, USD, 9999))),
                        START);

        assertThat(values(data, "member-discount-cost")).containsExactly(entry("USD", "500"));
    }

    @Test
    @DisplayName("K9: orders are all live ones, free and unpaid too; any refund makes a refunded order")
    void refundsAreByOrders() {
        Dataset data = data(
                some("R1", "A"),
                status("R2", PaymentStatus.UNPAID),
                status("R3", PaymentStatus.COMPLIMENTARY),
                member("R4", PaymentStatus.PARTIALLY_REFUNDED, 1000, 1));

        assertThat(parts(data, "refund-rate-count")).containsExactly(entry("", "1/4"));
    }

    @Test
    @DisplayName("K10: the plan on record whatever its status, none where known, unknown where the link is missing")
    void plansAreThoseOnRecord() {
        Dataset data = data(
                        linked("R1", "M1", Link.MEMBER),
                        linked("R2", "M2", Link.MEMBER),
                        linked("R3", "X", Link.NOT_A_MEMBER),
                        linked("R4", "Y", Link.UNKNOWN),
                        linked("R5", "Z", Link.MEMBER))
                .withMembers(
                        List.of(memberFact("M1", false, Optional.of("Gold")), memberFact("M2", true, Optional.empty())),
                        START)
                .withScans(
                        List.of(
                                scan("S1", "R1", 0),
                                scan("S2", "R2", 1),
                                scan("S3", "R3", 2),
                                scan("S4", "R4", 3),
                                scan("S5", "R5", 4)),
                        START);

        assertThat(parts(data, "plan-mix"))
                .containsExactly(entry("Gold", "1/5"), entry("none", "2/5"), entry("unknown", "2/5"));
    }

    @Test
    @DisplayName("K11: a non-member is anyone without a current membership at event start")
    void lapsedAndUnlinkedPeopleMayJoin() {
        MemberFact later =
                new MemberFact("M2", "active", true, START, Optional.of("Gold"), Optional.of(LocalDate.of(2026, 6, 1)));
        Dataset data = data(
                        linked("R1", "M1", Link.MEMBER),
                        linked("R2", "M2", Link.MEMBER),
                        linked("R3", "M3", Link.MEMBER),
                        linked("R4", "Y", Link.UNKNOWN))
                .withMembers(
                        List.of(
                                new MemberFact(
                                        "M1",
                                        "active",
                                        true,
                                        START,
                                        Optional.of("Gold"),
                                        Optional.of(LocalDate.of(2020, 1, 1))),
                                later,
                                memberFact("M3", false, Optional.of("Gold"))),
                        START)
                .withScans(
                        List.of(scan("S1", "R1", 0), scan("S2", "R2", 1), scan("S3", "R3", 2), scan("S4", "R4", 3)),
                        START);

        assertThat(parts(data, "join-after-event")).containsExactly(entry("", "1/3"));
    }

    @Test
    @DisplayName("K12: link coverage is of all live registrations, cancelled ones included")
    void coverageIsOfAllLiveRegistrations() {
        RegistrationFact cancelled = new Changed(linked("R1", "X", Link.UNKNOWN)).admits(false);
        Dataset data = data(cancelled, linked("R2", "Y", Link.NOT_A_MEMBER), new Changed(some("R3", "Z")).live(false));

        assertThat(parts(data, "link-coverage")).containsExactly(entry("", "1/2"));
    }

    @Test
    void netSalesSayWhetherDisputesAreIncluded() {
        Dataset without = data(some("R1", "A"));
        Dataset with = without.withOwn(
                OwnFacts.none().withDisputes(List.of(new OwnFacts.Dispute("D1", "R1", USD, 300, true))), START);

        assertThat(figures(without, "net-sales").get(0).note()).contains("disputes are not included");
        assertThat(figures(with, "net-sales").get(0).note()).isEmpty();
        assertThat(values(with, "net-sales")).containsExactly(entry("USD", "700"));
    }

    @Test
    void aDenominatorOfNothingGivesNoValue() {
        Figure rate =
                figures(data().withScans(List.of(), START), "attendance-rate").get(0);

        assertThat(rate.denominator()).isEqualTo(OptionalLong.of(0));
        assertThat(rate.value()).isEmpty();
    }

    @Test
    void testModeIsInNoFigure() {
        Dataset data = data(some("R1", "A"), new Changed(some("R2", "B")).live(false));

        assertThat(values(data, "registrations")).containsExactly(entry("", "1"));
        assertThat(values(data, "gross-sales")).containsExactly(entry("USD", "1000"));
    }

    @Test
    void beforeTheEventIsOverNobodyIsANoShow() {
        Dataset early = new Dataset(
                Golden.EVENT,
                START,
                Map.of(),
                List.of(some("R1", "A")),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OwnFacts.none());

        assertThat(Report.of(early).result("no-show-rate").orElseThrow().missing())
                .containsExactly(Input.EVENT_OVER);
        assertThat(parts(early, "not-yet-arrived")).containsExactly(entry("", "1/1"));
    }

    @Test
    void withoutExitsUtilisationSaysWhatItIs() {
        Dataset data = data(some("R1", "A"), some("R2", "B"));
        ScanFact out = new ScanFact("S3", "R1", "g", at(60), Outcome.EXIT, false);
        List<ScanFact> in = List.of(scan("S1", "R1", 0), scan("S2", "R2", 120));

        Figure admitted =
                figures(data.withScans(in, START), "capacity-utilisation").get(0);
        Figure inside = figures(data.withScans(List.of(in.get(0), out, in.get(1)), START), "capacity-utilisation")
                .get(0);

        assertThat(admitted.numerator()).hasValue(2);
        assertThat(admitted.note()).contains("no exits");
        assertThat(inside.numerator()).hasValue(1);
        assertThat(inside.note()).isEmpty();
    }

    @Test
    void membershipThatWasReadLaterIsSaid() {
        Dataset data = data(some("R1", "A"))
                .withMembers(
                        List.of(new MemberFact(
                                "M1", "active", true, START.plusSeconds(60), Optional.empty(), Optional.empty())),
                        START);

        assertThat(figures(data, "eligible-members").get(0).note()).contains("not of event start");
    }

    @Test
    void renewalsAreByDueMonthAndOnlyAfterTheGrace() {
        Dataset data = data(some("R1", "A"))
                .withOwn(
                        OwnFacts.none()
                                .withRenewals(
                                        List.of(
                                                renewal("A", "2026-03-10", "2026-03-15", false),
                                                renewal("B", "2026-03-11", "", true),
                                                renewal("C", "2026-03-12", "2026-05-01", true),
                                                renewal("D", "2026-05-10", "", false)),
                                        Duration.ofDays(30)),
                        START);

        assertThat(parts(data, "renewal-rate")).containsExactly(entry("2026-03", "1/3"));
        assertThat(parts(data, "involuntary-churn")).containsExactly(entry("", "1/4"));
    }

    @Test
    void renewalUpliftIsADifferenceOfRates() {
        Dataset data = data(linked("R1", "A", Link.MEMBER), linked("R2", "B", Link.MEMBER))
                .withMembers(
                        List.of(
                                memberFact("A", true, Optional.of("Gold")),
                                memberFact("B", true, Optional.of("Gold")),
                                memberFact("C", true, Optional.of("Gold"))),
                        START)
                .withScans(List.of(scan("S1", "R1", 0), scan("S2", "R2", 9)), START)
                .withOwn(
                        OwnFacts.none()
                                .withRenewals(
                                        List.of(
                                                renewal("A", "2026-03-10", "2026-03-15", false),
                                                renewal("B", "2026-03-11", "", false),
                                                renewal("C", "2026-03-12", "", false)),
                                        Duration.ofDays(30)),
                        START);

        assertThat(values(data, "renewal-uplift")).containsExactly(entry("Gold / unknown", "0.5000"));
        assertThat(figures(data, "renewal-uplift").get(0).note()).isEqualTo("association, not cause");
    }

    @Test
    void retentionAndFirstTimersLookAtEarlierEditions() {
        Dataset data = data(some("R1", "A"), some("R2", "B"))
                .withScans(List.of(scan("S1", "R1", 0), scan("S2", "R2", 9)), START)
                .withEditions(
                        List.of(
                                new Edition("2024", START.minusSeconds(700L * 86_400), Set.of("B"), List.of()),
                                new Edition("2025", START.minusSeconds(365L * 86_400), Set.of("A", "X"), List.of())),
                        START);

        assertThat(parts(data, "attendee-retention")).containsExactly(entry("", "1/2"));
        assertThat(parts(data, "first-timer-share")).containsExactly(entry("", "0/2"));
    }

    private static OwnFacts.Renewal renewal(String person, String due, String renewed, boolean failed) {
        return new OwnFacts.Renewal(
                person,
                LocalDate.parse(due),
                renewed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(renewed)),
                true,
                failed);
    }

    /** A registration with something else about it. */
    private record Changed(RegistrationFact one) {
        RegistrationFact admits(boolean value) {
            return change(one.link(), one.status(), value, one.live(), one.amounts(), one.memberPrice());
        }

        RegistrationFact live(boolean value) {
            return change(one.link(), one.status(), one.admits(), value, one.amounts(), one.memberPrice());
        }

        RegistrationFact change(
                Link link,
                PaymentStatus status,
                boolean admits,
                boolean live,
                Optional<Amounts> amounts,
                boolean memberPrice) {
            return new RegistrationFact(
                    one.id(),
                    one.order(),
                    one.holder(),
                    one.buyer(),
                    link,
                    one.ticketClass(),
                    status,
                    admits,
                    amounts,
                    one.created(),
                    one.card(),
                    one.checkedIn(),
                    memberPrice,
                    live);
        }
    }

    private static RegistrationFact some(String id, String holder) {
        return Golden.registration(id, holder, Link.UNKNOWN, "Class", 1000);
    }

    private static RegistrationFact linked(String id, String holder, Link link) {
        return Golden.registration(id, holder, link, "Class", 1000);
    }

    private static RegistrationFact inOrder(String id, String order) {
        RegistrationFact one = some(id, "P" + id);
        return new RegistrationFact(
                id,
                order,
                one.holder(),
                one.buyer(),
                one.link(),
                one.ticketClass(),
                one.status(),
                true,
                one.amounts(),
                one.created(),
                one.card(),
                one.checkedIn(),
                false,
                true);
    }

    private static RegistrationFact in(String id, String holder, String currency, long gross) {
        RegistrationFact one = some(id, holder);
        return new Changed(one)
                .change(one.link(), one.status(), true, true, Optional.of(Amounts.of(currency, gross, 0, 0)), false);
    }

    private static RegistrationFact status(String id, PaymentStatus status) {
        RegistrationFact one = some(id, "P" + id);
        return new Changed(one).change(one.link(), status, true, true, one.amounts(), false);
    }

    private static RegistrationFact member(String id, PaymentStatus status, long gross, long refunded) {
        RegistrationFact one = some(id, "P" + id);
        return new Changed(one)
                .change(one.link(), status, true, true, Optional.of(Amounts.of("USD", gross, refunded, 0)), true);
    }

    private static MemberFact memberFact(String person, boolean current, Optional<String> plan) {
        return new MemberFact(person, current ? "active" : "lapsed", current, START, plan, Optional.empty());
    }

    private static Dataset data(RegistrationFact... registrations) {
        return Dataset.of(Golden.EVENT, Golden.AS_OF, List.of(registrations), START);
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static ScanFact scan(String id, String registration, long seconds) {
        return new ScanFact(id, registration, "g", at(seconds), Outcome.ADMITTED, false);
    }

    private static ScanFact repeat(String id, String device, long seconds) {
        return new ScanFact(id, "R1", device, at(seconds), Outcome.REPEAT, false);
    }

    private static List<Figure> figures(Dataset data, String kpi) {
        return Report.of(data).result(kpi).orElseThrow().figures();
    }

    private static Map<String, String> values(Dataset data, String kpi) {
        Map<String, String> all = new TreeMap<>();
        figures(data, kpi)
                .forEach(one -> all.put(
                        one.group() + one.currencyCode(),
                        one.value().orElseThrow().toPlainString()));
        return all;
    }

    private static Map<String, String> parts(Dataset data, String kpi) {
        Map<String, String> all = new TreeMap<>();
        figures(data, kpi)
                .forEach(one -> all.put(
                        one.group() + one.currencyCode(),
                        one.numerator().orElseThrow() + "/" + one.denominator().orElseThrow()));
        return all;
    }
}
