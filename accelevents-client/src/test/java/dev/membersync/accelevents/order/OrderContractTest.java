package dev.membersync.accelevents.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.model.Acknowledgement;
import java.math.BigDecimal;
import java.util.List;
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

    @Test
    void aRefundOfNothingIsNoRefund() {
        for (var amount : List.of("0", "-1")) {
            assertThatThrownBy(() -> Refund.whole(ORDER, TICKET, new BigDecimal(amount)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(amount);
        }
        assertThatThrownBy(() -> new Refund(ORDER, List.of())).isInstanceOf(IllegalArgumentException.class);
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
