package dev.membersync.accelevents.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.form.OrderForm;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.error.RejectedException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class CheckoutContractTest extends ContractTest {
    private static final String EVENT = "/rest/events/spring%20summit";
    private static final OrderId ORDER = new OrderId(122111);
    private static final TicketTypeId TYPE = new TicketTypeId(145680);
    private static final NewOrder ONE =
            new NewOrder(PaymentType.CASH, List.of(new TicketChoice(TYPE, 1, new BigDecimal("0.00"), List.of())), "n");
    private static final Answers ADA = new Answers(List.of(new Answer("First Name", "Ada")), List.of());
    private static final Payment CASH = new Payment(PaymentType.CASH, true, ADA, List.of(new Holder(TYPE, ADA)), "");
    private static final String PAIRS = "'attributes':[{'key':'First Name','value':'Ada'}],'questions':[]";
    private static final String FORM = "{'discountCoupon':true,'customDisclaimer':'read this',"
            + "'purchaserDetail':{'addressRequired':true,'admin':false,'countryCode':'gb','email':'ada@example.org','firstName':'Ada','lastName':'King',"
            + "'linkedCard':{'stripeCards':[{'id':'card_1','last4':'4242'}]},'userId':'77','phonenumber':'5551234567'},"
            + "'ticketAttribute':{'buyerInformationFields':[{'name':'Email','type':'email','value':'ada@example.org','mandatory':true}],"
            + "'attendees':[{'attributes':[],'questions':[]}]},'remainingSeconds':600}";

    private static final Contract FORM_ROW = Contract.ofEvent(
                    "checkout.form", event -> event.checkout().form(ORDER))
            .sends("GET " + EVENT + "/ticketing/order/122111/formattributes")
            .answers(200, FORM);
    private static final Contract PAY_ROW = Contract.ofEvent(
                    "checkout.pay", event -> event.checkout().pay(ORDER, CASH))
            .sends(
                    "POST " + EVENT + "/tickets/payment/order/122111",
                    "{'clientDate':'04/03/2026 22:06:09','hasholderattributes':true,'purchaser':{" + PAIRS
                            + "},'addOnAttributes':[],'paymenttype':'CASH','holder':[{'tickettypeid':145680,'tableid':0,"
                            + PAIRS + "}]}")
            .answers(200, "{'type':'Success','message':'Order placed'}");

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("checkout.place", event -> event.checkout().place(ONE))
                        .sends(
                                "POST " + EVENT + "/ticketing/order",
                                "{'clientDate':'04/03/2026 22:06:09','paymentType':'CASH','ticketings':[{'numberOfTicket':1,'ticketTypeId':145680,"
                                        + "'price':0.00,'seatNumbers':[],'seatNumbersDisplay':[],'tableNumber':[]}],'note':'n'}")
                        .answers(200, "{'orderId':122111}")
                        .gives(OrderId.class, order -> assertThat(order).isEqualTo(ORDER)),
                FORM_ROW.gives(OrderForm.class, CheckoutContractTest::knowsTheBuyer),
                Contract.ofEvent("checkout.applyCode", event -> event.checkout().applyCode(ORDER, "SAVE10"))
                        .sends("GET " + EVENT + "/tickets/order/122111/coupon/SAVE10")
                        .answers(200, "{'totalPrice':'40.50','discountAmount':4.50}")
                        .gives(Checkout.Discounted.class, left -> {
                            assertThat(left.totalPrice()).contains(new BigDecimal("40.50"));
                            assertThat(left.discountAmount()).contains(new BigDecimal("4.50"));
                        }),
                PAY_ROW.gives(
                        Acknowledgement.class,
                        done -> assertThat(done).isEqualTo(new Acknowledgement("Success", "Order placed"))));
    }

    private static void knowsTheBuyer(OrderForm form) {
        var buyer = form.purchaser().orElseThrow();
        assertThat(buyer.person()).isEqualTo(new Person("Ada", "King", "ada@example.org"));
        assertThat(buyer.phoneNumber()).isEqualTo("5551234567");
        assertThat(buyer.userId()).contains(new PlatformUserId(77));
        assertThat(buyer.addressRequired()).isTrue();
        assertThat(buyer.extra()).containsOnlyKeys("admin", "linkedCard");
        assertThat(form.extra()).containsOnlyKeys("discountCoupon", "customDisclaimer");
        assertThat(form + " " + buyer + " " + form.buyerAttributes())
                .doesNotContain("Ada", "ada@", "5551234567", "4242");
    }

    @Test
    void aPaymentThatSaysItFailedIsARefusal() {
        assertThatThrownBy(() -> PAY_ROW.run("{'Type':'Fail','Message':'no'}")).isInstanceOf(RejectedException.class);
    }
}
