package dev.membersync.accelevents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.Exchange;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.Holder;
import dev.membersync.accelevents.model.HolderSheet;
import dev.membersync.accelevents.model.NewOrder;
import dev.membersync.accelevents.model.Payment;
import dev.membersync.accelevents.model.PaymentType;
import dev.membersync.accelevents.model.TicketChoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T22:06:09Z");
    private static final Answers ADA =
            new Answers(List.of(new Answer("First Name", "Ada")), List.of(new Answer("Diet", "None")));
    private static final TicketChoice ONE = new TicketChoice(145680, 1, new BigDecimal("0.00"), List.of());

    private final Bodies bodies = new Bodies(AcceleventsDialect.DEFAULT);

    @Test
    void feesAreAskedWithNumbersAsTexts() {
        assertThat(bodies.fees(List.of(ONE)))
                .containsExactly(Map.of("ticketQuantity", "1", "ticketingTypeId", "145680", "ticketPrice", "0.00"));
    }

    @Test
    void anOrderHasTheKeysOfTheGuide() {
        var body = bodies.order(new NewOrder(PaymentType.CASH, List.of(ONE), "membersync:u1"), NOW);
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
        assertThat(bodies.payment(payment(""), NOW))
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
        assertThat(bodies.payment(payment("tok_1"), NOW)).containsEntry("stripeToken", "tok_1");
    }

    @Test
    void theDialectSwitchesTheSpellings() {
        var other = new Bodies(AcceleventsDialect.DEFAULT
                .withHolderTypeKey("ticketTypeId")
                .withAnswerName("name")
                .withZone(ZoneId.of("America/New_York")));
        var body = other.payment(payment(""), NOW);
        assertThat(body).containsEntry("clientDate", "04/03/2026 17:06:09");
        assertThat(body.get("holder").toString()).contains("ticketTypeId=145680", "name=First Name");
    }

    @Test
    void aHolderUpdateCarriesEverySectionAsItWasRead() {
        var nested = Map.<String, Object>of("id", 7L, "value", "x");
        var sheet = new HolderSheet(
                "166",
                List.of(new Answer("Company", null)),
                List.of(new Answer("Age", 7L)),
                List.of(nested),
                "A-1",
                Map.of());
        assertThat(bodies.holder(sheet))
                .containsExactlyEntriesOf(ordered(
                        "attributes", List.of(ordered("key", "Company", "value", null)),
                        "questions", List.of(ordered("key", "Age", "value", 7L)),
                        "nestedQuestions", List.of(nested),
                        "seatNumber", "A-1"));
    }

    @Test
    void anAddressIsWrittenInItsSixParts() {
        var sheet = new HolderSheet(
                "166",
                List.of(new Answer("Home", "1 High St||Leeds||LS1|gb")),
                List.of(),
                List.of(),
                "",
                Map.of("Home", FieldType.BILLING_ADDRESS));
        assertThat(bodies.holder(sheet).get("attributes"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .extracting(pair -> pair.get("key") + "=" + pair.get("value"))
                .containsExactly(
                        "Home 1=1 High St",
                        "Home 2=",
                        "Home City=Leeds",
                        "Home State=",
                        "Home Zip Code=LS1",
                        "Home Country=gb");
    }

    @Test
    void anExchangeOfEqualPriceMailsNobodyAndMovesNoMoney() {
        assertThat(bodies.exchange(Exchange.ofEqualPrice(122111, "166", 145681)))
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

    private static Payment payment(String token) {
        return new Payment(PaymentType.CASH, true, ADA, List.of(new Holder(145680, ADA)), token);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
