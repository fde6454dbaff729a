package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.pair;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleventsQuirksTest {
    private static final String STAFF = "/rest/events/" + EVENT + "/staff";

    private final Accelevents vendor = new Accelevents();

    private void turn(AcceleventsQuirk quirk) {
        vendor.fake.switches().turn(quirk, true);
    }

    private FakeTicket ada() {
        return vendor.event.addAttendee(vendor.free, "Ada", "Lovelace", "ada@example.com");
    }

    private FakeReply rename(FakeTicket ticket) {
        return vendor.send(
                "PUT",
                "/rest/host/ticketing/" + EVENT + "/holderData/ticket/" + ticket.id(),
                text(Json.map("attributes", List.of(pair("Last Name", "King")))));
    }

    @Test
    void idsCanBeTextsInEveryRow() {
        ada();
        turn(AcceleventsQuirk.IDS_AS_TEXTS);

        JsonObject order =
                object(vendor.get(STAFF + "/orders")).objects("orders").get(0);

        assertThat(order.isText("id")).isTrue();
        assertThat(order.objects("attendee").get(0).isText("eventTicketingId")).isTrue();
        assertThat(order.isNumber("totalAmount")).isTrue();
    }

    @Test
    void aListCanComeAsABareArray() {
        ada();
        vendor.fake.switches().ordersKey("").attendeesKey("");

        assertThat(Json.objects(vendor.get(STAFF + "/orders").body())).hasSize(1);
        assertThat(vendor.get(STAFF + "/allAttendees").text()).startsWith("[");
    }

    @Test
    void totalsCanBeLeftOut() {
        ada();
        turn(AcceleventsQuirk.TOTALS_LEFT_OUT);

        assertThat(object(vendor.get(STAFF + "/allAttendees")).keys()).containsExactly("attendees");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "TOTAL_ELEMENTS | /orders | \"totalElements\":1 | recordsTotal",
                "LISTS_BELOW_RESPONSE | /orders | ^{\"response\":{\"orders\":[{ | ^{\"orders\"",
                "ORDERS_WITHOUT_ID | /orders | {\"orders\":[{\"orderId\": | \"id\":",
                "PAID_WITHOUT_AMOUNT | /refund/order/{order} | \"paid\":0 | paidAmount",
                "OTHER_PURCHASE_DATES | /orders | \"purchaseDate\":\"2026- | \"purchaseDate\":\"11/",
                "SMALL_FIELD_TYPES | /ticketing/order/{order}/formattributes | \"type\":\"dropdown\" | DROPDOWN",
                "HOLD_WITHIN_FORM | /ticketing/order/{order}/formattributes | \"remainingSeconds\":0}} | ]},\"orderId\"",
                "OTHER_ERROR_KEYS | /refund/order/4711 | {\"code\":\"4040501\",\"message\": | error"
            })
    void aReplyCanBeSpeltOtherwise(AcceleventsQuirk quirk, String path, String there, String notThere) {
        String target = STAFF + path.replace("{order}", String.valueOf(ada().orderId()));
        assertThat("^" + vendor.get(target).text()).contains(notThere).doesNotContain(there);

        turn(quirk);

        assertThat("^" + vendor.get(target).text()).contains(there).doesNotContain(notThere);
    }

    @Test
    void thePaymentOfOneTicketCanAnswerAnObject() {
        turn(AcceleventsQuirk.PAYMENT_ANSWERS_OBJECT);

        assertThat(object(vendor.pay(vendor.orderId(vendor.free, ""))).text("eventTicketId"))
                .isPresent();
    }

    @Test
    void anOrderCanAnswerItsBareNumber() {
        turn(AcceleventsQuirk.ORDER_ANSWERS_NUMBER);

        assertThat(vendor.order(vendor.free, "").text()).matches("\\d+");
    }

    @Test
    void jsonCanBeLabelledAsText() {
        turn(AcceleventsQuirk.TEXT_PLAIN);

        FakeReply reply = vendor.get(STAFF + "/orders");

        assertThat(reply.headers()).containsEntry("content-type", "text/plain;charset=UTF-8");
        assertThat(object(reply).objects("orders")).isEmpty();
    }

    @Test
    void acknowledgementsCanBeCapitalised() {
        turn(AcceleventsQuirk.CAPITAL_ACKNOWLEDGEMENTS);

        assertThat(object(rename(ada())).keys()).containsExactlyInAnyOrder("Type", "Message");
    }

    @Test
    void acknowledgementsCanBeEmpty() {
        turn(AcceleventsQuirk.EMPTY_ACKNOWLEDGEMENTS);

        FakeReply reply = rename(ada());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void anErrorCodeCanBeANumber() {
        turn(AcceleventsQuirk.NUMERIC_ERROR_CODES);

        assertThat(object(vendor.get("/rest/events/none/staff/orders")).isNumber("errorCode"))
                .isTrue();
    }

    @Test
    void aVendorCodeCanComeUnderStatus400() {
        turn(AcceleventsQuirk.CODES_UNDER_400);

        FakeReply reply = vendor.get("/rest/events/none/staff/orders");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(Accelevents.code(reply)).isEqualTo("4040200");
    }

    @Test
    void aBusinessRefusalCanComeUnderStatus200() {
        long order = vendor.orderId(vendor.free, "");
        vendor.pay(order);
        turn(AcceleventsQuirk.REFUSALS_UNDER_200);

        FakeReply reply = vendor.pay(order);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(object(reply).text("type")).hasValue("Fail");
        assertThat(Accelevents.code(reply)).isEqualTo("4060426");
    }

    @Test
    void whatIsNotFoundStaysA404WhereRefusalsComeUnder200() {
        turn(AcceleventsQuirk.REFUSALS_UNDER_200);

        assertThat(vendor.get("/rest/events/none/staff/orders").status()).isEqualTo(404);
    }

    @Test
    void statusesCanReadAsTheConsoleShowsThem() {
        FakeTicket ticket = ada();
        vendor.event.checkIn(ticket.id());
        turn(AcceleventsQuirk.OTHER_STATUS_WORDS);

        JsonObject row =
                object(vendor.get(STAFF + "/allAttendees")).objects("attendees").get(0);
        JsonObject order =
                object(vendor.get(STAFF + "/orders")).objects("orders").get(0);

        assertThat(row.text("ticketStatus")).hasValue("Checked In");
        assertThat(order.text("status")).hasValue("PAID");
    }

    @Test
    void aBarcodeWithSignsOfAUrlIsFoundByItsEscapedText() {
        turn(AcceleventsQuirk.URL_SIGNS_IN_BARCODES);
        FakeTicket ticket = ada();
        String barcode = java.net.URLEncoder.encode(ticket.barcode(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");

        FakeReply reply = vendor.send(
                "PUT",
                "/rest/host/ticketing/" + EVENT + "/holder-data/barcode/" + barcode,
                text(Json.map("attributes", List.of(pair("Last Name", "King")))));

        assertThat(ticket.barcode()).contains("/", "%", "?", "+");
        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"tickettypeid,200", "ticketTypeId,404", "'',200"})
    void theHolderTypeKeyMustBeSpeltAsTheSwitchSays(String spelling, int status) {
        vendor.fake.switches().holderTypeKey(spelling);

        assertThat(vendor.pay(vendor.orderId(vendor.free, "")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"key,200", "name,400", "'',200"})
    void thePairKeyMustBeSpeltAsTheSwitchSays(String spelling, int status) {
        vendor.fake.switches().pairKey(spelling);

        assertThat(vendor.pay(vendor.orderId(vendor.free, "")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'',Key,k,GET,200",
        "'',Key,k,POST,400",
        "'',Authorization,Bearer k,GET,200",
        "'',Authorization,Bearer k,POST,401",
        "'',Authorization,k,GET,401",
        "Key,Key,k,GET,200",
        "Key,Authorization,Bearer k,GET,401",
        "Authorization,Authorization,k,GET,200",
        "Authorization,Authorization,k,POST,400",
        "Authorization,Key,k,GET,401",
        "Bearer,Authorization,Bearer k,POST,400",
        "Bearer,Authorization,k,GET,401"
    })
    void onlyTheCredentialOfTheSwitchWorks(String scheme, String header, String value, String method, int status) {
        FakeAccelevents fake =
                FakeAccelevents.builder().apiKey("k").event(EVENT).build();
        fake.switches().authentication(scheme);
        String path = STAFF + (method.equals("GET") ? "/orders" : "/ticketing/order");

        assertThat(fake.handle(FakeRequest.of(method, path, Map.of(header, value), "{}"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void strangeTurnsEverythingAboutRepliesButTheHiddenTwo() {
        AcceleventsSwitches switches = vendor.fake.switches().strange();
        ada();

        assertThat(switches.has(AcceleventsQuirk.CAPITAL_ACKNOWLEDGEMENTS)).isTrue();
        assertThat(switches.has(AcceleventsQuirk.EMPTY_ACKNOWLEDGEMENTS)).isFalse();
        assertThat(object(vendor.get(STAFF + "/allAttendees"))
                        .object("response")
                        .orElseThrow()
                        .keys())
                .containsExactly("data");
        assertThat(object(vendor.get(STAFF + "/ticketing/settings")).keys()).contains("tickeTypes");
    }

    @Test
    void strangerTakesTheQuirksThatStrangeHid() {
        AcceleventsSwitches switches = vendor.fake.switches().strange().stranger();

        assertThat(switches.has(AcceleventsQuirk.EMPTY_ACKNOWLEDGEMENTS)).isTrue();
        assertThat(switches.has(AcceleventsQuirk.CODES_UNDER_400)).isFalse();
        assertThat(vendor.get(STAFF + "/allAttendees").text()).isEqualTo("[]");
    }
}
