package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invoices (SPEC and LIVE). */
final class InvoiceRoutes {
    private static final RecordKind KIND = RecordKind.INVOICE;

    private final HighLevelState state;
    private final MoneyShelf money;

    InvoiceRoutes(HighLevelState state) {
        this.state = state;
        this.money = new MoneyShelf(state);
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of(
                "invoices.list",
                ask -> money.page(ask, KIND, "invoices", "total"),
                "invoices.get",
                ask -> bare(money.find(ask, KIND)),
                "invoices.number",
                ask -> FakeReply.json(200, Json.map("invoiceNumber", nextNumber())),
                "invoices.create",
                this::create,
                "invoices.update",
                this::update,
                "invoices.send",
                this::send,
                "invoices.void",
                ask -> bare(state.update(KIND, money.find(ask, KIND).with("status", "void"))),
                "invoices.recordPayment",
                this::recordPayment);
    }

    private FakeReply create(Ask ask) {
        Map<String, Object> values = new LinkedHashMap<>(ask.body().values());
        values.put("invoiceItems", values.remove("items"));
        values.putIfAbsent("invoiceNumber", nextNumber());
        return bare(state.create(KIND, totalled(values, ask.body(), "items", BigDecimal.ZERO)));
    }

    private FakeReply update(Ask ask) {
        FakeRecord before = money.find(ask, KIND);
        Map<String, Object> values = new LinkedHashMap<>(ask.body().values());
        BigDecimal paid = MoneyShelf.decimal(before, "amountPaid");
        return bare(state.update(KIND, before.withAll(totalled(values, ask.body(), "invoiceItems", paid))));
    }

    private static Map<String, Object> totalled(
            Map<String, Object> values, JsonObject body, String items, BigDecimal paid) {
        MoneyShelf.requireLocation(body.text("altType", ""));
        BigDecimal sum = body.objects(items).stream()
                .map(item -> item.decimal("amount")
                        .orElse(BigDecimal.ZERO)
                        .multiply(item.decimal("qty").orElse(BigDecimal.ONE)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value =
                body.object("discount").flatMap(found -> found.decimal("value")).orElse(BigDecimal.ZERO);
        boolean percent = body.object("discount")
                .filter(found -> found.text("type", "").equals("percentage"))
                .isPresent();
        BigDecimal discount = percent ? sum.multiply(value).movePointLeft(2) : value;
        BigDecimal total = sum.subtract(discount);
        values.put("total", total);
        values.put("amountDue", total.subtract(paid));
        values.put("totalSummary", Json.map("subTotal", sum, "discount", discount, "tax", 0));
        return values;
    }

    private FakeReply send(Ask ask) {
        String action = ask.body().text("action", "");
        if (!List.of("sms_and_email", "send_manually", "email", "sms").contains(action)) {
            throw MembershipsDialect.invalid(
                    List.of("action must be one of the following values: sms_and_email, send_manually, email, sms"));
        }
        FakeRecord sent = state.update(KIND, money.find(ask, KIND).with("status", "sent"));
        return FakeReply.json(
                200, Json.map("invoice", state.view(KIND, sent), "smsData", Map.of(), "emailData", Map.of()));
    }

    private FakeReply recordPayment(Ask ask) {
        FakeRecord invoice = money.find(ask, KIND);
        FakeRecord after = money.pay(ask, KIND, invoice, MoneyShelf.decimal(invoice, "total"));
        return FakeReply.json(200, Json.map("success", true, "invoice", state.view(KIND, after)));
    }

    private int nextNumber() {
        return state.shelf(KIND).all().size() + 1;
    }

    private FakeReply bare(FakeRecord invoice) {
        return FakeReply.json(200, state.view(KIND, invoice));
    }
}
