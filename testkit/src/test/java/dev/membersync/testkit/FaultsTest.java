package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    private static final Operation PAY = Operation.write("orders.pay", "POST", "/");

    private final Accelevents vendor = new Accelevents();

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Fault.class,
            names = {
                "DROP_AFTER",
                "DELAY",
                "STATUS_AFTER_EFFECT",
                "UNPROCESSABLE_AFTER_EFFECT",
                "TRUNCATED_BODY",
                "STALLED_BODY"
            })
    void anAfterEffectFaultReallyHasTheEffect(Fault fault) {
        long order = vendor.orderId(vendor.free, "");
        vendor.fake.faults(FaultPlan.nth("orders.pay", 1, fault));

        vendor.pay(order);

        assertThat(vendor.event.attendees()).hasSize(1);
        assertThat(code(vendor.pay(order))).isEqualTo("4060426");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Fault.class,
            names = {"DROP_BEFORE", "STATUS_BEFORE", "TOO_MANY_BARE", "TOO_MANY_WITH_RETRY_AFTER"})
    void aBeforeFaultHasNoEffect(Fault fault) {
        long order = vendor.orderId(vendor.free, "");
        vendor.fake.faults(FaultPlan.nth("orders.pay", 1, fault));

        vendor.pay(order);

        assertThat(vendor.event.attendees()).isEmpty();
        assertThat(vendor.pay(order).status()).isEqualTo(200);
    }

    /** A constant that nothing acts upon would be a fault that no test ever meets. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Fault.class)
    void everyFaultShowsInAReply(Fault fault) {
        assertThat(replies(FaultPlan.none())).isEqualTo(replies(FaultPlan.none()));
        assertThat(replies(FaultPlan.always(fault)).equals(replies(FaultPlan.none())))
                .withFailMessage(
                        "%s changes no reply: say what it does in Switchboard, or to pages in Paging, Ask and"
                                + " MembershipsRoutes",
                        fault)
                .isFalse();
    }

    private static List<List<?>> replies(FaultPlan plan) {
        Accelevents vendor = new Accelevents();
        for (int i = 0; i < 4; i++) {
            vendor.event.addAttendee(vendor.free, "A" + i, "B", "a" + i + "@example.com");
        }
        long order = vendor.orderId(vendor.free, "");
        vendor.fake.faults(plan);
        FakeReply page = vendor.get("/rest/events/" + EVENT + "/staff/allAttendees?size=2&page=1");
        return Stream.of(page, vendor.pay(order))
                .<List<?>>map(
                        reply -> List.of(reply.status(), reply.headers(), reply.text(), reply.ending(), reply.delay()))
                .toList();
    }

    @Test
    void aLateEffectHappensWhenItsTimeHasCome() {
        long order = vendor.orderId(vendor.free, "");
        vendor.fake.faults(FaultPlan.script("orders.pay", Fault.LATE_APPLY));

        FakeReply reply = vendor.pay(order);
        vendor.clock.forward(Duration.ofSeconds(29));

        assertThat(reply.ending()).isEqualTo(Ending.DROPPED);
        assertThat(vendor.event.attendees()).isEmpty();
        vendor.clock.forward(Duration.ofSeconds(1));
        assertThat(vendor.event.attendees()).hasSize(1);
    }

    @Test
    void aRepeatedPageShowsTheRowsOfTheOneBefore() {
        for (int i = 0; i < 4; i++) {
            vendor.event.addAttendee(vendor.free, "A" + i, "B", "a" + i + "@example.com");
        }
        String second = "/rest/events/" + EVENT + "/staff/allAttendees?size=2&page=1";
        vendor.fake.faults(FaultPlan.script("attendees.list", Fault.REPEATED_PAGE, Fault.SHORT_PAGE));

        assertThat(emails(vendor.get(second))).containsExactly("a0@example.com", "a1@example.com");
        assertThat(emails(vendor.get(second))).containsExactly("a2@example.com");
        assertThat(emails(vendor.get(second))).containsExactly("a2@example.com", "a3@example.com");
    }

    private static List<String> emails(FakeReply page) {
        return object(page).objects("attendees").stream()
                .map(row -> row.text("email", ""))
                .toList();
    }

    @Test
    void anUnknownStatusShowsInTheFirstRow() {
        vendor.event.addAttendee(vendor.free, "A", "B", "a@example.com");
        vendor.fake.faults(FaultPlan.always(Fault.UNKNOWN_ENUM));

        FakeReply page = vendor.get("/rest/events/" + EVENT + "/staff/allAttendees");

        assertThat(object(page).objects("attendees").get(0).text("ticketStatus"))
                .hasValue("UNHEARD_OF");
    }

    @Test
    void retryAfterIsNamedOnlyWhereTheFaultSaysSo() {
        vendor.fake.faults(FaultPlan.script("settings.read", Fault.TOO_MANY_WITH_RETRY_AFTER, Fault.TOO_MANY_BARE));
        String settings = "/rest/events/" + EVENT + "/staff/ticketing/settings";

        assertThat(vendor.get(settings).headers()).containsEntry("retry-after", "1");
        assertThat(vendor.get(settings).headers()).doesNotContainKey("retry-after");
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void aShareOfFifteenPercentHitsAboutThatMany() {
        long hits = drawn(7).stream().filter(Optional::isPresent).count();

        assertThat(hits).isBetween(120L, 180L);
    }

    private static List<Optional<Injection>> drawn(long seed) {
        FaultPlan plan = FaultPlan.share(0.15, seed, EnumSet.allOf(Fault.class));
        return LongStream.rangeClosed(1, 1000)
                .mapToObj(call -> plan.next(PAY, call, call))
                .toList();
    }

    @Test
    void aPlanLeavesOtherOperationsAlone() {
        FaultPlan plan = FaultPlan.share(1, 1, Set.of(Fault.DROP_AFTER)).on("orders.pay");

        assertThat(plan.next(PAY, 1, 1)).isPresent();
        assertThat(plan.next(Operation.read("settings.read", "/"), 1, 1)).isEmpty();
    }

    @Test
    void theRequestLogTellsFaultAndEffectApart() {
        long order = vendor.orderId(vendor.free, "");
        vendor.fake.faults(FaultPlan.script("orders.pay", Fault.DROP_BEFORE, Fault.DROP_AFTER));
        vendor.fake.requests().clear();

        vendor.pay(order);
        vendor.pay(order);

        assertThat(vendor.fake.requests().entries())
                .extracting(RequestLog.Entry::status, RequestLog.Entry::effect, RequestLog.Entry::fault)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, false, Fault.DROP_BEFORE),
                        org.assertj.core.groups.Tuple.tuple(0, true, Fault.DROP_AFTER));
    }
}
