package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which events a change makes, and their documented bodies (docs). Guarded by the switchboard. */
final class WebhookEvents {
    /** An event: its name and its flat body, which does not always say the name. */
    record Event(String name, Map<String, Object> body) {}

    private static final List<String> CONTACT = List.of("""
            address1 city companyName country source dateAdded dateOfBirth dnd email firstName lastName phone
            postalCode state tags website attachments assignedTo""".split("\\s+"));
    private static final Set<String> DND = Set.of("dnd", "dndSettings");
    private static final Map<String, String> INVOICE_STATUS = Map.of(
            "sent",
            "InvoiceSent",
            "paid",
            "InvoicePaid",
            "partially_paid",
            "InvoicePartiallyPaid",
            "void",
            "InvoiceVoid");

    private final HighLevelState state;

    WebhookEvents(HighLevelState state) {
        this.state = state;
    }

    List<Event> of(RecordKind kind, @Nullable FakeRecord before, @Nullable FakeRecord after) {
        FakeRecord shown = after != null ? after : before;
        if (shown == null) {
            return List.of();
        }
        return names(kind, before, after).stream()
                .map(name -> new Event(name, body(kind, name, shown)))
                .toList();
    }

    private static List<String> names(RecordKind kind, @Nullable FakeRecord before, @Nullable FakeRecord after) {
        Set<String> changed = changed(before, after);
        String end = before == null ? "Create" : after == null ? "Delete" : "Update";
        boolean update = end.equals("Update");
        if (update && changed.isEmpty()) {
            return List.of();
        }
        return switch (kind) {
            case CONTACT -> update ? contact(changed) : List.of("Contact" + end);
            case NOTE -> List.of("Note" + end);
            case USER -> List.of("User" + end);
            case TASK -> task(end, changed, after);
            case ORDER ->
                before == null
                        ? List.of("OrderCreate")
                        : changed.contains("status") || changed.contains("fulfillmentStatus")
                                ? List.of("OrderStatusUpdate")
                                : List.of();
            case INVOICE -> List.of(invoice(end, changed, after));
            default -> List.of();
        };
    }

    private static List<String> contact(Set<String> changed) {
        List<String> names = new ArrayList<>();
        if (changed.contains("tags")) {
            names.add("ContactTagUpdate");
        }
        if (changed.stream().anyMatch(DND::contains)) {
            names.add("ContactDndUpdate");
        }
        if (changed.stream().anyMatch(name -> !name.equals("tags") && !DND.contains(name))) {
            names.add("ContactUpdate");
        }
        return names;
    }

    /** There is no event for a task that changes otherwise than by being completed. */
    private static List<String> task(String end, Set<String> changed, @Nullable FakeRecord after) {
        if (!end.equals("Update")) {
            return List.of("Task" + end);
        }
        boolean completed = after != null && Boolean.TRUE.equals(after.values().get("completed"));
        return completed && changed.contains("completed") ? List.of("TaskComplete") : List.of();
    }

    private static String invoice(String end, Set<String> changed, @Nullable FakeRecord after) {
        String status = after == null ? "" : after.text("status").orElse("");
        boolean told = end.equals("Update") && (changed.contains("status") || changed.contains("amountPaid"));
        return told ? INVOICE_STATUS.getOrDefault(status, "InvoiceUpdate") : "Invoice" + end;
    }

    private static Set<String> changed(@Nullable FakeRecord before, @Nullable FakeRecord after) {
        Set<String> changed = new TreeSet<>();
        if (before != null && after != null) {
            Set<String> names = new TreeSet<>(before.values().keySet());
            names.addAll(after.values().keySet());
            names.removeAll(List.of("dateUpdated", "updatedAt"));
            names.stream()
                    .filter(name -> !Objects.equals(
                            before.values().get(name), after.values().get(name)))
                    .forEach(changed::add);
        }
        return changed;
    }

    private Map<String, Object> body(RecordKind kind, String name, FakeRecord record) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (kind != RecordKind.INVOICE) {
            body.put("type", name);
            body.put("locationId", location(record));
        }
        body.put(kind.mongo() ? "_id" : "id", record.id());
        switch (kind) {
            case CONTACT -> {
                Map<String, Object> whole = ContactView.whole(record);
                body.put("name", ContactView.name(record));
                CONTACT.stream().filter(whole::containsKey).forEach(key -> body.put(key, whole.get(key)));
                body.put("customFields", whole.get("customFields"));
                if (name.equals("ContactDndUpdate")) {
                    body.put("dndSettings", record.map("dndSettings"));
                }
            }
            case USER -> {
                body.putAll(record.values());
                body.remove("roles");
                body.remove("deleted");
                body.put("role", record.map("roles").getOrDefault("role", "user"));
            }
            case INVOICE -> {
                body.putAll(record.values());
                if (name.equals("InvoiceDelete")) {
                    body.put("status", "delete");
                }
                record.text("invoiceNumber").ifPresent(number -> body.put("invoiceNumber", number));
            }
            case ORDER -> body.putAll(new MoneyShelf(state).detail(kind, record));
            default -> body.putAll(record.values());
        }
        return body;
    }

    private Object location(FakeRecord record) {
        return record.text("locationId")
                .or(() -> record.text("altId"))
                .or(() -> record.text("contactId")
                        .flatMap(state.shelf(RecordKind.CONTACT)::find)
                        .flatMap(contact -> contact.text("locationId")))
                .orElse(state.locationId());
    }

    /** The body as it is sent: flat as on the event pages, or nested as in the integration guide. */
    static byte[] bytes(Map<String, Object> body, boolean nested, String webhookId, String timestamp) {
        Map<String, Object> sent = nested ? new LinkedHashMap<>() : new LinkedHashMap<>(body);
        if (nested) {
            Map<String, Object> data = new LinkedHashMap<>(body);
            Object type = data.remove("type");
            if (type != null) {
                sent.put("type", type);
            }
            sent.put("data", data);
        }
        sent.putAll(Json.map("timestamp", timestamp, "webhookId", webhookId));
        return Json.bytes(sent);
    }
}
