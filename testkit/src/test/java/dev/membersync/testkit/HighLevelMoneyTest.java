package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.LOCATION;
import static dev.membersync.testkit.Vendor.message;
import static dev.membersync.testkit.Vendor.object;
import static dev.membersync.testkit.Vendor.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighLevelMoneyTest {
    private static final String ALT = "?altId=" + LOCATION + "&altType=location";

    private final Vendor vendor = new Vendor();
    private final FakeMemberships fake = vendor.fake;
    private final String ann =
            fake.contacts().add("Ann", "Lee", "ann@example.com").id();
    private final String order = fake.records(RecordKind.ORDER)
            .add(Map.of("contactId", ann, "amount", new BigDecimal("150.1")))
            .id();

    private FakeReply pay(String path, Object... more) {
        Map<String, Object> body = Json.map("altId", LOCATION, "altType", "location", "mode", "other", "notes", "n");
        body.putAll(Json.map(more));
        return vendor.as(
                FakeMemberships.DEFAULT_KEY,
                "POST",
                path,
                new String(Json.bytes(body), java.nio.charset.StandardCharsets.UTF_8));
    }

    private String invoice(String amount) {
        FakeReply reply = vendor.send(
                "POST",
                "/invoices/",
                "altId",
                LOCATION,
                "altType",
                "location",
                "name",
                "Dues",
                "businessDetails",
                Map.of("name", "Society"),
                "currency",
                "USD",
                "items",
                List.of(Json.map("name", "Dues", "currency", "USD", "amount", new BigDecimal(amount), "qty", 2)),
                "discount",
                Map.of("value", 10, "type", "percentage"),
                "contactDetails",
                Map.of("id", ann, "name", "Ann Lee"),
                "issueDate",
                "2026-11-23",
                "sentTo",
                Map.of("email", List.of("ann@example.com")),
                "liveMode",
                true);
        assertThat(reply.status()).isEqualTo(200);
        return object(reply).text("_id", "");
    }

    @Test
    void ordersAreListedFlatAndReadWhole() {
        FakeReply list = vendor.get("/payments/orders" + ALT + "&contactId=" + ann);
        FakeReply one = vendor.get("/payments/orders/" + order + ALT);

        assertThat(texts(list, "data", "contactName")).containsExactly("Ann Lee");
        assertThat(texts(list, "data", "sourceType")).containsExactly("manual");
        assertThat(object(list).whole("totalCount")).hasValue(1);
        assertThat(object(one).decimal("amount")).hasValue(new BigDecimal("150.1"));
        assertThat(object(one).object("contactSnapshot")).isPresent();
        assertThat(order).matches("[0-9a-f]{24}");
    }

    @Test
    void moneyIsAskedForByAltIdAndAltType() {
        assertThat(object(vendor.get("/payments/transactions")).texts("message"))
                .contains("altId should not be empty", "altType should not be empty");
        assertThat(message(vendor.get("/payments/transactions?altId=" + LOCATION + "&altType=company")))
                .isEqualTo("altType must be one of the following values: location");
    }

    @Test
    void aPaymentOnAnOrderIsRecordedInPartAndWhole() {
        FakeReply part = pay("/payments/orders/" + order + "/record-payment", "amount", 100, "isPartialPayment", true);
        String partly = fake.records(RecordKind.ORDER)
                .find(order)
                .orElseThrow()
                .text("paymentStatus")
                .orElse("");
        pay("/payments/orders/" + order + "/record-payment", "meta", Map.of("externalPaymentId", "p-2"));

        assertThat(object(part).flag("success")).isTrue();
        assertThat(partly).isEqualTo("partially_paid");
        assertThat(fake.records(RecordKind.ORDER).find(order).orElseThrow().text("status"))
                .hasValue("completed");
        assertThat(fake.payments())
                .extracting(payment -> payment.amount().toPlainString())
                .containsExactly("100", "50.1");
        assertThat(fake.payments().get(1).paymentId()).isEqualTo("p-2");
    }

    @Test
    void theSamePaymentTwiceIsTwoTransactionsFoundByTheirEntity() {
        pay("/payments/orders/" + order + "/record-payment", "amount", 10);
        pay("/payments/orders/" + order + "/record-payment", "amount", 10);

        assertThat(object(vendor.get("/payments/transactions" + ALT + "&entityId=" + order))
                        .whole("totalCount"))
                .hasValue(2);
    }

    @Test
    void anUnknownOrderIs404InItsOwnShape() {
        FakeReply reply = pay("/payments/orders/nothing/record-payment");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(object(reply).keys()).containsExactlyInAnyOrder("status", "message", "name", "traceId");
        assertThat(message(reply)).isEqualTo("Order not found");
    }

    @Test
    void aModeNobodyKnowsIsRefused() {
        assertThat(pay("/payments/orders/" + order + "/record-payment", "mode", "gold")
                        .status())
                .isEqualTo(422);
        assertThat(pay("/payments/orders/" + order + "/record-payment", "mode", "card")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLostAnswerOfARecordedPaymentIsStillAPayment() {
        fake.faults(FaultPlan.nth("orders.recordPayment", 1, Fault.DROP_AFTER));

        pay("/payments/orders/" + order + "/record-payment");

        assertThat(fake.payments()).hasSize(1);
        assertThat(fake.requests().entries().get(0).effect()).isTrue();
    }

    @Test
    void ordersAreFulfilled() {
        FakeReply reply = vendor.send(
                "POST",
                "/payments/orders/" + order + "/fulfillments",
                "altId",
                LOCATION,
                "altType",
                "location",
                "trackings",
                List.of(Map.of("trackingNumber", "1")),
                "items",
                List.of(Map.of("priceId", "p", "qty", 1)),
                "notifyCustomer",
                false);

        assertThat(object(reply).object("data")).isPresent();
        assertThat(object(vendor.get("/payments/orders/" + order + "/fulfillments" + ALT))
                        .objects("data"))
                .hasSize(1);
    }

    @Test
    void invoicesWantLimitAndOffset() {
        assertThat(object(vendor.get("/invoices/?altId=" + LOCATION)).texts("message"))
                .contains("altType should not be empty", "limit must be a string", "offset must be a string");
        assertThat(vendor.get("/invoices/" + ALT + "&limit=10&offset=0").status())
                .isEqualTo(200);
    }

    @Test
    void anInvoiceIsMadeSentPaidInPartAndWhole() {
        String id = invoice("50.00");
        vendor.send(
                "POST",
                "/invoices/" + id + "/send",
                "altId",
                LOCATION,
                "altType",
                "location",
                "userId",
                "u",
                "action",
                "send_manually",
                "liveMode",
                true);
        FakeReply part = pay("/invoices/" + id + "/record-payment", "amount", 40);
        FakeReply whole = pay("/invoices/" + id + "/record-payment");

        assertThat(object(part).object("invoice").orElseThrow().text("status")).hasValue("partially_paid");
        assertThat(object(part).object("invoice").orElseThrow().decimal("amountDue"))
                .hasValueSatisfying(due -> assertThat(due).isEqualByComparingTo("50"));
        assertThat(object(whole).object("invoice").orElseThrow().text("status")).hasValue("paid");
        assertThat(fake.payments()).extracting(FakePayment::userId).containsExactly(ann, ann);
    }

    @Test
    void anInvoiceIsChangedAndVoided() {
        String id = invoice("50");
        FakeReply changed = vendor.send(
                "PUT",
                "/invoices/" + id,
                "altId",
                LOCATION,
                "altType",
                "location",
                "name",
                "Dues",
                "currency",
                "USD",
                "issueDate",
                "2026-11-23",
                "dueDate",
                "2026-12-23",
                "invoiceItems",
                List.of(Json.map("amount", 7, "qty", 1)));
        vendor.send("POST", "/invoices/" + id + "/void", "altId", LOCATION, "altType", "location");

        assertThat(object(changed).whole("total")).hasValue(7);
        assertThat(object(vendor.get("/invoices/" + id + ALT)).text("status")).hasValue("void");
        assertThat(object(vendor.get("/invoices/generate-invoice-number" + ALT)).whole("invoiceNumber"))
                .hasValue(2);
    }

    @Test
    void subscriptionsAndPricesAreRead() {
        String subscription = fake.records(RecordKind.SUBSCRIPTION)
                .add(Map.of("contactId", ann))
                .id();
        fake.records(RecordKind.PRICE)
                .add(Map.of(
                        "product",
                        "prod",
                        "name",
                        "Gold",
                        "membershipOffers",
                        List.of(Map.of("label", "Gold", "value", "o", "_id", "x"))));

        assertThat(object(vendor.get("/payments/subscriptions/" + subscription + ALT))
                        .text("status"))
                .hasValue("active");
        assertThat(texts(vendor.get("/products/prod/price?locationId=" + LOCATION), "prices", "name"))
                .containsExactly("Gold");
    }

    @Test
    void couponsAreMadeAndListed() {
        vendor.send(
                "POST",
                "/payments/coupon",
                "altId",
                LOCATION,
                "altType",
                "location",
                "name",
                "Ten",
                "code",
                "TEN",
                "discountType",
                "percentage",
                "discountValue",
                10,
                "startDate",
                "2026-11-23");

        assertThat(texts(vendor.get("/payments/coupon/list" + ALT), "data", "code"))
                .containsExactly("TEN");
    }

    @Test
    void aCourseImportIs201WithoutABody() {
        FakeReply reply = vendor.send(
                "POST",
                "/courses/courses-exporter/public/import",
                "locationId",
                LOCATION,
                "products",
                List.of(Map.of("title", "T", "description", "D")));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEmpty();
        assertThat(fake.records(RecordKind.COURSE_IMPORT).count()).isEqualTo(1);
    }
}
