package dev.membersync.memberships.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.Contract;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders, transactions, subscriptions and coupons, as memberships-api.md 2.5 and apps/payments.json have them. */
class MoneyContractTest {

    private static final String PLACE = "altId=loc1&altType=location";
    private static final String HERE = "\"altId\":\"loc1\",\"altType\":\"location\"";
    private static final String COUPON = """
            {"_id":"cp1","usageCount":12,"limitPerCustomer":5,"altId":"loc1","altType":"location","name":"New",
             "code":"NEW6","discountType":"percentage","discountValue":12.5,"status":"scheduled",
             "startDate":"2025-04-30T18:30:00.000Z","endDate":"2025-05-30T18:30:00.000Z","applyToFuturePayments":true,
             "applyToFuturePaymentsConfig":{"type":"fixed","duration":3,"durationType":"months"},"userId":"s1",
             "createdAt":"2025-04-09T18:49:22.026Z","updatedAt":"2025-04-09T18:49:22.026Z","traceId":"t","news":1}""";

    static List<Contract> table() {
        return Stream.of(orders(), fulfilments(), transactions(), subscriptions(), coupons())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void isOnTheWireAsDocumented(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("table")
    void isTheSameInVersion3(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL_V3);
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("table")
    void aDamagedReplyIsAValueOrOneTypedError(Contract contract) {
        contract.survives(MembershipsProfile.HIGHLEVEL);
    }

    @Test
    void everyOperationHasARow() {
        Contract.noneIsMissing(
                table(),
                MembershipsProfile.HIGHLEVEL,
                "orders",
                "transactions",
                "subscriptions",
                "coupons",
                "payments");
    }

    private static List<Contract> orders() {
        OrderQuery query = OrderQuery.all()
                .status(OrderStatus.COMPLETED)
                .paymentStatus(PaymentStatus.PAID)
                .live(true)
                .between(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 13))
                .search("Awesome order")
                .contact("c1")
                .funnelProducts(List.of("p1", "p2"))
                .source("f1");
        return List.of(
                Contract.of("orders.list", client -> client.orders().list(query))
                        .sends("GET /payments/orders?altId=loc1&status=completed&paymentStatus=paid&paymentMode=live"
                                + "&startAt=2024-02-01&endAt=2024-02-13&search=Awesome%20order&contactId=c1"
                                + "&funnelProductIds=p1%2Cp2&sourceId=f1&limit=100&offset=0")
                        .answers(200, """
                                {"data":[{"_id":"o1","altId":"loc1","altType":"location","contactId":"c1",
                                 "contactName":"James Bond","contactEmail":"jb@example.org","currency":"USD",
                                 "amount":150.10,"subtotal":100,"discount":10,"status":"completed","liveMode":false,
                                 "totalProducts":5,"sourceType":"funnel","sourceName":"onestep","sourceId":"f1",
                                 "sourceMeta":{"domain":"d"},"couponCode":"100PER",
                                 "createdAt":"2023-11-20T10:23:36.515Z","updatedAt":"2024-01-23T09:57:04.846Z",
                                 "sourceSubType":"one_step_order_form","fulfillmentStatus":"unfulfilled",
                                 "onetimeProducts":1,"recurringProducts":1,"createdBy":"u","news":1}],
                                 "totalCount":1,"traceId":"t"}""")
                        .gives(Order.class, MoneyContractTest::isTheOrder),
                Contract.of("orders.get", client -> client.orders().order("o1"))
                        .sends("GET /payments/orders/o1?altId=loc1")
                        .answers(200, """
                                {"_id":"o1","altId":"loc1","altType":"location","contactId":"c1","currency":"USD",
                                 "amount":"150.10","status":"completed","liveMode":false,
                                 "createdAt":1700475816515,"updatedAt":"2024-01-23T09:57:04.846Z",
                                 "fulfillmentStatus":"unfulfilled","contactSnapshot":{"last_name":"M"},
                                 "amountSummary":{"subtotal":100,"discount":10},
                                 "source":{"type":"membership","subType":"store","id":"f1","name":"onestep",
                                 "meta":{"stepId":"s"}},"items":[{"qty":1}],"coupon":{"code":"FEST10"},
                                 "trackingId":"tr","fingerprint":"fp","meta":{"a":true},"markAsTest":false,
                                 "traceId":"t","automaticTaxesCalculated":true,"createdBy":"u","news":1}""")
                        .gives(Order.class, MoneyContractTest::isTheDetail),
                Contract.of(
                                "orders.recordPayment",
                                client -> client.orders()
                                        .recordPayment(
                                                "o1",
                                                OrderPayment.card("visa", "1234")
                                                        .amount(new BigDecimal("150.10"))
                                                        .partial()
                                                        .notes("ext-1")
                                                        .meta(Map.of("k", "v"))))
                        .sends(
                                "POST /payments/orders/o1/record-payment",
                                "{" + HERE + ",\"mode\":\"card\",\"card\":{\"type\":\"visa\",\"last4\":\"1234\"},"
                                        + "\"amount\":150.10,\"isPartialPayment\":true,\"notes\":\"ext-1\","
                                        + "\"meta\":{\"k\":\"v\"}}")
                        .answers(200, "{\"success\":true}"),
                Contract.of(
                                "orders.recordPayment",
                                client -> client.orders().recordPayment("o1", OrderPayment.cheque("129-912")))
                        .sends(
                                "POST /payments/orders/o1/record-payment",
                                "{" + HERE + ",\"mode\":\"cheque\",\"cheque\":{\"number\":\"129-912\"}}")
                        .answers(201, "{}"),
                paid("cash", OrderPayment.cash()),
                paid("bank_transfer", OrderPayment.bankTransfer()),
                paid("other", OrderPayment.other()),
                Contract.of("orders.notes", client -> client.orders().notes("o1"))
                        .sends("GET /payments/orders/o1/notes?" + PLACE)
                        .answers(200, "[{\"note\":\"n\"}]")
                        .gives(String.class, notes -> assertThat(notes).isEqualTo("[{\"note\":\"n\"}]")));
    }

    private static Contract paid(String mode, OrderPayment payment) {
        return Contract.of("orders.recordPayment", client -> client.orders().recordPayment("o1", payment))
                .sends("POST /payments/orders/o1/record-payment", "{" + HERE + ",\"mode\":\"" + mode + "\"}")
                .answers(200, "{\"success\":true}");
    }

    private static List<Contract> fulfilments() {
        String fulfilment = """
                {"altId":"loc1","altType":"location","trackings":[{"trackingNumber":"4001","shippingCarrier":"FedEx",
                 "trackingUrl":"https://example.org/4001"}],"_id":"ff1","items":[{"_id":"i1","name":"Badge","qty":1}],
                 "createdAt":"2023-12-12T09:27:42.355Z","updatedAt":"2023-12-12T09:27:42.355Z","news":1}""";
        return List.of(
                Contract.of(
                                "orders.fulfil",
                                client -> client.orders()
                                        .fulfil(
                                                "o1",
                                                new FulfilmentDraft(
                                                        Map.of("price1", 2),
                                                        List.of(Tracking.of("FedEx", "4001")),
                                                        false)))
                        .sends(
                                "POST /payments/orders/o1/fulfillments",
                                "{" + HERE
                                        + ",\"trackings\":[{\"trackingNumber\":\"4001\",\"shippingCarrier\":\"FedEx\"}],"
                                        + "\"items\":[{\"priceId\":\"price1\",\"qty\":2}],\"notifyCustomer\":false}")
                        .answers(200, "{\"status\":true,\"data\":" + fulfilment + "}")
                        .gives(Fulfilment.class, MoneyContractTest::isTheFulfilment),
                Contract.of("orders.fulfilments", client -> client.orders().fulfilments("o1"))
                        .sends("GET /payments/orders/o1/fulfillments?" + PLACE)
                        .answers(200, "{\"status\":true,\"data\":[" + fulfilment + "]}")
                        .gives(Fulfilment.class, MoneyContractTest::isTheFulfilment));
    }

    private static List<Contract> transactions() {
        TransactionQuery query = TransactionQuery.all()
                .live(false)
                .between(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 13))
                .source(SourceType.MEMBERSHIP)
                .source(SourceSubType.STORE)
                .search("x")
                .subscription("sub1")
                .entity("o1")
                .contact("c1");
        return List.of(
                Contract.of("transactions.list", client -> client.transactions().list(query))
                        .sends("GET /payments/transactions?" + PLACE + "&paymentMode=test&startAt=2024-02-01"
                                + "&endAt=2024-02-13&entitySourceType=membership&entitySourceSubType=store&search=x"
                                + "&subscriptionId=sub1&entityId=o1&contactId=c1&limit=100&offset=0")
                        .answers(200, """
                                {"data":[{"_id":"t1","altId":"loc1","altType":"location","contactId":"c1",
                                 "mergedFromContactId":"c0","contactName":"James Bond","contactEmail":"jb@example.org",
                                 "currency":"USD","amount":100,"status":"succeeded","liveMode":true,
                                 "entityType":"order","entityId":"o1","entitySourceType":"funnel",
                                 "entitySourceSubType":"two_step_order_form","entitySourceName":"new funnel",
                                 "entitySourceId":"f1","entitySourceMeta":{"domain":"d"},"subscriptionId":"sub1",
                                 "chargeId":"in1","chargeSnapshot":{"id":"in1"},"paymentProviderType":"stripe",
                                 "paymentProviderConnectedAccount":"a","ipAddress":"192.0.2.1",
                                 "createdAt":"2023-11-20T10:23:36.515Z","updatedAt":"2023-11-20T10:23:36.515Z",
                                 "amountRefunded":10.5,"paymentMethod":{"card":{"brand":"visa"}},
                                 "fulfilledAt":"2023-11-20T10:27:36.515Z","createdBy":"u"}],"totalCount":1}""")
                        .gives(Transaction.class, MoneyContractTest::isTheTransaction),
                Contract.of("transactions.get", client -> client.transactions().transaction("t1"))
                        .sends("GET /payments/transactions/t1?" + PLACE)
                        .answers(200, """
                                {"_id":"t1","altType":"location","altId":"loc1","contactId":"c1",
                                 "contactSnapshot":{"last_name":"M"},"currency":"USD","amount":100,
                                 "status":"succeeded","liveMode":true,"createdAt":"2023-11-20T10:23:36.515Z",
                                 "entityType":"order","entityId":"o1","entitySource":{"type":"funnel",
                                 "subType":"two_step_order_form","id":"f1","name":"new funnel","meta":{"stepId":"s"}},
                                 "chargeId":"in1","invoiceId":"inv1","subscriptionId":"sub1",
                                 "paymentProvider":{"type":"stripe"},"markAsTest":false,"isParent":false,
                                 "amountRefunded":10.5,"receiptId":"r1","qboSynced":false,"traceId":"t",
                                 "mergedFromContactId":"c0","fulfilledAt":"2023-11-20T10:27:36.515Z"}""")
                        .gives(Transaction.class, transaction -> {
                            isTheTransaction(transaction);
                            assertThat(transaction.invoiceId()).contains("inv1");
                            assertThat(transaction.source().extra()).containsKey("meta");
                        }));
    }

    private static List<Contract> subscriptions() {
        SubscriptionQuery query = SubscriptionQuery.all()
                .entity("o1")
                .live(true)
                .between(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 13))
                .source(SourceType.FUNNEL)
                .search("x")
                .contact("c1")
                .id("s1")
                .countingPayments();
        return List.of(
                Contract.of(
                                "subscriptions.list",
                                client -> client.subscriptions().list(query))
                        .sends("GET /payments/subscriptions?" + PLACE + "&entityId=o1&paymentMode=live"
                                + "&startAt=2024-02-01&endAt=2024-02-13&entitySourceType=funnel&search=x&contactId=c1"
                                + "&id=s1&getPaymentsCollectedCount=true&limit=100&offset=0")
                        .answers(200, """
                                {"data":[{"_id":"s1","altId":"loc1","altType":"location","contactId":"c1",
                                 "contactName":"James Bond","contactEmail":"jb@example.org","currency":"USD",
                                 "amount":19.99,"status":"active","liveMode":true,"entityType":"order",
                                 "entityId":"o1","entitySourceType":"membership","entitySourceName":"F",
                                 "entitySourceId":"f1","entitySourceMeta":{},"subscriptionId":"I-0UE",
                                 "subscriptionSnapshot":{"status":"ACTIVE"},"paymentProviderType":"stripe",
                                 "ipAddress":"192.0.2.1","createdAt":"2023-11-20T10:23:36.515Z",
                                 "updatedAt":"2023-11-20T10:23:36.515Z","createdBy":"u"}],"totalCount":1}""")
                        .gives(Subscription.class, MoneyContractTest::isTheSubscription),
                Contract.of(
                                "subscriptions.get",
                                client -> client.subscriptions().subscription("s1"))
                        .sends("GET /payments/subscriptions/s1?" + PLACE)
                        .answers(200, """
                                {"_id":"s1","altType":"location","altId":"loc1","contactId":"c1","currency":"USD",
                                 "amount":19.99,"status":"active","liveMode":true,"entityType":"order",
                                 "entityId":"o1","entitySource":{"type":"membership","id":"f1"},
                                 "subscriptionId":"I-0UE","subscriptionSnapshot":{},"markAsTest":false,
                                 "schedule":{"executeAt":"x","rrule":{"intervalType":"monthly","interval":2}},
                                 "autoPayment":{},"recurringProduct":{},"canceledAt":"2024-01-01T00:00:00.000Z",
                                 "canceledBy":"u","traceId":"t"}""")
                        .gives(Subscription.class, subscription -> {
                            isTheSubscription(subscription);
                            assertThat(subscription.canceledAt()).contains(Instant.parse("2024-01-01T00:00:00Z"));
                            assertThat(subscription.extra()).containsKey("schedule");
                        }));
    }

    private static List<Contract> coupons() {
        Instant start = Instant.parse("2025-04-30T18:30:00Z");
        CouponDraft draft = CouponDraft.percentage("New", "NEW6", new BigDecimal("12.5"), start)
                .until(start.plusSeconds(86_400))
                .usageLimit(10)
                .products(List.of("p1"))
                .forMonths(3)
                .oncePerCustomer(true);
        String sent = "\"name\":\"New\",\"code\":\"NEW6\",\"discountType\":\"percentage\",\"discountValue\":12.5,"
                + "\"startDate\":\"2025-04-30T18:30:00.000Z\",\"endDate\":\"2025-05-01T18:30:00.000Z\","
                + "\"usageLimit\":10,\"productIds\":[\"p1\"],\"applyToFuturePayments\":true,"
                + "\"applyToFuturePaymentsConfig\":{\"type\":\"fixed\",\"duration\":3,\"durationType\":\"months\"},"
                + "\"limitPerCustomer\":true";
        return List.of(
                Contract.of(
                                "coupons.list",
                                client -> client.coupons()
                                        .list(CouponQuery.all()
                                                .status(CouponStatus.SCHEDULED)
                                                .search("NEW")))
                        .sends("GET /payments/coupon/list?" + PLACE + "&status=scheduled&search=NEW&limit=100&offset=0")
                        .answers(200, "{\"data\":[" + COUPON + "],\"totalCount\":1,\"traceId\":\"t\"}")
                        .gives(Coupon.class, MoneyContractTest::isTheCoupon),
                Contract.of("coupons.get", client -> client.coupons().coupon("cp1", "NEW6"))
                        .sends("GET /payments/coupon?" + PLACE + "&id=cp1&code=NEW6")
                        .answers(200, COUPON)
                        .gives(Coupon.class, MoneyContractTest::isTheCoupon),
                Contract.of("coupons.create", client -> client.coupons().create(draft))
                        .sends("POST /payments/coupon", "{" + HERE + "," + sent + "}")
                        .answers(201, COUPON)
                        .gives(Coupon.class, MoneyContractTest::isTheCoupon),
                Contract.of(
                                "coupons.create",
                                client -> client.coupons()
                                        .create(CouponDraft.amount("Five", "FIVE", new BigDecimal("5.00"), start)
                                                .firstPaymentOnly()
                                                .extra("priceIds", List.of("pr1"))))
                        .sends(
                                "POST /payments/coupon",
                                "{" + HERE + ",\"name\":\"Five\",\"code\":\"FIVE\",\"discountType\":\"amount\","
                                        + "\"discountValue\":5.00,\"startDate\":\"2025-04-30T18:30:00.000Z\","
                                        + "\"applyToFuturePayments\":false,\"priceIds\":[\"pr1\"]}")
                        .answers(201, COUPON),
                Contract.of("coupons.update", client -> client.coupons().update("cp1", draft))
                        .sends("PUT /payments/coupon", "{" + HERE + "," + sent + ",\"id\":\"cp1\"}")
                        .answers(200, COUPON)
                        .gives(Coupon.class, MoneyContractTest::isTheCoupon),
                Contract.of("coupons.delete", client -> client.coupons().delete("cp1"))
                        .sends("DELETE /payments/coupon", "{" + HERE + ",\"id\":\"cp1\"}")
                        .answers(200, "{\"success\":true,\"traceId\":\"t\"}"));
    }

    private static void isTheOrder(Order order) {
        assertThat(order.id()).isEqualTo("o1");
        assertThat(order.status()).contains(OrderStatus.COMPLETED);
        assertThat(order.contactId()).contains("c1");
        assertThat(order.contactName()).contains("James Bond");
        assertThat(order.contactEmail()).contains("jb@example.org");
        assertThat(order.amount()).contains(new BigDecimal("150.10"));
        assertThat(order.currency()).contains("USD");
        assertThat(order.liveMode()).contains(false);
        assertThat(order.source())
                .isEqualTo(new PaymentSource(
                        java.util.Optional.of(SourceType.FUNNEL),
                        java.util.Optional.of(new SourceSubType("one_step_order_form")),
                        java.util.Optional.of("f1"),
                        java.util.Optional.of("onestep"),
                        Map.of()));
        assertThat(order.fulfillmentStatus()).contains("unfulfilled");
        assertThat(order.createdAt()).contains(Instant.parse("2023-11-20T10:23:36.515Z"));
        assertThat(order.updatedAt()).contains(Instant.parse("2024-01-23T09:57:04.846Z"));
        assertThat(order.extra()).containsEntry("news", 1).containsKeys("sourceMeta", "couponCode");
        assertThat(order.toString()).contains("o1").doesNotContain("Bond", "jb@");
    }

    private static void isTheDetail(Order order) {
        assertThat(order.amount()).contains(new BigDecimal("150.10"));
        assertThat(order.source().type()).contains(SourceType.MEMBERSHIP);
        assertThat(order.source().extra()).containsKey("meta");
        assertThat(order.createdAt()).contains(Instant.parse("2023-11-20T10:23:36.515Z"));
        assertThat(order.extra()).containsEntry("news", 1).containsKeys("items", "amountSummary", "contactSnapshot");
    }

    private static void isTheFulfilment(Fulfilment fulfilment) {
        assertThat(fulfilment.id()).isEqualTo("ff1");
        assertThat(fulfilment.trackings()).singleElement().satisfies(parcel -> {
            assertThat(parcel.number()).contains("4001");
            assertThat(parcel.carrier()).contains("FedEx");
            assertThat(parcel.url()).contains("https://example.org/4001");
        });
        assertThat(fulfilment.createdAt()).isPresent();
        assertThat(fulfilment.extra()).containsEntry("news", 1).containsKey("items");
    }

    private static void isTheTransaction(Transaction transaction) {
        assertThat(transaction.id()).isEqualTo("t1");
        assertThat(transaction.status()).contains(TransactionStatus.SUCCEEDED);
        assertThat(transaction.amount()).contains(new BigDecimal("100"));
        assertThat(transaction.amountRefunded()).contains(new BigDecimal("10.5"));
        assertThat(transaction.entityType()).contains("order");
        assertThat(transaction.entityId()).contains("o1");
        assertThat(transaction.source().type()).contains(SourceType.FUNNEL);
        assertThat(transaction.source().subType()).contains(new SourceSubType("two_step_order_form"));
        assertThat(transaction.subscriptionId()).contains("sub1");
        assertThat(transaction.chargeId()).contains("in1");
        assertThat(transaction.fulfilledAt()).contains(Instant.parse("2023-11-20T10:27:36.515Z"));
        assertThat(transaction.extra()).containsEntry("mergedFromContactId", "c0");
        assertThat(transaction.toString()).contains("t1").doesNotContain("Bond", "jb@");
    }

    private static void isTheSubscription(Subscription subscription) {
        assertThat(subscription.id()).isEqualTo("s1");
        assertThat(subscription.status()).contains(SubscriptionStatus.ACTIVE);
        assertThat(subscription.amount()).contains(new BigDecimal("19.99"));
        assertThat(subscription.source().type()).contains(SourceType.MEMBERSHIP);
        assertThat(subscription.source().id()).contains("f1");
        assertThat(subscription.subscriptionId()).contains("I-0UE");
        assertThat(subscription.extra()).containsKey("subscriptionSnapshot");
        assertThat(subscription.toString()).contains("s1").doesNotContain("Bond", "jb@");
    }

    private static void isTheCoupon(Coupon coupon) {
        assertThat(coupon.id()).isEqualTo("cp1");
        assertThat(coupon.code()).contains("NEW6");
        assertThat(coupon.discountType()).contains("percentage");
        assertThat(coupon.discountValue()).contains(new BigDecimal("12.5"));
        assertThat(coupon.status()).contains(CouponStatus.SCHEDULED);
        assertThat(coupon.startDate()).contains(Instant.parse("2025-04-30T18:30:00Z"));
        assertThat(coupon.endDate()).contains(Instant.parse("2025-05-30T18:30:00Z"));
        assertThat(coupon.usageCount()).hasValue(12);
        assertThat(coupon.extra()).containsEntry("news", 1).containsEntry("limitPerCustomer", 5);
    }
}
