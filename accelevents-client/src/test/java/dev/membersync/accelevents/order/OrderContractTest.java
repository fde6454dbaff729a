package dev.membersync.accelevents.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.accelevents.ticket.TicketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class OrderContractTest extends ContractTest {
    private static final String HOST = "/rest/host/ticketing/spring%20summit";
    private static final String STAFF = "/rest/events/spring%20summit/staff";
    private static final String OK = "{'type':'Success','message':'done'}";
    private static final OrderId ORDER = new OrderId(122111);
    private static final EventTicketId TICKET = new EventTicketId("166");
    private static final TicketTypeId TYPE = new TicketTypeId(145680);
    private static final String DELETE = "/rest/host/event/spring%20summit/ticketing/deleteEventTicket/order/122111?";
    private static final String PAID =
            "{'id':'122111','status':'Partially Paid','totalAmount':12.5,'orderType':'CARD','note':'n','purchaser':{'firstName':'A','lastName':'B','email':'e'},"
                    + "'attendee':[{'eventTicketingId':166,'barcode':'b','firstName':'Grace','lastName':'D','email':'g@example.org','qty':1,'paidAmount':12.5,"
                    + "'bundleType':null,'ticketStatus':'Checked In','userId':77}],'cardType':null,'lastFour':'4242'}";

    public static List<Contract> rows() {
        return Stream.of(registering(), reads(), changes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Contract> registering() {
        return List.of(
                place("{'orderId':122111}"),
                place("122111"),
                pay("[{'eventTicketId':'166','email':'ada@example.org','attendeeId':'x7'}]"),
                pay("[{'eventTicketId':166,'email':'ada@example.org','attendeeId':'x7'}]"),
                pay("{'eventTicketId':'166','email':'ada@example.org','attendeeId':'x7'}"),
                pay("{'data':[{'eventTicketId':'166','email':'ada@example.org','attendeeId':'x7'}]}"));
    }

    private static Contract place(String reply) {
        var ticket = new TicketChoice(TYPE, 1, new BigDecimal("0.00"), List.of());
        return Contract.ofEvent(
                        "orders.place",
                        event -> event.orders().place(new NewOrder(PaymentType.CASH, List.of(ticket), "membersync:u1")))
                .sends(
                        "POST " + STAFF + "/ticketing/order",
                        "{'clientDate':'04/03/2026 22:06:09','paymentType':'CASH','ticketings':[{'numberOfTicket':1,'ticketTypeId':145680,'price':0.00,"
                                + "'seatNumbers':[],'seatNumbersDisplay':[],'tableNumber':[]}],'note':'membersync:u1'}")
                .answers(200, reply)
                .gives(OrderId.class, id -> assertThat(id).isEqualTo(ORDER));
    }

    private static Contract pay(String reply) {
        var ada = new Answers(List.of(new Answer("First Name", "Ada")), List.of(new Answer("Diet", "None")));
        var written = "'attributes':[{'key':'First Name','value':'Ada'}],'questions':[{'key':'Diet','value':'None'}]}";
        return Contract.ofEvent(
                        "orders.pay",
                        event -> event.orders()
                                .pay(
                                        ORDER,
                                        new Payment(PaymentType.CASH, true, ada, List.of(new Holder(TYPE, ada)), "")))
                .sends(
                        "POST " + STAFF + "/tickets/payment/order/122111?uptodate=true&waitListIds=",
                        "{'clientDate':'04/03/2026 22:06:09','hasholderattributes':true,'purchaser':{" + written
                                + ",'addOnAttributes':[],'paymenttype':'CASH','holder':[{'tickettypeid':145680,'tableid':0,"
                                + written + "]}")
                .answers(200, reply)
                .gives(IssuedTicket.class, ticket -> {
                    assertThat(ticket.eventTicketId()).isEqualTo(TICKET);
                    assertThat(ticket.attendeeId()).contains(new AttendeeId("x7"));
                    assertThat(ticket.email()).isEqualTo("ada@example.org");
                    assertThat(ticket).asString().doesNotContain("ada");
                });
    }

    private static List<Contract> reads() {
        return List.of(
                Contract.ofEvent("orders.list", event -> event.orders().list(Instant.parse("2026-03-04T17:06:09.750Z")))
                        .sends("GET " + STAFF + "/orders?searchTimeStamp=03%2F04%2F2026%2017%3A06%3A09&page=0&size=100")
                        .answers(200, "{'orders':[" + PAID + "],'recordsTotal':5,'recordsFiltered':1}")
                        .gives(Order.class, OrderContractTest::isPaid),
                Contract.ofEvent(
                                "orders.list",
                                event -> event.occurrence(new OccurrenceId(77))
                                        .orders()
                                        .list(OrderQuery.ALL.withSearch("grace").withPageSize(10)))
                        .sends("GET " + STAFF + "/orders?recurringEventId=77&searchString=grace&page=0&size=10")
                        .answers(200, "{'data':[" + PAID + "],'recordsTotal':5,'recordsFiltered':1}")
                        .gives(Order.class, OrderContractTest::isPaid),
                Contract.ofEvent("orders.get", event -> event.orders().order(ORDER))
                        .sends("GET " + STAFF + "/refund/order/122111")
                        .answers(200, PAID.replace("'id':'122111',", "").replace("paidAmount", "paid"))
                        .gives(Order.class, OrderContractTest::isPaid),
                Contract.ofEvent("orders.ofUser", event -> event.orders().ofUser(new PlatformUserId(77), 10))
                        .sends("GET " + STAFF + "/user/77/orders?page=0&size=10")
                        .answers(200, "{'data':[{'orderId':'122111','status':'paid','attendee':[]}],'recordsTotal':1}")
                        .gives(Order.class, order -> {
                            assertThat(order.id()).isEqualTo(ORDER);
                            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
                        }));
    }

    private static List<Contract> changes() {
        return List.of(
                Contract.ofEvent(
                                "orders.exchange",
                                event -> event.orders()
                                        .exchange(Exchange.ofEqualPrice(ORDER, TICKET, new TicketTypeId(145681))))
                        .sends(
                                "PUT /rest/host/event/spring%20summit/order/122111/transfer-event-ticket",
                                "{'eventTicketId':166,'newTicketTypeId':145681,'sentMailToAttendee':false,'orderId':122111,'paymentDetails':{'paymentType':'CASH',"
                                        + "'amount':0,'note':'','refundWithCancel':false,'internationalPayment':false}}")
                        .answers(200, OK)
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEqualTo("done")),
                Contract.ofEvent("orders.delete", event -> event.orders().delete(Deletion.ofTicket(ORDER, TICKET)))
                        .sends("DELETE " + DELETE + "eventTicketingId=166&isRefundEmailSend=false")
                        .answers(200, OK)
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEqualTo("Success")),
                Contract.ofEvent(
                                "orders.delete",
                                event -> event.orders()
                                        .delete(Deletion.ofOrder(ORDER).withRefundMail(true)))
                        .sends("DELETE " + DELETE + "eventTicketingId=0&isRefundEmailSend=true")
                        .answers(204, "")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEmpty()),
                Contract.ofEvent(
                                "orders.refund",
                                event -> event.orders().refund(Refund.part(ORDER, TICKET, new BigDecimal("10.00"))))
                        .sends(
                                "POST " + STAFF + "/refund/order/122111",
                                "{'clientDate':'04/03/2026 22:06:09','refunds':[{'eventTicketingId':166,'qty':0,'refundAmount':10.00}]}")
                        .answers(200, OK)
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEqualTo("done")),
                Contract.ofEvent(
                                "orders.refund",
                                event -> event.orders()
                                        .refund(Refund.whole(ORDER, TICKET, new BigDecimal("10.00"))
                                                .with("refundWithCancel", true)))
                        .sends(
                                "POST " + STAFF + "/refund/order/122111",
                                "{'clientDate':'04/03/2026 22:06:09','refunds':[{'eventTicketingId':166,'qty':1,'refundAmount':10.00}],'refundWithCancel':true}")
                        .answers(200, OK)
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEqualTo("Success")),
                exchange("0", "0.00", Settlement.NONE, "'CASH','amount':0,'note':'',%s"),
                exchange("0", "50.00", Settlement.LATER, "'UNPAID','amount':0,'note':'',%s"),
                exchange("50", "0", Settlement.NONE.withNote("moved"), "'CASH','amount':0,'note':'moved',%s"),
                exchange(
                        "50.00",
                        "75.50",
                        Settlement.paid(PaymentType.CARD, new BigDecimal("25.50"))
                                .withTransaction("tx-1", "03/04/2026")
                                .withToken("tok_1")
                                .withCreatedBy(77)
                                .withDocument("https://example.org/receipt")
                                .withInternational(true),
                        "'CC','amount':25.50,'note':'','refundWithCancel':false,'internationalPayment':true,'transactionId':'tx-1',"
                                + "'paymentDate':'03/04/2026','tokenOrIntentId':'tok_1','createdBy':77,'documentLink':'https://example.org/receipt'"),
                Contract.ofEvent("orders.resendMail", event -> event.orders().resendMail(ORDER))
                        .sends("GET " + HOST + "/resendmail/order/122111")
                        .answers(200, OK)
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEqualTo("Success")),
                Contract.ofEvent(
                                "orders.resendHolderMail",
                                event -> event.orders().resendMail(ORDER, TICKET))
                        .sends("GET " + HOST + "/resendmail/order/122111/ticketing/166")
                        .answers(200, "")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEmpty()));
    }

    private static Contract exchange(String oldPrice, String newPrice, Settlement settlement, String details) {
        return Contract.ofEvent(
                        "orders.exchange",
                        event -> event.orders()
                                .exchange(Exchange.of(
                                        ORDER,
                                        TICKET,
                                        new TicketTypeId(145681),
                                        new BigDecimal(oldPrice),
                                        new BigDecimal(newPrice),
                                        settlement)))
                .sends(
                        "PUT /rest/host/event/spring%20summit/order/122111/transfer-event-ticket",
                        "{'eventTicketId':166,'newTicketTypeId':145681,'sentMailToAttendee':false,'orderId':122111,'paymentDetails':{'paymentType':"
                                + details.replace("%s", "'refundWithCancel':false,'internationalPayment':false")
                                + "}}")
                .answers(200, "{'type':'Success','message':'Success'}")
                .gives(Acknowledgement.class, done -> assertThat(done.type()).isEqualTo("Success"));
    }

    @Test
    void aRefundOfNothingIsNoRefund() {
        for (var amount : List.of("0", "-1")) {
            assertThatThrownBy(() -> Refund.whole(ORDER, TICKET, new BigDecimal(amount)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(amount);
        }
        assertThatThrownBy(() -> new Refund(ORDER, List.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void isPaid(Order order) {
        var ticket = order.tickets().get(0);
        assertThat(order.id()).isEqualTo(ORDER);
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_PAID);
        assertThat(order.type()).isEqualTo(OrderType.CARD);
        assertThat(order.totalAmount().orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(order.purchaser()).isEqualTo(new Person("A", "B", "e"));
        assertThat(order.note()).isEqualTo("n");
        assertThat(order.extra()).containsEntry("lastFour", "4242");
        assertThat(ticket.eventTicketId()).isEqualTo(TICKET);
        assertThat(ticket.barcode()).contains(new Barcode("b"));
        assertThat(ticket.paidAmount().orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(ticket.ticketStatus()).isEqualTo(TicketStatus.CHECKED_IN);
        assertThat(ticket.extra().get("userId")).hasToString("77");
        assertThat(order.toString() + ticket + ticket.holder()).doesNotContain("Grace", "g@");
    }
}
