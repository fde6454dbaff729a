package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.DATE;
import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.line;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.pair;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final String HOST = "/rest/host/ticketing/" + EVENT;

    private final Accelevents vendor = new Accelevents();

    private static List<Object> person(String first, String email) {
        return List.of(pair("First Name", first), pair("Last Name", "King"), pair("Email", email));
    }

    private static Map<String, Object> holder(long type, String first) {
        return Json.map("tickettypeid", type, "attributes", person(first, first + "@example.com"));
    }

    private FakeReply pay(String path, Object... holders) {
        return vendor.send(
                "POST",
                path,
                text(Json.map(
                        "clientDate",
                        DATE,
                        "hasholderattributes",
                        true,
                        "paymenttype",
                        "CASH",
                        "purchaser",
                        Json.map("attributes", person("Buyer", "buyer@example.com")),
                        "holder",
                        List.of(holders))));
    }

    private static String payment(long order) {
        return "/rest/events/" + EVENT + "/staff/tickets/payment/order/" + order;
    }

    private long mixed() {
        return object(vendor.order("", List.of(line(vendor.free, 2, 0), line(vendor.paid, 1, "49.00"))))
                .whole("orderId")
                .orElseThrow();
    }

    private FakeTicket sold(long type) {
        return vendor.event.addAttendee(type, "Ada", "Lovelace", "ada@example.com");
    }

    private FakeTicket now(FakeTicket ticket) {
        return vendor.event.ticket(ticket.id()).orElseThrow();
    }

    private FakeReply refund(FakeTicket ticket, int quantity, String amount) {
        Object line =
                Json.map("eventTicketingId", ticket.id(), "qty", quantity, "refundAmount", new BigDecimal(amount));
        return vendor.send(
                "POST",
                "/rest/events/" + EVENT + "/staff/refund/order/" + ticket.orderId(),
                text(Json.map("clientDate", DATE, "refunds", List.of(line))));
    }

    private JsonObject refundView(FakeTicket ticket) {
        return object(vendor.get("/rest/events/" + EVENT + "/staff/refund/order/" + ticket.orderId()));
    }

    @Test
    void oneOrderHoldsTicketsOfSeveralTypesAndPaysThemTogether() {
        FakeReply reply = pay(
                payment(mixed()), holder(vendor.free, "Ada"), holder(vendor.free, "Bea"), holder(vendor.paid, "Cleo"));

        assertThat(Json.objects(reply.body())).hasSize(3);
        assertThat(vendor.event.orders()).hasSize(1);
        assertThat(vendor.event.mails()).extracting(FakeMail::to).containsExactly("buyer@example.com");
    }

    @Test
    void aHolderTooFewIsRefused() {
        assertThat(pay(payment(mixed()), holder(vendor.free, "Ada")).status()).isEqualTo(400);
        assertThat(vendor.event.boxOffice().heldOrders()).hasSize(1);
    }

    @Test
    void aPriceThatIsNotTheTypesIsRefusedUnlessTheSwitchSaysOtherwise() {
        FakeReply wrong = vendor.order("", List.of(line(vendor.paid, 1, "1.00")));
        vendor.fake.switches().priceChecked(false);
        FakeReply lenient = vendor.order("", List.of(line(vendor.paid, 1, "1.00")));

        assertThat(List.of(wrong.status(), lenient.status())).containsExactly(400, 200);
    }

    @Test
    void moreTicketsThanABuyerMayHaveAreRefused() {
        vendor.event.editTicketType(vendor.free, type -> type.with("maxTickerPerBuyer", 2));

        assertThat(vendor.order("", List.of(line(vendor.free, 3, 0))).status()).isEqualTo(400);
    }

    @Test
    void seatsMustBeAsManyAsTickets() {
        Map<String, Object> line = line(vendor.free, 2, 0);
        line.put("seatNumbers", List.of("A-1"));

        assertThat(code(vendor.order("", List.of(line)))).isEqualTo("4040507");
    }

    @Test
    void anAddOnNeedsATicketInItsOrder() {
        vendor.event.editTicketType(vendor.paid, FakeTicketType::asAddOn);

        assertThat(code(vendor.order(vendor.paid, ""))).isEqualTo("4060046");
        assertThat(vendor.order("", List.of(line(vendor.free, 1, 0), line(vendor.paid, 1, "49")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePublicTwinsSellATicketAndAcknowledge() {
        String base = "/rest/events/" + EVENT;
        String body = text(
                Json.map("clientDate", DATE, "paymentType", "CASH", "ticketings", List.of(line(vendor.free, 1, 0))));
        long order = object(vendor.send("POST", base + "/ticketing/order", body))
                .whole("orderId")
                .orElseThrow();
        JsonObject form = object(vendor.get(base + "/ticketing/order/" + order + "/formattributes"));

        FakeReply paid = pay(base + "/tickets/payment/order/" + order, holder(vendor.free, "Ada"));

        assertThat(form.object("purchaserDetail")).isPresent();
        assertThat(object(paid).text("type")).hasValue("Success");
        assertThat(vendor.event.attendees()).hasSize(1);
    }

    @Test
    void theOrdersOfOneUserAreListed() {
        FakeTicket ada = sold(vendor.free);
        sold(vendor.free);
        JsonObject row = refundView(ada).objects("attendee").get(0);

        JsonObject list =
                object(vendor.get("/rest/events/" + EVENT + "/staff/user/" + row.text("userId", "") + "/orders"));

        assertThat(list.objects("orders"))
                .extracting(order -> order.whole("id").orElse(0))
                .containsExactly(ada.orderId());
        assertThat(list.whole("recordsTotal")).hasValue(1);
    }

    @Test
    void aFullRefundKeepsTheAttendee() {
        FakeTicket ticket = sold(vendor.paid);

        assertThat(object(refund(ticket, 1, "49.00")).text("type")).hasValue("Success");

        assertThat(now(ticket).live()).isTrue();
        assertThat(refundView(ticket).text("status")).hasValue("Refunded");
        assertThat(refundView(ticket).whole("ticketsRefunded")).hasValue(1);
    }

    @Test
    void aPartialRefundOfQuantityZeroShowsItsAmount() {
        FakeTicket ticket = sold(vendor.paid);

        refund(ticket, 0, "9.50");

        JsonObject row = refundView(ticket).objects("attendee").get(0);
        assertThat(row.decimal("refundedAmount").orElseThrow()).isEqualByComparingTo("9.50");
        assertThat(refundView(ticket).text("status")).hasValue("Partially Refunded");
    }

    @Test
    void refundsNeverGoAboveWhatWasPaid() {
        FakeTicket ticket = sold(vendor.paid);
        refund(ticket, 0, "40");

        assertThat(refund(ticket, 0, "9.01").status()).isEqualTo(400);
        assertThat(vendor.event.boxOffice().refunds())
                .extracting(FakeRefund::amount)
                .containsExactly(new BigDecimal("40"));
    }

    @Test
    void aRefundWithCancelTakesTheAccess() {
        FakeTicket ticket = sold(vendor.paid);
        Object line = Json.map("eventTicketingId", ticket.id(), "qty", 1, "refundAmount", 49, "refundWithCancel", true);

        vendor.send(
                "POST",
                "/rest/events/" + EVENT + "/staff/refund/order/" + ticket.orderId(),
                text(Json.map("clientDate", DATE, "refunds", List.of(line))));

        assertThat(now(ticket).state()).isEqualTo(FakeTicket.State.CANCELLED);
    }

    @Test
    void aRefundedQuantityCancelsWhereTheSwitchSaysSo() {
        vendor.fake.switches().turn(AcceleventsQuirk.REFUNDED_QUANTITY_CANCELS, true);
        FakeTicket kept = sold(vendor.paid);
        FakeTicket lost = sold(vendor.paid);

        refund(kept, 0, "49");
        refund(lost, 1, "49");

        assertThat(List.of(now(kept).live(), now(lost).live())).containsExactly(true, false);
    }

    @Test
    void anOrderCanBeMailedAgainToBuyerAndHolders() {
        FakeTicket ticket = sold(vendor.free);

        vendor.get(HOST + "/resendmail/order/" + ticket.orderId());
        vendor.get(HOST + "/resendmail/order/" + ticket.orderId() + "/ticketing/" + ticket.id());

        assertThat(vendor.event.mails()).extracting(FakeMail::reason).containsExactly("resend", "resend", "resend");
        assertThat(vendor.fake.writes().count("resend")).isEqualTo(2);
    }

    @Test
    void mailOfAnUnknownOrderHasItsCode() {
        assertThat(code(vendor.get(HOST + "/resendmail/order/1"))).isEqualTo("4040501");
    }

    @Test
    void aDeletionCanTakeItsTime() {
        vendor.fake.switches().deleteDelay(Duration.ofSeconds(5));
        FakeTicket ticket = sold(vendor.paid);
        List<Boolean> there = new ArrayList<>();

        FakeReply reply = vendor.send(
                "DELETE",
                "/rest/host/event/" + EVENT + "/ticketing/deleteEventTicket/order/" + ticket.orderId()
                        + "?eventTicketingId=0",
                "");
        there.add(now(ticket).live());
        vendor.clock.forward(Duration.ofSeconds(5));
        there.add(now(ticket).live());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(there).containsExactly(true, false);
        assertThat(vendor.event.boxOffice().refunds()).hasSize(1);
    }
}
