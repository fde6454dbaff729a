package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Fields;
import dev.membersync.memberships.internal.Ids;
import java.util.Map;

/** Reads the records of this room. Each reads {@code extra} last: it is what nobody has asked for. */
final class PaymentReader {

    private PaymentReader() {}

    static Order order(Fields row) {
        return new Order(
                Ids.of(row, "an order", "_id", "id"),
                row.text("status").map(OrderStatus::new),
                row.text("contactId"),
                row.text("contactName"),
                row.text("contactEmail"),
                row.decimal("amount"),
                row.text("currency"),
                row.flag("liveMode"),
                source(row, "source"),
                row.text("fulfillmentStatus"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.rest());
    }

    static Transaction transaction(Fields row) {
        return new Transaction(
                Ids.of(row, "a transaction", "_id", "id"),
                row.text("status").map(TransactionStatus::new),
                row.text("contactId"),
                row.text("contactName"),
                row.text("contactEmail"),
                row.decimal("amount"),
                row.decimal("amountRefunded"),
                row.text("currency"),
                row.flag("liveMode"),
                row.text("entityType"),
                row.text("entityId"),
                source(row, "entitySource"),
                row.text("subscriptionId"),
                row.text("invoiceId"),
                row.text("chargeId"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.instant("fulfilledAt"),
                row.rest());
    }

    static Subscription subscription(Fields row) {
        return new Subscription(
                Ids.of(row, "a subscription", "_id", "id"),
                row.text("status").map(SubscriptionStatus::new),
                row.text("contactId"),
                row.text("contactName"),
                row.text("contactEmail"),
                row.decimal("amount"),
                row.text("currency"),
                row.flag("liveMode"),
                row.text("entityType"),
                row.text("entityId"),
                source(row, "entitySource"),
                row.text("subscriptionId"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.instant("canceledAt"),
                row.rest());
    }

    static Coupon coupon(Fields row) {
        return new Coupon(
                Ids.of(row, "a coupon", "_id", "id"),
                row.text("name"),
                row.text("code"),
                row.text("discountType"),
                row.decimal("discountValue"),
                row.text("status").map(CouponStatus::new),
                row.instant("startDate"),
                row.instant("endDate"),
                row.number("usageCount"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.rest());
    }

    static Fulfilment fulfilment(Fields row) {
        return new Fulfilment(
                Ids.of(row, "a fulfilment", "_id", "id"),
                row.objects("trackings").stream()
                        .map(parcel -> new Tracking(
                                parcel.text("trackingNumber"),
                                parcel.text("shippingCarrier"),
                                parcel.text("trackingUrl")))
                        .toList(),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.rest());
    }

    /** Lists spell {@code sourceType} where details nest {@code source.type}. */
    private static PaymentSource source(Fields row, String key) {
        return row.object(key)
                .map(nested -> new PaymentSource(
                        nested.text("type").map(SourceType::new),
                        nested.text("subType").map(SourceSubType::new),
                        nested.text("id", "_id"),
                        nested.text("name"),
                        nested.rest()))
                .orElseGet(() -> new PaymentSource(
                        row.text(key + "Type").map(SourceType::new),
                        row.text(key + "SubType").map(SourceSubType::new),
                        row.text(key + "Id"),
                        row.text(key + "Name"),
                        Map.of()));
    }
}
