package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.DATE;
import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.pair;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolderRecordsTest {
    private static final String HOST = "/rest/host/ticketing/" + EVENT;

    private final Accelevents vendor = new Accelevents();
    private final FakeTicket ticket = vendor.event.addAttendee(vendor.free, "Ada", "Lovelace", "ada@example.com");
    private final String path = HOST + "/holderData/ticket/" + ticket.id();

    private FakeReply put(Object... keysAndValues) {
        return vendor.send("PUT", path, text(Json.map(keysAndValues)));
    }

    private FakeTicket now() {
        return vendor.event.ticket(ticket.id()).orElseThrow();
    }

    private static List<Object> identity(Object... more) {
        List<Object> pairs = new java.util.ArrayList<>();
        pairs.add(pair("First Name", "Ada"));
        pairs.add(pair("Last Name", "Lovelace"));
        pairs.add(pair("Email", "ada@example.com"));
        pairs.addAll(Arrays.asList(more));
        return pairs;
    }

    private FakeReply pay(long order, Map<String, Object> holder, Map<String, Object> purchaser) {
        holder.put("tickettypeid", vendor.free);
        return vendor.send(
                "POST",
                "/rest/events/" + EVENT + "/staff/tickets/payment/order/" + order,
                text(Json.map(
                        "clientDate",
                        DATE,
                        "hasholderattributes",
                        true,
                        "paymenttype",
                        "CASH",
                        "purchaser",
                        purchaser,
                        "holder",
                        List.of(holder))));
    }

    @Test
    void anUnknownQuestionKeepsWhateverJsonItHolds() {
        Object value = Json.map("deep", List.of(1, "2", true), "none", null);
        Map<String, Object> entry = Json.map("key", "Diet", "id", 7, "type", "TEXT", "value", value);
        vendor.event.boxOffice().keep(ticket.id(), "questions", entry);

        JsonObject shown = object(vendor.get(path)).objects("questions").get(1);
        put("attributes", identity(), "questions", List.of(Json.map("key", "Diet", "id", 7, "value", value)));

        assertThat(shown.text("name")).hasValue("Diet");
        assertThat(now().record().kept("questions")).containsExactly(entry);
    }

    @Test
    void whatAnUpdateLeavesOutOfARowIsWiped() {
        vendor.event.boxOffice().keep(ticket.id(), "questions", Json.map("key", "Diet", "id", 7, "value", "none"));

        put("attributes", identity(), "questions", List.of(pair("Diet", "none")));

        assertThat(now().record().kept("questions")).containsExactly(Json.map("key", "Diet", "value", "none"));
    }

    @Test
    void aFieldsRowShowsWhatWasStoredBesideIt() {
        vendor.event.boxOffice().keep(ticket.id(), "attributes", Json.map("key", "First Name", "by", 3));

        assertThat(object(vendor.get(path)).objects("attributes").get(0).whole("by"))
                .hasValue(3);
    }

    @Test
    void fieldsAtTheTopAreKeptAsSentAndWipedWhenLeftOut() {
        vendor.event.boxOffice().keep(ticket.id(), Json.map("version", 3, "origin", "import"));
        put("attributes", identity(), "version", 4, "novelty", true);

        assertThat(now().record().more()).isEqualTo(Map.of("version", 4));
        assertThat(object(vendor.get(path)).whole("version")).hasValue(4);
    }

    @Test
    void anUnknownQuestionThatIsLeftOutIsWiped() {
        vendor.event.boxOffice().keep(ticket.id(), "questions", Json.map("key", "Diet", "value", "none"));

        put("attributes", identity());

        assertThat(now().record().kept("questions")).isEmpty();
    }

    @Test
    void nestedAnswersAndTheSeatAreStoredAsSentAndWipedWhenLeftOut() {
        Object nested = Json.map("id", 3, "name", "Which?", "value", 1.5, "selectedAnsId", "k1");
        put("attributes", identity(), "nestedQuestions", List.of(nested), "seatNumber", "B-2");
        JsonObject record = object(vendor.get(path));

        put("attributes", identity());

        assertThat(text(record.values().get("nestedQuestions"))).isEqualTo(text(List.of(nested)));
        assertThat(record.text("seatNumber")).hasValue("B-2");
        assertThat(object(vendor.get(path)).objects("nestedQuestions")).isEmpty();
        assertThat(now().record().seatNumber()).isEmpty();
    }

    @Test
    void anAddressIsWrittenAsSixPairsAndReadAsOneText() {
        vendor.event.putField(FakeField.attribute("Billing Address").ofType("BILLING_ADDRESS"));

        put(
                "attributes",
                identity(
                        pair("Billing Address 1", "1 Main St"),
                        pair("Billing Address City", "Troy"),
                        pair("Billing Address Zip Code", "12180"),
                        pair("Billing Address Country", "US")));

        assertThat(now().answer("Billing Address")).isEqualTo("1 Main St||Troy||12180|US");
    }

    @Test
    void anAddressWrittenAsOneTextIsDropped() {
        vendor.event.putField(FakeField.attribute("Billing Address").ofType("BILLING_ADDRESS"));

        put("attributes", identity(pair("Billing Address", "1 Main St||Troy||12180|US")));

        assertThat(now().answer("Billing Address")).isEmpty();
    }

    @Test
    void aPhoneWithoutItsCountryIsRefused() {
        vendor.event.putField(FakeField.attribute("Cell Phone"));

        assertThat(code(put("attributes", identity(pair("Cell Phone", "5551234567")))))
                .isEqualTo("4060004");
        assertThat(put("attributes", identity(pair("Cell Phone", "5551234567|us")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBirthDateToComeIsRefusedWithTheCodeOfItsOperation() {
        vendor.event.putField(FakeField.attribute("Birth Date").ofType("DATE"));
        Object birth = pair("Birth Date", "11/24/2030");
        long order = vendor.orderId(vendor.free, "");

        FakeReply paid = pay(order, Json.map("attributes", identity(birth)), Json.map("attributes", identity()));

        assertThat(code(put("attributes", identity(birth)))).isEqualTo("4060132");
        assertThat(code(paid)).isEqualTo("4060124");
    }

    @Test
    void theSummaryOfAHolderShowsItsAmounts() {
        JsonObject summary = object(vendor.get(HOST + "/holderData/holder/" + ticket.id()));

        assertThat(summary.text("email")).hasValue("ada@example.com");
        assertThat(summary.whole("eventTicketingId")).hasValue(ticket.id());
        assertThat(summary.keys()).contains("paidAmount", "isPaidTicket", "ccFee", "userId", "status");
    }

    @Test
    void theBuyersAnswersAreReadAndReplacedWhole() {
        vendor.event.boxOffice().putBuyerQuestion(FakeField.question("Invoice Number"));
        String buyer = HOST + "/purchaserData/order/" + ticket.orderId();

        vendor.send(
                "PUT",
                buyer,
                text(Json.map(
                        "attributes",
                        List.of(pair("First Name", "Augusta"), pair("Email", "a@example.com")),
                        "questions",
                        List.of(pair("Invoice Number", "77")))));

        JsonObject read = object(vendor.get(buyer));
        assertThat(read.objects("attributes"))
                .extracting(row -> row.text("value", ""))
                .contains("Augusta", "");
        assertThat(read.objects("questions"))
                .extracting(row -> row.text("value", ""))
                .containsExactly("77");
        assertThat(vendor.event.boxOffice().buyerAnswers(ticket.orderId())).doesNotContainKey("Last Name");
        assertThat(vendor.fake.writes().count("buyer-update")).isEqualTo(1);
    }

    @Test
    void aMandatoryBuyerQuestionIsInsistedOn() {
        vendor.event
                .boxOffice()
                .putBuyerQuestion(FakeField.question("Invoice Number").asMandatory());

        assertThat(vendor.pay(vendor.orderId(vendor.free, "")).status()).isEqualTo(400);
    }

    @Test
    void aRevealedQuestionIsInsistedOnAndItsAnswerStored() {
        FakeBoxOffice office = vendor.event.boxOffice();
        office.putNestedQuestion(new FakeNestedQuestion(1, "Dinner?", "DROPDOWN", false, List.of("yes", "no"), 0, ""));
        office.putNestedQuestion(new FakeNestedQuestion(2, "Dish", "TEXT", true, List.of(), 1, "k1"));
        Object yes = Json.map("id", 1, "key", "Dinner?", "value", "yes");
        Object no = Json.map("id", 1, "key", "Dinner?", "value", "no");
        Object dish = Json.map("id", 2, "key", "Dish", "value", "Soup");

        assertThat(nested(yes).status()).isEqualTo(400);
        assertThat(nested(no).status()).isEqualTo(200);
        assertThat(nested(yes, dish).status()).isEqualTo(200);
        assertThat(vendor.event.attendees().get(2).record().kept("nestedQuestions"))
                .hasSize(2);
    }

    private FakeReply nested(Object... answers) {
        return pay(
                vendor.orderId(vendor.free, ""),
                Json.map("attributes", identity(), "nestedQuestions", List.of(answers)),
                Json.map("attributes", identity()));
    }

    @Test
    void theFormListsNestedQuestionsOfEachAttendee() {
        vendor.event.boxOffice().putNestedQuestion(new FakeNestedQuestion(2, "Dish", "TEXT", true, List.of(), 1, "k1"));
        long order = vendor.orderId(vendor.free, "");

        JsonObject form =
                object(vendor.get("/rest/events/" + EVENT + "/staff/ticketing/order/" + order + "/formattributes"));

        JsonObject question = form.object("ticketAttribute")
                .orElseThrow()
                .objects("attendees")
                .get(0)
                .objects("nestedQuestions")
                .get(0);
        assertThat(question.whole("parentQueId")).hasValue(1);
        assertThat(question.text("selectedAnsId")).hasValue("k1");
    }
}
