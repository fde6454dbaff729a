package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What orders, transactions, subscriptions, invoices and coupons have in common. */
final class MoneyShelf {
    private static final List<String> MODES = List.of("cash", "card", "cheque", "bank_transfer", "other");
    private static final List<String> FILTERS = List.of("""
            status paymentStatus contactId sourceId entitySourceType entitySourceSubType subscriptionId entityId
            id""".split("\\s+"));

    private final HighLevelState state;

    MoneyShelf(HighLevelState state) {
        this.state = state;
    }

    /** What the path or, for coupons, the query or body names. */
    FakeRecord find(Ask ask, RecordKind kind) {
        String id = Stream.of(
                        ask.variable("id"),
                        ask.query("id").orElse(""),
                        ask.body().text("id", ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        FakeRecord found = state.shelf(kind).find(id).orElseThrow(() -> new Refusal(notFound(kind)));
        if (!ask.who().reaches(found.text("altId").orElse(state.locationId()))) {
            throw new Refusal(notFound(kind));
        }
        return found;
    }

    /** The shape of payments (LIVE), with the word for the kind. */
    static FakeReply notFound(RecordKind kind) {
        String word = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        return FakeReply.json(404, Json.map("status", 404, "message", word + " not found", "name", "HttpException"));
    }

    /** The filtered records of a location. */
    List<FakeRecord> filtered(Ask ask, RecordKind kind) {
        requireLocation(ask.query("altType").orElse("location"));
        String search = ask.query("search").orElse("").toLowerCase(Locale.ROOT);
        return state.shelf(kind).where("altId", ask.query("altId").orElse("")).stream()
                .filter(record -> FILTERS.stream()
                        .allMatch(name -> ask.query(name)
                                .map(sought -> sought.equals(name.equals("id") ? record.id() : contactOr(record, name)))
                                .orElse(true)))
                .filter(record -> ask.query("paymentMode")
                        .filter(mode -> !mode.equals("default"))
                        .map(mode -> mode.equals("live")
                                == Boolean.TRUE.equals(record.values().get("liveMode")))
                        .orElse(true))
                .filter(record -> day(record).compareTo(ask.query("startAt").orElse("")) >= 0)
                .filter(record -> day(record).compareTo(ask.query("endAt").orElse("9")) <= 0)
                .filter(record -> search.isEmpty()
                        || record.values().toString().toLowerCase(Locale.ROOT).contains(search))
                .toList();
    }

    private static String contactOr(FakeRecord record, String name) {
        Object contact = record.map("contactDetails").get("id");
        return record.text(name).orElse(name.equals("contactId") && contact != null ? String.valueOf(contact) : "");
    }

    private static String day(FakeRecord record) {
        return record.text("createdAt").orElse("").substring(0, 10);
    }

    /** A page below {@code rows} beside the number of all. */
    FakeReply page(Ask ask, RecordKind kind, String rows, String total) {
        long limit = ask.number("limit", 10);
        if (limit > 100) {
            throw MembershipsDialect.invalid(List.of("limit must not be greater than 100"));
        }
        List<FakeRecord> all = filtered(ask, kind);
        List<Map<String, Object>> page = ask.page(all, ask.number("offset", 0), limit).stream()
                .map(record -> row(kind, record))
                .toList();
        if (ask.visit().has(Fault.UNKNOWN_ENUM) && !page.isEmpty()) {
            page.get(0).put("status", "unheard_of");
        }
        return FakeReply.json(200, Json.map(rows, page, total, all.size()));
    }

    /** A row of a list: the source is flattened and the contact named. */
    private Map<String, Object> row(RecordKind kind, FakeRecord record) {
        Map<String, Object> row = state.view(kind, record);
        record.map("source")
                .forEach((name, value) ->
                        row.put("source" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value));
        row.remove("source");
        record.text("contactId").flatMap(state.shelf(RecordKind.CONTACT)::find).ifPresent(contact -> {
            row.put("contactName", ContactView.name(contact));
            row.put("contactEmail", contact.values().get("email"));
        });
        return row;
    }

    /** A detail: the contact as a snapshot beside it. */
    Map<String, Object> detail(RecordKind kind, FakeRecord record) {
        Map<String, Object> detail = state.view(kind, record);
        record.text("contactId")
                .flatMap(state.shelf(RecordKind.CONTACT)::find)
                .ifPresent(contact -> detail.put("contactSnapshot", ContactView.whole(contact)));
        return detail;
    }

    static void requireLocation(String altType) {
        if (!altType.equals("location")) {
            throw MembershipsDialect.invalid(List.of("altType must be one of the following values: location"));
        }
    }

    /**
     * Books a payment: a transaction, and the record as paid or partly paid. The service knows no key of a payment, so the same one twice is two transactions; how it answers
     * when nothing is due any more is not on record, so it is taken (INFER).
     */
    FakeRecord pay(Ask ask, RecordKind kind, FakeRecord record, BigDecimal total) {
        requireLocation(ask.body().text("altType", ""));
        String mode = ask.body().text("mode", "");
        if (!MODES.contains(mode)) {
            throw MembershipsDialect.invalid(
                    List.of("mode must be one of the following values: " + String.join(", ", MODES)));
        }
        if (List.of("card", "cheque").contains(mode) && ask.body().object(mode).isEmpty()) {
            throw MembershipsDialect.invalid(List.of(mode + " should not be empty"));
        }
        BigDecimal before = decimal(record, "amountPaid");
        BigDecimal amount = ask.body().decimal("amount").orElse(total.subtract(before));
        Map<String, Object> transaction = Json.map(
                "altId", record.values().get("altId"),
                "contactId",
                        record.values()
                                .getOrDefault(
                                        "contactId",
                                        record.map("contactDetails").get("id")),
                "currency", record.values().get("currency"),
                "amount", amount,
                "entityType", kind.label(),
                "entityId", record.id(),
                "paymentProviderType", "manual",
                "paymentMethod", Json.map("type", mode),
                "notes", ask.body().text("notes").orElse(null),
                "meta", ask.body().values().get("meta"));
        state.create(RecordKind.TRANSACTION, transaction);
        BigDecimal paid = before.add(amount);
        boolean whole = paid.compareTo(total) >= 0;
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("amountPaid", paid);
        if (kind == RecordKind.INVOICE) {
            changes.put("amountDue", total.subtract(paid).max(BigDecimal.ZERO));
            changes.put("status", whole ? "paid" : "partially_paid");
        } else {
            changes.put("paymentStatus", whole ? "paid" : "partially_paid");
            changes.put("status", whole ? "completed" : "pending");
        }
        return state.update(kind, record.withAll(changes));
    }

    static BigDecimal decimal(FakeRecord record, String name) {
        return record.text(name).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }
}
