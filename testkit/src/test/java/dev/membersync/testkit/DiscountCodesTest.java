package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.line;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountCodesTest {
    private static final String HOST = "/rest/host/ticketing/" + EVENT;

    private final Accelevents vendor = new Accelevents();

    private static Map<String, Object> body(String code, Object amount, String type) {
        return Json.map(
                "couponCode",
                code,
                "amount",
                amount,
                "discountType",
                type,
                "couponStartDate",
                "19/10/2021 11:24:00",
                "couponEndDate",
                "31/12/2027 00:00:00",
                "eventTicketTypeId",
                0,
                "uses",
                0);
    }

    private FakeReply create(Map<String, Object> body) {
        return vendor.send("POST", HOST + "/couponCode", text(body));
    }

    private FakeReply update(Object named, Map<String, Object> body) {
        return vendor.send("PUT", HOST + "/couponCode/" + named, text(body));
    }

    private FakeReply apply(long order, String code) {
        return vendor.get("/rest/events/" + EVENT + "/tickets/order/" + order + "/coupon/" + code);
    }

    private long id() {
        return vendor.event.boxOffice().discounts().get(0).id();
    }

    private FakeReply sell(String email) {
        long order = vendor.orderId(vendor.paid, "");
        apply(order, "SUMMER");
        return vendor.pay(order, vendor.paid, "Ada", "L", email);
    }

    @Test
    void aDateIsWrittenDayFirstAndListedMonthFirst() {
        create(body("SUMMER", 20, "PERCENTAGE"));

        JsonObject row = Json.objects(vendor.get(HOST + "/couponCodes").body()).get(0);

        assertThat(row.text("startDate")).hasValue("10/19/2021 11:24:00");
        assertThat(row.text("code")).hasValue("SUMMER");
        assertThat(row.text("discountType")).hasValue("PERCENTAGE");
    }

    @Test
    void aMonthFirstDateIsRefused() {
        Map<String, Object> body = body("SUMMER", 20, "FLAT");
        body.put("couponStartDate", "10/19/2021 11:24:00");

        assertThat(create(body).status()).isEqualTo(400);
    }

    @Test
    void aCodeExistsOnceWhateverItsCase() {
        create(body("SUMMER", 20, "FLAT"));

        assertThat(code(create(body("summer", 10, "FLAT")))).isEqualTo("4060410");
    }

    @Test
    void aPercentageAboveHundredIsRefused() {
        assertThat(code(create(body("SUMMER", 101, "PERCENTAGE")))).isEqualTo("4060414");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TWO WORDS", "per%cent", ""})
    void aCodeIsOneWord(String code) {
        assertThat(create(body(code, 10, "FLAT")).status()).isEqualTo(400);
    }

    @Test
    void anOccurrenceNeedsItsRelativeTimes() {
        String path = HOST + "/couponCode?recurringEventId=7";

        assertThat(code(vendor.send("POST", path, text(body("SUMMER", 10, "FLAT")))))
                .isEqualTo("4060444");
    }

    @Test
    void aUsedCodeKeepsItsAmountAndCannotGo() {
        create(body("SUMMER", 20, "PERCENTAGE"));
        sell("ada@example.com");

        assertThat(update(id(), body("SUMMER", 30, "PERCENTAGE")).status()).isEqualTo(400);
        assertThat(code(vendor.send("DELETE", HOST + "/couponCode/" + id(), "")))
                .isEqualTo("4060412");
        assertThat(vendor.event.boxOffice().uses("SUMMER")).isEqualTo(1);
    }

    @Test
    void theMaximumCannotFallBelowTheUsesSoFar() {
        create(body("SUMMER", 20, "PERCENTAGE"));
        sell("ada@example.com");
        sell("bea@example.com");
        Map<String, Object> body = body("SUMMER", 20, "PERCENTAGE");
        body.put("uses", 1);

        assertThat(code(update(id(), body))).isEqualTo("4060413");
    }

    @Test
    void aCodeIsNamedByIdOrByItsTextAsTheSwitchSays() {
        create(body("SUMMER", 20, "FLAT"));
        FakeReply byText = update("SUMMER", body("SUMMER", 10, "FLAT"));
        vendor.fake.switches().turn(AcceleventsQuirk.DISCOUNTS_BY_CODE, true);
        FakeReply byTextThen = update("SUMMER", body("SUMMER", 15, "FLAT"));

        assertThat(List.of(byText.status(), byTextThen.status())).containsExactly(404, 200);
        assertThat(vendor.event.boxOffice().discounts().get(0).amount()).isEqualTo("15");
    }

    @Test
    void anUnusedCodeIsDeleted() {
        create(body("SUMMER", 20, "FLAT"));

        vendor.send("DELETE", HOST + "/couponCode/" + id(), "");

        assertThat(vendor.event.boxOffice().discounts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20,PERCENTAGE,PER_TICKET,78.40,19.60",
        "30,FLAT,PER_TICKET,38.00,60",
        "30,FLAT,PER_ORDER,68.00,30",
        "60,FLAT,PER_TICKET,0.00,98.00"
    })
    void aCodeTakesItsShareOffAnOpenOrder(int amount, String type, String applicable, String total, String off) {
        Map<String, Object> body = body("SUMMER", amount, type);
        body.put("applicableTo", applicable);
        create(body);
        long order = object(vendor.order("", List.of(line(vendor.free, 1, 0), line(vendor.paid, 2, "49"))))
                .whole("orderId")
                .orElseThrow();

        JsonObject reply = object(apply(order, "summer"));

        assertThat(reply.decimal("totalPrice").orElseThrow()).isEqualByComparingTo(total);
        assertThat(reply.decimal("discountAmount").orElseThrow()).isEqualByComparingTo(off);
    }

    @Test
    void aDiscountedTicketIsPaidWithWhatRemains() {
        create(body("SUMMER", 20, "PERCENTAGE"));
        sell("ada@example.com");

        assertThat(vendor.event.attendees()).extracting(FakeTicket::paid).containsExactly(new BigDecimal("39.20"));
    }

    @Test
    void aCodeOfAnotherTypeIsNotValidAndAnUnknownOneIsNotApplied() {
        Map<String, Object> body = body("SUMMER", 20, "FLAT");
        body.put("eventTicketTypeId", String.valueOf(vendor.paid));
        create(body);
        long order = vendor.orderId(vendor.free, "");

        assertThat(code(apply(order, "SUMMER"))).isEqualTo("4060416");
        assertThat(code(apply(order, "WINTER"))).isEqualTo("4060421");
    }

    @Test
    void aCodeDoesNotCountForDonations() {
        create(body("SUMMER", 20, "FLAT"));
        vendor.event.editTicketType(vendor.paid, FakeTicketType::asDonation);

        assertThat(code(apply(vendor.orderId(vendor.paid, ""), "SUMMER"))).isEqualTo("4060428");
    }

    @Test
    void anOpenOrderBlocksTheLastUseUntilItsHoldEnds() {
        Map<String, Object> body = body("SUMMER", 20, "FLAT");
        body.put("uses", 1);
        create(body);
        apply(vendor.orderId(vendor.paid, ""), "SUMMER");

        String blocked = code(apply(vendor.orderId(vendor.paid, ""), "SUMMER"));
        vendor.clock.forward(Duration.ofMinutes(11));

        assertThat(blocked).isEqualTo("4060421");
        assertThat(apply(vendor.orderId(vendor.paid, ""), "SUMMER").status()).isEqualTo(200);
    }

    @Test
    void usesOfOneBuyerCountAtTheEndOfCheckoutOnly() {
        Map<String, Object> body = body("SUMMER", 20, "FLAT");
        body.put("maximumUseOfCouponPerUser", 1);
        create(body);
        sell("ada@example.com");
        long second = vendor.orderId(vendor.paid, "");

        assertThat(apply(second, "SUMMER").status()).isEqualTo(200);
        assertThat(code(vendor.pay(second, vendor.paid, "Ada", "L", "ADA@example.com")))
                .isEqualTo("4060421");
    }

    @Test
    void deletingAnOrderGivesTheUseBack() {
        create(body("SUMMER", 20, "FLAT"));
        sell("ada@example.com");

        vendor.event.delete(vendor.event.attendees().get(0).id());

        assertThat(vendor.event.boxOffice().uses("SUMMER")).isZero();
    }
}
