package dev.membersync.eventops.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.analytics.Dataset;
import dev.membersync.eventops.analytics.Figure;
import dev.membersync.eventops.analytics.KpiResult;
import dev.membersync.eventops.analytics.MemberFact;
import dev.membersync.eventops.analytics.PaymentStatus;
import dev.membersync.eventops.analytics.RegistrationFact;
import dev.membersync.eventops.analytics.RegistrationFact.Link;
import dev.membersync.eventops.analytics.Report;
import dev.membersync.eventops.analytics.ReportFormat;
import dev.membersync.eventops.analytics.ScanFact;
import dev.membersync.eventops.analytics.Source;
import dev.membersync.sync.config.Tenant;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both services on loopback, a tenant with its store, and what a report makes of them. */
class LiveDatasetTest {
    @TempDir
    private Path folder;

    private final LiveWorld world = new LiveWorld(50);
    private final FakeEvent event = world.event;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void theEventIsReadWithItsTimesAndPlaces() {
        try (Tenant tenant = world.open(folder)) {
            Dataset data = world.live(tenant).read();

            assertThat(data.event().name()).isEqualTo("Spring Summit");
            assertThat(data.event().starts()).contains(Instant.parse("2026-05-12T16:00:00Z"));
            assertThat(data.event().ends()).contains(Instant.parse("2026-05-12T20:00:00Z"));
            assertThat(data.event().capacity()).isEqualTo(OptionalLong.of(100));
        }
    }

    @Test
    void aMemberIsFoundByLinkByNoteAndByAddress() {
        world.member("m1", "ada@example.org", "active");
        world.member("m2", "ben@example.org", "active");
        world.member("m3", "cyd@example.org", "active");
        try (Tenant tenant = world.open(folder)) {
            tenant.engine().sync();
            long linked = ticketOf("m1");
            event.answer(linked, "Email", "other@example.org");
            FakeTicket noted = event.addAttendee(world.priced, answers("dee@example.org"), "membersync:m2");
            FakeTicket addressed = event.addAttendee(world.priced, "Cy", "D", " CYD@example.org");
            FakeTicket nobody = event.addAttendee(world.priced, "Eve", "F", "eve@example.org");

            LiveDataset live = world.live(tenant);
            Map<String, RegistrationFact> found = byId(live.read());

            assertThat(found.get(id(linked)).holder()).isEqualTo(live.pseudonym("m1"));
            assertThat(found.get(id(noted.id())).holder()).isEqualTo(live.pseudonym("m2"));
            assertThat(found.get(id(addressed.id())).holder()).isEqualTo(live.pseudonym("m3"));
            assertThat(found.get(id(nobody.id())).link()).isEqualTo(Link.UNKNOWN);
            assertThat(found.get(id(nobody.id())).holder()).isEqualTo(live.pseudonymOfAddress("Eve@example.org"));
        }
    }

    @Test
    void anAddressOfTwoMembersIsNobodys() {
        world.member("m1", "both@example.org", "active");
        world.member("m2", "both@example.org", "active");
        FakeTicket ticket = event.addAttendee(world.priced, "Bo", "Th", "both@example.org");
        try (Tenant tenant = world.open(folder)) {
            assertThat(byId(world.live(tenant).read()).get(id(ticket.id())).link())
                    .isEqualTo(Link.UNKNOWN);
        }
    }

    @Test
    void moneyComesTicketByTicketInMinorUnits() {
        FakeTicket kept = event.addAttendee(world.priced, "A", "A", "a@example.org");
        FakeTicket half = event.addAttendee(world.priced, "B", "B", "b@example.org");
        FakeTicket back = event.addAttendee(world.priced, "C", "C", "c@example.org");
        event.refund(half.id(), new BigDecimal("10.50"));
        event.refund(back.id(), new BigDecimal("80.00"));
        event.cancel(back.id());
        try (Tenant tenant = world.open(folder)) {
            Map<String, RegistrationFact> found = byId(world.live(tenant).read());

            assertThat(found.get(id(kept.id())).amounts().orElseThrow().gross()).isEqualTo(8000);
            assertThat(found.get(id(half.id())).amounts().orElseThrow().refunded())
                    .isEqualTo(1050);
            assertThat(found.get(id(half.id())).status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
            assertThat(found.get(id(back.id())).status()).isEqualTo(PaymentStatus.REFUNDED);
            assertThat(found.get(id(back.id())).admits()).isFalse();
        }
    }

    @Test
    void whatIsNotReadIsNamedAsMissing() {
        event.addAttendee(world.priced, "A", "A", "a@example.org");
        try (Tenant tenant = world.open(folder)) {
            Report report = Report.of(world.live(tenant).read());

            assertThat(report.result("booking-curve").orElseThrow().isAvailable())
                    .isFalse();
            assertThat(report.result("sync-lag").orElseThrow().missing())
                    .singleElement()
                    .asString()
                    .isEqualTo("CHANGE_TIMES");
            assertThat(report.result("arrivals").orElseThrow().isAvailable()).isFalse();
            assertThat(report.result("attendance-rate").orElseThrow().isAvailable())
                    .isTrue();
        }
    }

    @Test
    void aReaderOfPurchaseDatesMakesTheBookingCurve() {
        event.addAttendee(world.priced, "A", "A", "a@example.org");
        try (Tenant tenant = world.open(folder)) {
            Report report = Report.of(world.live(tenant)
                    .with(DatasetRules.standard().withPurchaseDate(text -> Optional.of(world.time.instant())))
                    .read());

            assertThat(report.result("booking-curve").orElseThrow().figures())
                    .extracting(Figure::group)
                    .containsExactly("10");
        }
    }

    @Test
    void statusesThatAreCurrentAndTypesOfNonMembersAreTold() {
        world.member("m1", "ada@example.org", "Paid Up");
        world.member("m2", "ben@example.org", "active");
        FakeTicket guest = event.addAttendee(world.priced, "Gus", "T", "gus@example.org");
        try (Tenant tenant = world.open(folder)) {
            Dataset data = world.live(tenant)
                    .with(DatasetRules.standard()
                            .withCurrentStatuses(Set.of("paid up"))
                            .withTicketTypes(Set.of("Member"), Set.of("Standard")))
                    .read();

            assertThat(data.members().orElseThrow())
                    .extracting(MemberFact::current)
                    .containsExactly(true, false);
            assertThat(byId(data).get(id(guest.id())).link()).isEqualTo(Link.NOT_A_MEMBER);
        }
    }

    @Test
    void theLedgerTellsWhatIsReconciled() {
        world.member("m1", "ada@example.org", "active");
        event.addAttendee(world.priced, "Ada", "A", "ada@example.org");
        try (Tenant tenant = world.open(folder)) {
            tenant.engine().sync();

            Report report = Report.of(world.live(tenant).read());

            KpiResult share = report.result("reconciled-share").orElseThrow();
            assertThat(share.figures()).singleElement().satisfies(figure -> {
                assertThat(figure.numerator()).hasValue(8000);
                assertThat(figure.denominator()).hasValue(8000);
            });
            assertThat(report.read()).containsKey(Source.LEDGER);
        }
    }

    @Test
    void scansOfTheDoorCount() {
        FakeTicket ticket = event.addAttendee(world.priced, "A", "A", "a@example.org");
        Instant at = Instant.parse("2026-05-12T15:50:00Z");
        try (Tenant tenant = world.open(folder)) {
            Report report = Report.of(world.live(tenant)
                    .withScans(url -> List.of(
                            new ScanFact("s1", id(ticket.id()), "gate-1", at, ScanFact.Outcome.ADMITTED, false)))
                    .read());

            assertThat(report.result("arrivals").orElseThrow().figures()).hasSize(1);
            assertThat(report.result("checked-in")
                            .orElseThrow()
                            .figures()
                            .get(0)
                            .numerator())
                    .hasValue(1);
        }
    }

    @Test
    void noNameAndNoAddressIsInTheDatasetOrAnyOutput() {
        world.member("m1", "canary.address@example.org", "active");
        event.addAttendee(world.priced, "Canaryfirst", "Canarylast", "canary.address@example.org");
        event.addAttendee(world.priced, "Canaryfirst", "Canarylast", "canary.stranger@example.org");
        try (Tenant tenant = world.open(folder)) {
            Dataset data = world.live(tenant).read();
            Report report = Report.of(data);

            assertThat(Stream.concat(
                            Stream.of(data.toString()),
                            Stream.of(ReportFormat.values()).map(one -> one.write(report))))
                    .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("canary"));
        }
    }

    @Test
    void readingCostsAPageOfEachListAndThreeCallsForTheEvent() {
        world.member("m1", "ada@example.org", "active");
        event.addAttendee(world.priced, "Ada", "A", "ada@example.org");
        try (Tenant tenant = world.open(folder)) {
            int calls = world.accelevents.requests().count();
            world.live(tenant).read();

            assertThat(world.accelevents.requests().count() - calls).isEqualTo(5);
            assertThat(world.accelevents.writes().entries()).isEmpty();
        }
    }

    private long ticketOf(String userId) {
        return event.orders().stream()
                .filter(order -> order.note().equals("membersync:" + userId))
                .flatMap(order -> event.tickets().stream().filter(ticket -> ticket.orderId() == order.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Map<String, String> answers(String email) {
        return Map.of("First Name", "Dee", "Last Name", "Dee", "Email", email);
    }

    private static String id(long ticket) {
        return String.valueOf(ticket);
    }

    private static Map<String, RegistrationFact> byId(Dataset data) {
        return data.registrations().stream().collect(Collectors.toMap(RegistrationFact::id, one -> one));
    }
}
