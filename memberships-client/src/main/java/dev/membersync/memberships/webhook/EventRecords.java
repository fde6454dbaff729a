package dev.membersync.memberships.webhook;

import dev.membersync.memberships.invoice.InvoiceStatus;
import dev.membersync.memberships.payment.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of each kind of event; what comes back waits for its envelope. */
final class EventRecords {
    private EventRecords() {}

    static Function<Envelope, WebhookEvent> read(EventKind kind, EventBody body) {
        return switch (kind) {
            case CONTACT -> contact(body);
            case USER -> user(body);
            case ORDER -> order(body);
            case INVOICE -> invoice(body);
            case PRODUCT -> product(body);
            case PRICE -> price(body);
            case APP -> app(body);
            case LOCATION -> location(body);
            case NOTE -> note(body);
            case TASK -> task(body);
            case OTHER -> other(body);
        };
    }

    private static Optional<String> id(EventBody body) {
        return body.text("id", "_id");
    }

    private static Function<Envelope, WebhookEvent> contact(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> email = body.text("email");
        Optional<String> name = body.text("name");
        Optional<String> first = body.text("firstName");
        Optional<String> last = body.text("lastName");
        Optional<String> phone = body.text("phone");
        List<String> tags = body.texts("tags");
        Map<String, @Nullable Object> fields = body.valuesById("customFields");
        Optional<Instant> added = body.time("dateAdded");
        return at -> new WebhookEvent.Contact(at, id, email, name, first, last, phone, tags, fields, added);
    }

    private static Function<Envelope, WebhookEvent> user(EventBody body) {
        Optional<String> id = body.text("id", "userId", "_id");
        Optional<String> email = body.text("email");
        Optional<String> fullName = body.text("fullName", "name");
        Optional<String> first = body.text("firstName");
        Optional<String> last = body.text("lastName");
        Optional<String> phone = body.text("phone");
        Optional<String> status = body.text("status");
        Optional<String> plan = body.text("planId");
        return at -> new WebhookEvent.User(at, id, email, fullName, first, last, phone, status, plan);
    }

    private static Function<Envelope, WebhookEvent> order(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> contact =
                body.text("contactId").or(() -> body.object("contactSnapshot").flatMap(EventRecords::id));
        Optional<OrderStatus> status = body.text("status").map(OrderStatus::new);
        Optional<String> fulfilment = body.text("fulfillmentStatus");
        Optional<BigDecimal> amount = body.decimal("amount");
        Optional<String> currency = body.text("currency");
        Optional<Boolean> live = body.flag("liveMode");
        Optional<Instant> created = body.time("createdAt");
        Optional<Instant> updated = body.time("updatedAt");
        return at ->
                new WebhookEvent.Order(at, id, contact, status, fulfilment, amount, currency, live, created, updated);
    }

    private static Function<Envelope, WebhookEvent> invoice(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> number = body.text("invoiceNumber");
        Optional<String> contact =
                body.object("contactDetails").flatMap(EventRecords::id).or(() -> body.text("contactId"));
        Optional<InvoiceStatus> status = body.text("status").map(InvoiceStatus::new);
        Optional<BigDecimal> total = body.decimal("total");
        Optional<BigDecimal> paid = body.decimal("amountPaid");
        Optional<BigDecimal> due = body.decimal("amountDue");
        Optional<String> currency = body.text("currency");
        Optional<Boolean> live = body.flag("liveMode");
        Optional<Instant> created = body.time("createdAt");
        Optional<Instant> updated = body.time("updatedAt");
        return at -> new WebhookEvent.Invoice(
                at, id, number, contact, status, total, paid, due, currency, live, created, updated);
    }

    private static Function<Envelope, WebhookEvent> product(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> name = body.text("name");
        Optional<Instant> updated = body.time("updatedAt");
        return at -> new WebhookEvent.Product(at, id, name, updated);
    }

    private static Function<Envelope, WebhookEvent> price(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> product = body.text("product", "productId");
        Optional<String> name = body.text("name");
        Optional<BigDecimal> amount = body.decimal("amount");
        Optional<String> currency = body.text("currency");
        Optional<Instant> updated = body.time("updatedAt");
        return at -> new WebhookEvent.Price(at, id, product, name, amount, currency, updated);
    }

    private static Function<Envelope, WebhookEvent> app(EventBody body) {
        Optional<String> id = body.text("appId");
        Optional<String> user = body.text("userId");
        Optional<String> plan = body.text("planId", "currentPlanId");
        Optional<String> next = body.text("newPlanId");
        Optional<String> company = body.text("companyName");
        return at -> new WebhookEvent.App(at, id, user, plan, next, company);
    }

    private static Function<Envelope, WebhookEvent> location(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> name = body.text("name");
        Optional<String> email = body.text("email");
        return at -> new WebhookEvent.Location(at, id, name, email);
    }

    private static Function<Envelope, WebhookEvent> note(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> contact = body.text("contactId");
        Optional<String> text = body.text("body");
        Optional<Instant> added = body.time("dateAdded");
        return at -> new WebhookEvent.Note(at, id, contact, text, added);
    }

    private static Function<Envelope, WebhookEvent> task(EventBody body) {
        Optional<String> id = id(body);
        Optional<String> contact = body.text("contactId");
        Optional<String> assigned = body.text("assignedTo");
        Optional<String> title = body.text("title");
        Optional<String> text = body.text("body");
        Optional<Instant> due = body.time("dueDate");
        Optional<Instant> added = body.time("dateAdded");
        return at -> new WebhookEvent.Task(at, id, contact, assigned, title, text, due, added);
    }

    private static Function<Envelope, WebhookEvent> other(EventBody body) {
        Optional<String> id = id(body);
        return at -> new WebhookEvent.Other(at, id);
    }
}
