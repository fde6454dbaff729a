package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.course.Course;
import dev.membersync.memberships.course.CourseCategory;
import dev.membersync.memberships.course.CoursePost;
import dev.membersync.memberships.invoice.Invoice;
import dev.membersync.memberships.invoice.InvoiceContact;
import dev.membersync.memberships.invoice.InvoiceDraft;
import dev.membersync.memberships.invoice.InvoiceItem;
import dev.membersync.memberships.invoice.InvoicePayment;
import dev.membersync.memberships.invoice.InvoiceQuery;
import dev.membersync.memberships.invoice.InvoiceSending;
import dev.membersync.memberships.invoice.InvoiceStatus;
import dev.membersync.memberships.invoice.InvoiceUpdate;
import dev.membersync.memberships.oauth.InstalledLocation;
import dev.membersync.memberships.payment.Coupon;
import dev.membersync.memberships.payment.CouponDraft;
import dev.membersync.memberships.payment.CouponQuery;
import dev.membersync.memberships.payment.CouponStatus;
import dev.membersync.memberships.payment.Fulfilment;
import dev.membersync.memberships.payment.FulfilmentDraft;
import dev.membersync.memberships.payment.Order;
import dev.membersync.memberships.payment.OrderPayment;
import dev.membersync.memberships.payment.OrderQuery;
import dev.membersync.memberships.payment.PaymentStatus;
import dev.membersync.memberships.payment.SourceType;
import dev.membersync.memberships.payment.Subscription;
import dev.membersync.memberships.payment.SubscriptionQuery;
import dev.membersync.memberships.payment.Tracking;
import dev.membersync.memberships.payment.Transaction;
import dev.membersync.memberships.payment.TransactionQuery;
import dev.membersync.memberships.product.MembershipOffer;
import dev.membersync.memberships.product.Price;
import dev.membersync.memberships.product.PriceDraft;
import dev.membersync.memberships.product.Recurrence;
import dev.membersync.testkit.RecordKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What each operation on money, prices, courses and access does and shows, client against fake. */
final class MoneyStories {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final BigDecimal TEN = new BigDecimal("10.50");
    private static final List<InvoiceItem> ITEMS = List.of(InvoiceItem.of("Gold", "USD", TEN, 2));
    private static final CouponDraft COUPON = CouponDraft.percentage(
                    "Ten", "TEN", BigDecimal.TEN, Instant.parse("2020-01-01T00:00:00Z"))
            .usageLimit(5)
            .products(List.of("pd1"))
            .oncePerCustomer(true);

    private MoneyStories() {}

    static Map<String, Consumer<HighLevelStage>> all() {
        Map<String, Consumer<HighLevelStage>> rows = new LinkedHashMap<>();
        orders(rows);
        moved(rows);
        coupons(rows);
        invoices(rows);
        sold(rows);
        access(rows);
        return rows;
    }

    private static String order(HighLevelStage stage) {
        return stage.add(
                RecordKind.ORDER,
                Map.of(
                        "contactId",
                        stage.ann(),
                        "amount",
                        TEN,
                        "source",
                        Map.of("type", "membership", "id", "s1", "name", "Gold"),
                        "items",
                        List.of(Map.of("name", "Gold", "qty", 1))));
    }

    private static void orders(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("orders.list", stage -> {
            String id = order(stage);
            OrderQuery query = OrderQuery.all()
                    .paymentStatus(new PaymentStatus("unpaid"))
                    .live(true)
                    .between(LocalDate.EPOCH, LocalDate.of(2999, 1, 1))
                    .search("Gold");
            assertThat(stage.client.orders().list(query)).singleElement().satisfies(row -> {
                assertThat(row.id()).isEqualTo(id);
                assertThat(row.source().type()).contains(SourceType.MEMBERSHIP);
                assertThat(row.contactEmail()).contains("ann@example.org");
            });
        });
        rows.put("orders.get", stage -> {
            Order order = stage.client.orders().order(order(stage)).execute();
            assertThat(order.amount()).contains(TEN);
            assertThat(order.source().name()).contains("Gold");
            assertThat(order.extra()).containsKeys("contactSnapshot", "items");
        });
        rows.put("orders.recordPayment", stage -> {
            String id = order(stage);
            OrderPayment part = OrderPayment.card("visa", "4242")
                    .amount(new BigDecimal("4"))
                    .partial()
                    .notes("desk")
                    .meta(Map.of("externalPaymentId", "p-1"));
            stage.client.orders().recordPayment(id, part).execute();
            assertThat(stage.record(RecordKind.ORDER, id).text("paymentStatus")).contains("partially_paid");
            stage.client.orders().recordPayment(id, OrderPayment.cheque("77")).execute();
            assertThat(stage.record(RecordKind.ORDER, id).text("paymentStatus")).contains("paid");
            assertThat(stage.fake.payments().get(0).paymentId()).isEqualTo("p-1");
        });
        rows.put("orders.fulfil", stage -> {
            Fulfilment made =
                    stage.client.orders().fulfil(order(stage), parcel()).execute();
            assertThat(made.trackings())
                    .singleElement()
                    .satisfies(tracking -> assertThat(tracking.number()).contains("4001"));
        });
        rows.put("orders.fulfilments", stage -> {
            String id = order(stage);
            Fulfilment made = stage.client.orders().fulfil(id, parcel()).execute();
            assertThat(stage.client.orders().fulfilments(id))
                    .extracting(Fulfilment::id)
                    .containsExactly(made.id());
        });
        rows.put(
                "orders.notes",
                stage -> assertThat(stage.client.orders().notes(order(stage)).execute())
                        .contains("data"));
    }

    private static FulfilmentDraft parcel() {
        return new FulfilmentDraft(Map.of("pr1", 1), List.of(Tracking.of("FedEx", "4001")), false);
    }

    private static void moved(Map<String, Consumer<HighLevelStage>> rows) {
        Map<String, Object> money =
                Map.of("contactId", "c1", "entityId", "o1", "amount", TEN, "entitySourceType", "membership");
        rows.put("transactions.list", stage -> {
            String id = stage.add(RecordKind.TRANSACTION, money);
            stage.add(RecordKind.TRANSACTION, Map.of("entityId", "o2"));
            TransactionQuery query =
                    TransactionQuery.all().entity("o1").contact("c1").live(true).source(SourceType.MEMBERSHIP);
            assertThat(stage.client.transactions().list(query))
                    .extracting(Transaction::id)
                    .containsExactly(id);
        });
        rows.put("transactions.get", stage -> {
            String id = stage.add(RecordKind.TRANSACTION, money);
            Transaction paid = stage.client.transactions().transaction(id).execute();
            assertThat(paid.amount()).contains(TEN);
            assertThat(paid.source().type()).contains(SourceType.MEMBERSHIP);
        });
        rows.put("subscriptions.list", stage -> {
            String id = stage.add(RecordKind.SUBSCRIPTION, money);
            SubscriptionQuery query =
                    SubscriptionQuery.all().id(id).entity("o1").countingPayments();
            assertThat(stage.client.subscriptions().list(query))
                    .extracting(Subscription::id)
                    .containsExactly(id);
        });
        rows.put("subscriptions.get", stage -> {
            String id = stage.add(RecordKind.SUBSCRIPTION, money);
            assertThat(stage.client.subscriptions().subscription(id).execute().amount())
                    .contains(TEN);
        });
    }

    private static void coupons(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("coupons.list", stage -> {
            String id = stage.client.coupons().create(COUPON).execute().id();
            CouponQuery query = CouponQuery.all().status(CouponStatus.ACTIVE).search("ten");
            assertThat(stage.client.coupons().list(query))
                    .extracting(Coupon::id)
                    .containsExactly(id);
            assertThat(stage.client.coupons().list(CouponQuery.all().status(CouponStatus.EXPIRED)))
                    .isEmpty();
        });
        rows.put("coupons.get", stage -> {
            String id = stage.client.coupons().create(COUPON).execute().id();
            Coupon coupon = stage.client.coupons().coupon(id, "TEN").execute();
            assertThat(coupon.usageCount()).hasValue(0);
            assertThat(coupon.extra()).containsEntry("limitPerCustomer", 1);
        });
        rows.put("coupons.create", stage -> {
            Coupon coupon = stage.client
                    .coupons()
                    .create(COUPON.until(Instant.parse("2020-02-01T00:00:00Z")).forMonths(3))
                    .execute();
            assertThat(coupon.status()).contains(CouponStatus.EXPIRED);
            assertThat(coupon.discountValue()).contains(BigDecimal.TEN);
        });
        rows.put("coupons.update", stage -> {
            String id = stage.client.coupons().create(COUPON).execute().id();
            CouponDraft draft = CouponDraft.amount("Five", "FIVE", TEN, Instant.parse("2999-01-01T00:00:00Z"))
                    .firstPaymentOnly();
            Coupon after = stage.client.coupons().update(id, draft).execute();
            assertThat(after.code()).contains("FIVE");
            assertThat(after.status()).contains(CouponStatus.SCHEDULED);
            assertThat(after.id()).isEqualTo(id);
        });
        rows.put("coupons.delete", stage -> {
            String id = stage.client.coupons().create(COUPON).execute().id();
            stage.client.coupons().delete(id).execute();
            assertThat(stage.gone(RecordKind.COUPON, id)).isEmpty();
        });
    }

    private static Invoice invoice(HighLevelStage stage) {
        InvoiceContact ann = InvoiceContact.of(stage.ann(), "Ann Lee", "ann@example.org", "+15550100");
        InvoiceDraft draft = InvoiceDraft.of("Gold", ann, "USD", ITEMS, DAY)
                .business(Map.of("name", "Club"))
                .dueDate(DAY.plusDays(13))
                .title("INVOICE")
                .termsNotes("t")
                .number("77")
                .discountPercentage(BigDecimal.TEN)
                .sentTo(List.of("ann@example.org"));
        return stage.client.invoices().create(draft).execute();
    }

    private static void invoices(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("invoices.list", stage -> {
            Invoice made = invoice(stage);
            InvoiceQuery query = InvoiceQuery.all()
                    .status(InvoiceStatus.DRAFT)
                    .contact(made.contact().orElseThrow().id().orElseThrow())
                    .live(true)
                    .newestFirst();
            assertThat(stage.client.invoices().list(query))
                    .extracting(Invoice::id)
                    .containsExactly(made.id());
        });
        rows.put("invoices.get", stage -> {
            Invoice made = invoice(stage);
            Invoice read = stage.client.invoices().invoice(made.id()).execute();
            assertThat(read.number()).contains("77");
            assertThat(read.contact().orElseThrow().email()).contains("ann@example.org");
            assertThat(read.items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.amount()).contains(TEN));
        });
        rows.put("invoices.create", stage -> {
            Invoice made = invoice(stage);
            assertThat(made.total().orElseThrow()).isEqualByComparingTo("18.9");
            assertThat(made.due().orElseThrow()).isEqualByComparingTo("18.9");
            assertThat(made.status()).contains(InvoiceStatus.DRAFT);
        });
        rows.put("invoices.update", stage -> {
            InvoiceUpdate update = InvoiceUpdate.of(
                            "Silver", "USD", List.of(InvoiceItem.of("S", "USD", TEN, 1)), DAY, DAY.plusDays(1))
                    .discount(BigDecimal.ONE)
                    .live(true);
            Invoice after =
                    stage.client.invoices().update(invoice(stage).id(), update).execute();
            assertThat(after.name()).contains("Silver");
            assertThat(after.total().orElseThrow()).isEqualByComparingTo("9.5");
        });
        rows.put("invoices.send", stage -> {
            InvoiceSending sending = InvoiceSending.manually("u1").from("Club", "club@example.org");
            var sent =
                    stage.client.invoices().send(invoice(stage).id(), sending).execute();
            assertThat(sent.invoice().status()).contains(InvoiceStatus.SENT);
            assertThat(sent.extra()).containsKeys("smsData", "emailData");
        });
        rows.put(
                "invoices.void",
                stage -> assertThat(stage.client
                                .invoices()
                                .makeVoid(invoice(stage).id())
                                .execute()
                                .status())
                        .contains(InvoiceStatus.VOID));
        rows.put("invoices.recordPayment", stage -> {
            String id = invoice(stage).id();
            InvoicePayment part = InvoicePayment.card("visa", "4242", "desk")
                    .amount(new BigDecimal("8.9"))
                    .fulfilledAt(Instant.parse("2026-11-02T00:00:00Z"))
                    .meta(Map.of("externalPaymentId", "p-1"));
            Invoice after = stage.client.invoices().recordPayment(id, part).execute();
            assertThat(after.status()).contains(InvoiceStatus.PARTIALLY_PAID);
            assertThat(after.due().orElseThrow()).isEqualByComparingTo("10");
            assertThat(stage.client
                            .invoices()
                            .recordPayment(id, InvoicePayment.cash("rest"))
                            .execute()
                            .status())
                    .contains(InvoiceStatus.PAID);
        });
        rows.put(
                "invoices.number",
                stage -> assertThat(stage.client.invoices().nextNumber().execute())
                        .isEqualTo("1"));
    }

    private static void sold(Map<String, Consumer<HighLevelStage>> rows) {
        PriceDraft gold = PriceDraft.recurring("Gold", "USD", TEN, new Recurrence(Recurrence.MONTH, 1))
                .description("d")
                .membershipOffers(List.of(MembershipOffer.of("of1", "Gold", "gold")))
                .trialDays(7)
                .totalCycles(12)
                .setupFee(BigDecimal.ONE)
                .compareAtPrice(BigDecimal.valueOf(20));
        rows.put("prices.list", stage -> {
            Price made = stage.client.prices().create("pd1", gold).execute();
            stage.client.prices().create("pd1", gold).execute();
            assertThat(stage.client.prices().list("pd1", List.of(made.id())))
                    .extracting(Price::id)
                    .containsExactly(made.id());
            assertThat(stage.client.prices().list("pd1")).hasSize(2);
        });
        rows.put("prices.get", stage -> {
            String id = stage.client.prices().create("pd1", gold).execute().id();
            assertThat(stage.client.prices().price("pd1", id).execute().amount())
                    .contains(TEN);
        });
        rows.put("prices.create", stage -> {
            Price made = stage.client.prices().create("pd1", gold).execute();
            assertThat(made.recurrence()).contains(new Recurrence(Recurrence.MONTH, 1));
            assertThat(made.membershipOffers()).containsExactly(MembershipOffer.of("of1", "Gold", "gold"));
            assertThat(made.productId()).contains("pd1");
        });
        rows.put("prices.update", stage -> {
            String id = stage.client.prices().create("pd1", gold).execute().id();
            PriceDraft once = PriceDraft.oneTime("Once", "USD", BigDecimal.ONE);
            assertThat(stage.client.prices().update("pd1", id, once).execute().name())
                    .contains("Once");
        });
        rows.put("courses.import", stage -> {
            Course course =
                    Course.of("C", "d", CourseCategory.of("K", CoursePost.video("V", "d", "https://x.example/v")));
            stage.client.courses().importCourses(List.of(course), "u1").execute();
            assertThat(stage.records(RecordKind.COURSE_IMPORT).all()).hasSize(1);
        });
    }

    private static void access(Map<String, Consumer<HighLevelStage>> rows) {
        rows.put("oauth.exchange", stage -> {
            Grant grant = stage.oauth()
                    .exchange(Secret.of(stage.fake.oauth().authorize(HighLevelStage.APP)))
                    .execute();
            assertThat(grant.scopes()).contains("contacts.readonly");
            assertThat(grant.facts()).containsEntry("locationId", "loc1");
        });
        rows.put("oauth.refresh", stage -> {
            var oauth = stage.oauth();
            Grant first = oauth.exchange(Secret.of(stage.fake.oauth().authorize(HighLevelStage.APP)))
                    .execute();
            Grant second = oauth.refresh(first.refreshToken().orElseThrow()).execute();
            assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken()).isPresent();
        });
        rows.put("oauth.reconnect", stage -> {
            stage.fake.oauth().authorize(HighLevelStage.APP);
            Secret code = stage.oauth().reconnectLocation("loc1").execute();
            assertThat(stage.oauth().exchange(code).execute().refreshToken()).isPresent();
        });
        rows.put("oauth.locationToken", stage -> {
            try (var agency = stage.agencyApp()) {
                Grant minted = agency.oauth().locationToken("loc1").execute();
                assertThat(minted.scopes()).contains("oauth.readonly", "oauth.write");
                assertThat(minted.expiresAt()).isPresent();
            }
        });
        rows.put("oauth.installedLocations", stage -> {
            stage.fake.oauth().authorize(HighLevelStage.APP);
            try (var agency = stage.agencyApp()) {
                assertThat(agency.oauth().installedLocations(HighLevelStage.APP.substring(0, 24)))
                        .extracting(InstalledLocation::id)
                        .containsExactly("loc1");
            }
        });
    }
}
