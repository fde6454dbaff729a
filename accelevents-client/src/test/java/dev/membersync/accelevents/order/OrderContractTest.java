package dev.membersync.accelevents.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Acknowledgement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderContractTest {
    private static final String HOST = "/rest/host/ticketing/spring%20summit";
    private static final String STAFF = "/rest/events/spring%20summit/staff";
    private static final String OK = "{'type':'Success','message':'done'}";
    private static final OrderId ORDER = new OrderId(122111);
    private static final EventTicketId TICKET = new EventTicketId("166");

    static List<Contract> calls() {
        return List.of(
                Contract.ofEvent("orders.ofUser", event -> event.orders().ofUser(new PlatformUserId(77), 10))
                        .sends("GET " + STAFF + "/user/77/orders?page=0&size=10")
                        .answers(200, "{'data':[{'orderId':'122111','status':'paid','attendee':[]}],'recordsTotal':1}")
                        .gives(Order.class, order -> {
                            assertThat(order.id()).isEqualTo(ORDER);
                            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
                        }),
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

    @ParameterizedTest
    @MethodSource("calls")
    void goesOutAndIsReadAsWritten(Contract contract) {
        contract.hold();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aDamagedReplyIsAValueOrOneTypedError(Contract contract) {
        contract.survives();
    }
}
