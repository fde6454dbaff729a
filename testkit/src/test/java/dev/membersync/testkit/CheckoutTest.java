package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {
    private final Accelevents vendor = new Accelevents();

    @Test
    void payingAnOrderIssuesOneTicketAndAnswersTextIds() {
        FakeReply reply = vendor.pay(vendor.orderId(vendor.free, "membersync:u1"));

        JsonObject ticket = Json.objects(reply.body()).get(0);
        assertThat(ticket.isText("eventTicketId")).isTrue();
        assertThat(ticket.text("attendeeId", "")).isNotEmpty().doesNotMatch("\\d+");
        assertThat(vendor.event.attendees()).hasSize(1);
    }

    @Test
    void theSameOrderIsNeverPaidTwice() {
        long order = vendor.orderId(vendor.free, "");
        vendor.pay(order);

        FakeReply again = vendor.pay(order);

        assertThat(again.status()).isEqualTo(406);
        assertThat(code(again)).isEqualTo("4060426");
        assertThat(vendor.event.attendees()).hasSize(1);
    }

    @Test
    void everyOrderCallMakesOneMoreOrderBecauseThereIsNoIdempotencyKey() {
        assertThat(vendor.orderId(vendor.free, "same")).isNotEqualTo(vendor.orderId(vendor.free, "same"));
    }

    @Test
    void anUnpaidOrderIsNoAttendee() {
        vendor.order(vendor.free, "");

        assertThat(vendor.event.attendees()).isEmpty();
    }

    @Test
    void paymentIsRefusedWhenTheHoldIsOver() {
        long order = vendor.orderId(vendor.free, "");
        vendor.clock.forward(Duration.ofMinutes(10));

        assertThat(code(vendor.pay(order))).isEqualTo("4060425");
    }

    @Test
    void aHeldPlaceIsTakenAndComesBackWhenTheHoldEnds() {
        vendor.order(vendor.paid, "");
        vendor.order(vendor.paid, "");

        assertThat(code(vendor.order(vendor.paid, ""))).isEqualTo("4060517");
        vendor.clock.forward(Duration.ofMinutes(11));
        assertThat(vendor.order(vendor.paid, "").status()).isEqualTo(200);
    }

    @Test
    void anUnknownTicketTypeIsRefusedWithItsCode() {
        FakeReply reply = vendor.order(999, "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(code(reply)).isEqualTo("4040506");
    }

    @ParameterizedTest
    @CsvSource({"51,1,4069101", "1,51,4069102"})
    void namesOverFiftyCharactersAreRefused(int first, int last, String expected) {
        long order = vendor.orderId(vendor.free, "");

        FakeReply reply = vendor.pay(order, vendor.free, "a".repeat(first), "b".repeat(last), "a@example.com");

        assertThat(code(reply)).isEqualTo(expected);
    }

    @Test
    void anAddressOverSeventyFiveCharactersIsRefused() {
        long order = vendor.orderId(vendor.free, "");

        FakeReply reply = vendor.pay(order, vendor.free, "A", "B", "a".repeat(64) + "@example.com");

        assertThat(code(reply)).isEqualTo("4069103");
    }

    @Test
    void aMissingMandatoryAnswerIsRefusedWithoutEffect() {
        vendor.event.putField(FakeField.attribute("Badge Name").asMandatory());

        FakeReply reply = vendor.pay(vendor.orderId(vendor.free, ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(vendor.event.attendees()).isEmpty();
    }

    @Test
    void theBuyerIsMailedOncePerPaidOrder() {
        long order = vendor.orderId(vendor.free, "");
        vendor.pay(order);
        vendor.pay(order);

        assertThat(vendor.event.mails()).extracting(FakeMail::to).containsExactly("ada@example.com");
    }

    @Test
    void aMonthFirstClientDateIsRefused() {
        FakeReply reply = vendor.send(
                "POST",
                "/rest/events/" + EVENT + "/staff/ticketing/order",
                "{\"clientDate\":\"11/22/2026 10:00:00\",\"paymentType\":\"CASH\",\"ticketings\":[]}");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void theFormOfAnOrderShowsTheSecondsLeft() {
        long order = vendor.orderId(vendor.free, "");
        vendor.clock.forward(Duration.ofMinutes(4));

        FakeReply form = vendor.get("/rest/events/" + EVENT + "/staff/ticketing/order/" + order + "/formattributes");

        assertThat(object(form).whole("remainingSeconds")).hasValue(360);
        assertThat(form.text()).contains("\\\"dafultvalues\\\"").contains("Membership Status");
    }

    @Test
    void aHolderEmailIsTakenOnceWhereTheEventSaysSo() {
        vendor.fake.switches().uniqueHolderEmail(true);
        vendor.pay(vendor.orderId(vendor.free, ""));

        assertThat(code(vendor.pay(vendor.orderId(vendor.free, "")))).isEqualTo("4060098");
    }

    @Test
    void manyThreadsThatPayOneOrderIssueOneTicket() throws Exception {
        long order = vendor.orderId(vendor.free, "");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            replies.add(threads.submit(() -> {
                start.await();
                return vendor.pay(order).status();
            }));
        }
        start.countDown();

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> reply : replies) {
            statuses.add(reply.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnlyOnce(200).contains(406);
        assertThat(vendor.event.attendees()).hasSize(1);
    }

    @Test
    void theSameSeedAndTimeGiveTheSameBytes() {
        String first = vendor.pay(vendor.orderId(vendor.free, "")).text();
        Accelevents again = new Accelevents();

        assertThat(again.pay(again.orderId(again.free, "")).text()).isEqualTo(first);
    }

    @Test
    void aPricedTicketIsBookedAsPaidWithItsPrice() {
        vendor.pay(vendor.orderId(vendor.paid, ""), vendor.paid, "Ada", "L", "ada@example.com");

        assertThat(vendor.event.attendees()).extracting(FakeTicket::paid).containsExactly(new BigDecimal("49.00"));
        assertThat(vendor.event.orders()).extracting(FakeOrder::status).containsExactly("Paid");
    }

    @Test
    void aHolderOfAnotherTypeThanOrderedIsRefused() {
        long order = vendor.orderId(vendor.free, "");

        assertThat(vendor.pay(order, vendor.paid, "Ada", "L", "ada@example.com").status())
                .isEqualTo(400);
    }
}
