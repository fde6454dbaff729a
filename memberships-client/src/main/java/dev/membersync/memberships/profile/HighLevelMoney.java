package dev.membersync.memberships.profile;

import static dev.membersync.client.Confidence.DOC;
import static dev.membersync.client.Confidence.SPEC;
import static dev.membersync.client.policy.Safety.IDEMPOTENT_WRITE;
import static dev.membersync.client.policy.Safety.ONCE_ONLY;
import static dev.membersync.client.policy.Safety.READ;
import static dev.membersync.memberships.profile.TokenLevel.COMPANY_OAUTH;
import static dev.membersync.memberships.profile.TokenLevel.LOCATION;
import static dev.membersync.memberships.profile.TokenLevel.LOCATION_OR_COMPANY;
import static dev.membersync.memberships.profile.TokenLevel.NONE;

/** The live service's operations on money, on what is sold, and on the access to all of it. */
final class HighLevelMoney {

    private static final String SEE_ORDERS = "payments/orders.readonly";
    private static final String SEE_TRANSACTIONS = "payments/transactions.readonly";
    private static final String SEE_SUBSCRIPTIONS = "payments/subscriptions.readonly";
    private static final String SEE_INVOICES = "invoices.readonly";
    private static final String WRITE_INVOICES = "invoices.write";
    private static final String SEE_PRICES = "products/prices.readonly";
    private static final String WRITE_PRICES = "products/prices.write";
    private static final String SEE_COUPONS = "payments/coupons.readonly";
    private static final String WRITE_COUPONS = "payments/coupons.write";
    private static final String COUPON = "/payments/coupon";
    private static final String ORDER = "/payments/orders/{orderId}";
    private static final String INVOICE = "/invoices/{invoiceId}";
    private static final String PRICES = "/products/{productId}/price";
    private static final int PAGE = 100;

    private HighLevelMoney() {}

    static Routes payments() {
        Paging paging = Paging.limitAndOffset(PAGE);
        return new Routes(SPEC, "memberships-api.md 2.5", LOCATION)
                .list("orders.list", "GET", "/payments/orders", SEE_ORDERS, paging, "data", "totalCount")
                .add("orders.get", "GET", ORDER, READ, SEE_ORDERS)
                .add(
                        "orders.recordPayment",
                        "POST",
                        ORDER + "/record-payment",
                        ONCE_ONLY,
                        "payments/orders.collectPayment")
                .add("orders.fulfil", "POST", ORDER + "/fulfillments", ONCE_ONLY, "payments/orders.write", "data")
                .list("orders.fulfilments", "GET", ORDER + "/fulfillments", SEE_ORDERS, Paging.none(), "data")
                .add("orders.notes", "GET", ORDER + "/notes", READ, "")
                .list(
                        "transactions.list",
                        "GET",
                        "/payments/transactions",
                        SEE_TRANSACTIONS,
                        paging,
                        "data",
                        "totalCount")
                .add("transactions.get", "GET", "/payments/transactions/{transactionId}", READ, SEE_TRANSACTIONS)
                .list(
                        "subscriptions.list",
                        "GET",
                        "/payments/subscriptions",
                        SEE_SUBSCRIPTIONS,
                        paging,
                        "data",
                        "totalCount")
                .add("subscriptions.get", "GET", "/payments/subscriptions/{subscriptionId}", READ, SEE_SUBSCRIPTIONS);
    }

    static Routes coupons() {
        return new Routes(SPEC, "highlevel-api-docs apps/payments.json", LOCATION)
                .list(
                        "coupons.list",
                        "GET",
                        COUPON + "/list",
                        SEE_COUPONS,
                        Paging.limitAndOffset(PAGE),
                        "data",
                        "totalCount")
                .add("coupons.get", "GET", COUPON, READ, SEE_COUPONS)
                .add("coupons.create", "POST", COUPON, ONCE_ONLY, WRITE_COUPONS)
                .add("coupons.update", "PUT", COUPON, IDEMPOTENT_WRITE, WRITE_COUPONS)
                .add("coupons.delete", "DELETE", COUPON, IDEMPOTENT_WRITE, WRITE_COUPONS);
    }

    static Routes invoices() {
        return new Routes(SPEC, "memberships-api.md 2.6", LOCATION_OR_COMPANY)
                .list(
                        "invoices.list",
                        "GET",
                        "/invoices/",
                        SEE_INVOICES,
                        Paging.limitAndOffset(PAGE),
                        "invoices",
                        "total")
                .add("invoices.get", "GET", INVOICE, READ, SEE_INVOICES)
                .add("invoices.create", "POST", "/invoices/", ONCE_ONLY, WRITE_INVOICES)
                .add("invoices.update", "PUT", INVOICE, IDEMPOTENT_WRITE, WRITE_INVOICES)
                .add("invoices.send", "POST", INVOICE + "/send", ONCE_ONLY, WRITE_INVOICES, "invoice")
                .add("invoices.void", "POST", INVOICE + "/void", IDEMPOTENT_WRITE, WRITE_INVOICES)
                .add(
                        "invoices.recordPayment",
                        "POST",
                        INVOICE + "/record-payment",
                        ONCE_ONLY,
                        WRITE_INVOICES,
                        "invoice")
                .add("invoices.number", "GET", "/invoices/generate-invoice-number", READ, SEE_INVOICES);
    }

    static Routes products() {
        return new Routes(SPEC, "memberships-api.md 2.5 and 2.7", LOCATION_OR_COMPANY)
                .list("prices.list", "GET", PRICES, SEE_PRICES, Paging.limitAndOffset(PAGE), "prices", "total")
                .add("prices.get", "GET", PRICES + "/{priceId}", READ, SEE_PRICES)
                .add("prices.create", "POST", PRICES, ONCE_ONLY, WRITE_PRICES)
                .add("prices.update", "PUT", PRICES + "/{priceId}", IDEMPOTENT_WRITE, WRITE_PRICES)
                .add(
                        LOCATION,
                        SPEC,
                        "courses.import",
                        "POST",
                        "/courses/courses-exporter/public/import",
                        ONCE_ONLY,
                        "courses.write");
    }

    static Routes oauth() {
        Routes routes = new Routes(SPEC, "memberships-api.md 1.3 and 2.8", NONE)
                // A code works once.
                .add("oauth.exchange", "POST", "/oauth/token", ONCE_ONLY, "")
                // For about 30 seconds the same request gets the same answer (DOC).
                .add("oauth.refresh", "POST", "/oauth/token", IDEMPOTENT_WRITE, "")
                .add(NONE, DOC, "oauth.reconnect", "POST", "/oauth/reconnect", IDEMPOTENT_WRITE, "");
        routes.rows()
                .putAll(new Routes(SPEC, "memberships-api.md 2.8", COMPANY_OAUTH)
                        .add("oauth.locationToken", "POST", "/oauth/locationToken", IDEMPOTENT_WRITE, "oauth.write")
                        .list(
                                "oauth.installedLocations",
                                "GET",
                                "/oauth/installedLocations",
                                "oauth.readonly",
                                Paging.skipAndLimit(PAGE),
                                "locations",
                                "count")
                        .rows());
        return routes;
    }
}
