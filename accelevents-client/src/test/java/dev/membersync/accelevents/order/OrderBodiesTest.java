package dev.membersync.accelevents.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderBodiesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T22:06:09Z");
    private static final Answers ADA =
            new Answers(List.of(new Answer("First Name", "Ada")), List.of(new Answer("Diet", "None")));
    private static final TicketChoice ONE =
            new TicketChoice(new TicketTypeId(145680), 1, new BigDecimal("0.00"), List.of());

    private final OrderBodies bodies = bodies(AcceleventsDialect.DEFAULT);

    @Test
    void anOrderHasTheKeysOfTheGuide() {
        var body = bodies.order(new NewOrder(PaymentType.CASH, List.of(ONE), "membersync:u1"));
        assertThat(body)
                .containsExactlyEntriesOf(ordered(
                        "clientDate", "04/03/2026 22:06:09",
                        "paymentType", "CASH",
                        "ticketings",
                                List.of(ordered(
                                        "numberOfTicket",
                                        1,
                                        "ticketTypeId",
                                        145680L,
                                        "price",
                                        new BigDecimal("0.00"),
                                        "seatNumbers",
                                        List.of(),
                                        "seatNumbersDisplay",
                                        List.of(),
                                        "tableNumber",
                                        List.of())),
                        "note", "membersync:u1"));
    }

    @Test
    void aPaymentUsesLowerCaseKeysAndAnswerPairs() {
        var first = ordered("key", "First Name", "value", "Ada");
        var diet = ordered("key", "Diet", "value", "None");
        assertThat(bodies.payment(payment("")))
                .containsExactlyEntriesOf(ordered(
                        "clientDate",
                        "04/03/2026 22:06:09",
                        "hasholderattributes",
                        true,
                        "purchaser",
                        ordered("attributes", List.of(first), "questions", List.of(diet)),
                        "addOnAttributes",
                        List.of(),
                        "paymenttype",
                        "CASH",
                        "holder",
                        List.of(ordered(
                                "tickettypeid",
                                145680L,
                                "tableid",
                                0,
                                "attributes",
                                List.of(first),
                                "questions",
                                List.of(diet)))));
    }

    @Test
    void aCardTokenIsSentOnlyWhenThereIsOne() {
        assertThat(bodies.payment(payment("tok_1"))).containsEntry("stripeToken", "tok_1");
    }

    @Test
    void theDialectSwitchesTheSpellings() {
        var other = bodies(AcceleventsDialect.DEFAULT
                .withHolderTypeKey("ticketTypeId")
                .withAnswerName("name")
                .withZone(ZoneId.of("America/New_York")));
        var body = other.payment(payment(""));
        assertThat(body).containsEntry("clientDate", "04/03/2026 17:06:09");
        assertThat(body.get("holder").toString()).contains("ticketTypeId=145680", "name=First Name");
    }

    @Test
    void anExchangeOfEqualPriceMailsNobodyAndMovesNoMoney() {
        assertThat(bodies.exchange(
                        Exchange.ofEqualPrice(new OrderId(122111), new EventTicketId("166"), new TicketTypeId(145681))))
                .containsExactlyEntriesOf(ordered(
                        "eventTicketId", 166L,
                        "newTicketTypeId", 145681L,
                        "sentMailToAttendee", false,
                        "orderId", 122111L,
                        "paymentDetails",
                                ordered(
                                        "paymentType",
                                        "CASH",
                                        "amount",
                                        BigDecimal.ZERO,
                                        "note",
                                        "",
                                        "refundWithCancel",
                                        false,
                                        "internationalPayment",
                                        false)));
    }

    @Test
    void aNestedAnswerIsNamedByIdAndLabelAndTheKeyIsLeftOutWithoutAny() {
        var dinner = new NestedAnswer(3, new Answer("Dinner?", "yes"));
        var holder = new Holder(new TicketTypeId(145680), ADA, List.of(dinner));
        assertThat(holderRow(holder).get("nestedQuestions"))
                .isEqualTo(List.of(ordered("id", 3L, "key", "Dinner?", "value", "yes")));
        assertThat(holderRow(new Holder(new TicketTypeId(145680), ADA)).get("nestedQuestions"))
                .isNull();
    }

    private Map<?, ?> holderRow(Holder holder) {
        var body = bodies.payment(new Payment(PaymentType.CASH, true, ADA, List.of(holder), ""));
        return (Map<?, ?>) ((List<?>) body.get("holder")).get(0);
    }

    private static Payment payment(String token) {
        return new Payment(PaymentType.CASH, true, ADA, List.of(new Holder(new TicketTypeId(145680), ADA)), token);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static OrderBodies bodies(AcceleventsDialect dialect) {
        var time = ManualTime.at(NOW);
        var api = ApiClient.builder(URI.create("https://accelevents.test"), ScriptedTransport.create(), time)
                .build();
        return new OrderBodies(new Wire(api, dialect, time));
    }
}
