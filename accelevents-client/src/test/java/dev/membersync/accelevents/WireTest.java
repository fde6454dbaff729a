package dev.membersync.accelevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.order.Deletion;
import dev.membersync.accelevents.order.Exchange;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.NewOrder;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.Call;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final String KEY = "s3cr3t-key";
    private static final String OK = "{\"type\":\"Success\",\"message\":\"Success\"}";
    private static final Answers ADA = new Answers(List.of(new Answer("First Name", "Ada")), List.of());

    private final ScriptedTransport wire = ScriptedTransport.create();

    private EventScope event() {
        return client(AcceleventsDialect.DEFAULT).event("spring summit");
    }

    private AcceleventsClient client(AcceleventsDialect dialect) {
        return AcceleventsClient.builder(Secret.of(KEY))
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(wire)
                .time(ManualTime.at(Instant.parse("2026-03-04T22:06:09Z")))
                .rateBudget(RateBudget.unlimited())
                .dialect(dialect)
                .build();
    }

    private Request sent(String reply, Function<EventScope, Call<?>> call) {
        wire.reply(200, reply);
        call.apply(event()).execute();
        return last();
    }

    private Request last() {
        return wire.requests().get(wire.requests().size() - 1);
    }

    private static String line(Request request) {
        return request.method() + " " + request.uri().getRawPath()
                + (request.uri().getRawQuery() == null
                        ? ""
                        : "?" + request.uri().getRawQuery());
    }

    private static String body(Request request) {
        return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void ticketSettingsAreAskedOfTheStaffView() {
        assertThat(line(sent("{\"tickeTypes\":[]}", event -> event.ticketTypes().settings())))
                .isEqualTo("GET /rest/events/spring%20summit/staff/ticketing/settings");
    }

    @Test
    void anOccurrenceIsNamedInTheQuery() {
        assertThat(line(sent(
                        "{\"ticketTypes\":[]}",
                        event -> event.occurrence(new OccurrenceId(77))
                                .ticketTypes()
                                .settings())))
                .endsWith("/staff/ticketing/settings?recurringEventId=77");
    }

    @Test
    void feesAreAskedWithAnArray() {
        var request = sent(
                "[]",
                event -> event.ticketTypes()
                        .fees(List.of(
                                new TicketChoice(new TicketTypeId(145680), 2, new BigDecimal("10.50"), List.of()))));
        assertThat(line(request)).isEqualTo("POST /rest/events/spring%20summit/calculateFee");
        assertThat(body(request)).startsWith("[{").contains("\"ticketPrice\":\"10.50\"", "\"ticketQuantity\":\"2\"");
    }

    @Test
    void anOrderIsPlacedWithTheBodyOfTheGuide() {
        var request = sent(
                "{\"orderId\":122111}",
                event -> event.orders()
                        .place(new NewOrder(
                                PaymentType.CASH,
                                List.of(new TicketChoice(
                                        new TicketTypeId(145680), 1, new BigDecimal("0.00"), List.of())),
                                "membersync:u1")));
        assertThat(line(request)).isEqualTo("POST /rest/events/spring%20summit/staff/ticketing/order");
        assertThat(body(request))
                .isEqualTo(
                        "{\"clientDate\":\"04/03/2026 22:06:09\",\"paymentType\":\"CASH\",\"ticketings\":[{\"numberOfTicket\":1,\"ticketTypeId\":145680,\"price\":0.00,"
                                + "\"seatNumbers\":[],\"seatNumbersDisplay\":[],\"tableNumber\":[]}],\"note\":\"membersync:u1\"}");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void theFormIsReadFromTheOrder() {
        assertThat(line(sent("{\"ticketAttribute\":{}}", event -> event.form().ofOrder(new OrderId(122111)))))
                .isEqualTo("GET /rest/events/spring%20summit/staff/ticketing/order/122111/formattributes");
    }

    @Test
    void aPaymentNamesItsQueryAndItsLowerCaseKeys() {
        var payment = new Payment(PaymentType.CASH, true, ADA, List.of(new Holder(new TicketTypeId(145680), ADA)), "");
        var request =
                sent("[{\"eventTicketId\":\"1\"}]", event -> event.orders().pay(new OrderId(122111), payment));
        assertThat(line(request))
                .isEqualTo(
                        "POST /rest/events/spring%20summit/staff/tickets/payment/order/122111?uptodate=true&waitListIds=");
        assertThat(body(request))
                .isEqualTo(
                        "{\"clientDate\":\"04/03/2026 22:06:09\",\"hasholderattributes\":true,\"purchaser\":{\"attributes\":[{\"key\":\"First Name\",\"value\":\"Ada\"}],"
                                + "\"questions\":[]},\"addOnAttributes\":[],\"paymenttype\":\"CASH\",\"holder\":[{\"tickettypeid\":145680,\"tableid\":0,"
                                + "\"attributes\":[{\"key\":\"First Name\",\"value\":\"Ada\"}],\"questions\":[]}]}");
    }

    @Test
    void attendeesAreAskedByPageFromZero() {
        wire.reply(200, "{\"attendees\":[],\"recordsTotal\":0}");
        assertThat(event().attendees().list()).isEmpty();
        assertThat(line(last()))
                .isEqualTo("GET /rest/events/spring%20summit/staff/allAttendees?dataType=TICKET&page=0&size=100");
    }

    @Test
    void ordersSinceAreAskedMonthFirst() {
        wire.reply(200, "{\"orders\":[],\"recordsTotal\":5,\"recordsFiltered\":0}");
        assertThat(event().orders().list(Instant.parse("2026-03-04T17:06:09.750Z")))
                .isEmpty();
        assertThat(line(last()))
                .isEqualTo(
                        "GET /rest/events/spring%20summit/staff/orders?searchTimeStamp=03%2F04%2F2026%2017%3A06%3A09&page=0&size=100");
    }

    @Test
    void oneOrderIsReadThroughTheRefundView() {
        assertThat(line(sent("{\"attendee\":[]}", event -> event.orders().order(new OrderId(122111)))))
                .isEqualTo("GET /rest/events/spring%20summit/staff/refund/order/122111");
    }

    @Test
    void aHolderIsReadByTicket() {
        assertThat(line(sent("{\"attributes\":[]}", event -> event.holders().sheet(new EventTicketId("166")))))
                .isEqualTo("GET /rest/host/ticketing/spring%20summit/holderData/ticket/166");
    }

    @Test
    void aHolderIsWrittenByBarcodeAsOneEncodedSegment() {
        var sheet = HolderSheet.read("{\"attributes\":[{\"key\":\"First Name\",\"value\":\"Ada\"}]}".getBytes(UTF_8));
        var request = sent(OK, event -> event.holders().updateByBarcode(new Barcode("a/b+c"), sheet));
        assertThat(line(request)).isEqualTo("PUT /rest/host/ticketing/spring%20summit/holder-data/barcode/a%2Fb%2Bc");
        assertThat(body(request)).isEqualTo("{\"attributes\":[{\"key\":\"First Name\",\"value\":\"Ada\"}]}");
    }

    @Test
    void aHolderIsWrittenByTicketOnThePathOfItsRead() {
        var sheet = HolderSheet.read("{\"attributes\":[{\"key\":\"First Name\",\"value\":\"Ada\"}]}".getBytes(UTF_8));
        assertThat(line(sent(OK, event -> event.holders().update(new EventTicketId("166"), sheet))))
                .isEqualTo("PUT /rest/host/ticketing/spring%20summit/holderData/ticket/166");
    }

    @Test
    void anExchangeMailsNobodyUnlessAsked() {
        var request = sent(
                OK,
                event -> event.orders()
                        .exchange(Exchange.ofEqualPrice(
                                new OrderId(122111), new EventTicketId("166"), new TicketTypeId(145681))));
        assertThat(line(request)).isEqualTo("PUT /rest/host/event/spring%20summit/order/122111/transfer-event-ticket");
        assertThat(body(request))
                .isEqualTo(
                        "{\"eventTicketId\":166,\"newTicketTypeId\":145681,\"sentMailToAttendee\":false,\"orderId\":122111,\"paymentDetails\":{\"paymentType\":\"CASH\","
                                + "\"amount\":0,\"note\":\"\",\"refundWithCancel\":false,\"internationalPayment\":false}}");
    }

    @Test
    void aDeletionMailsNobodyUnlessAsked() {
        assertThat(line(sent(
                        OK,
                        event -> event.orders()
                                .delete(Deletion.ofTicket(new OrderId(122111), new EventTicketId("166"))))))
                .isEqualTo(
                        "DELETE /rest/host/event/spring%20summit/ticketing/deleteEventTicket/order/122111?eventTicketingId=166&isRefundEmailSend=false");
    }

    @Test
    void aWholeOrderIsDeletedWithTicketZero() {
        assertThat(line(sent(
                        OK,
                        event -> event.orders()
                                .delete(Deletion.ofOrder(new OrderId(122111)).withRefundMail(true)))))
                .endsWith("eventTicketingId=0&isRefundEmailSend=true");
    }

    @Test
    void theCatalogueOfTheFormIsAHostPage() {
        assertThat(line(sent("{\"attributes\":[]}", event -> event.form().catalogue())))
                .isEqualTo("GET /rest/host/ticketing/spring%20summit/settings");
    }
}
