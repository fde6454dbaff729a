package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths of {@link AdminDoor} that only a Memberships fake on HIGHLEVEL has. */
final class HighLevelAdmin {
    private static final List<String> OWN = List.of("fields", "id");

    private final FakeMemberships fake;

    HighLevelAdmin(FakeMemberships fake) {
        this.fake = fake;
    }

    void open(AdminDoor door) {
        door.on(
                "GET",
                "contacts",
                visit -> FakeReply.json(
                        200,
                        fake.contacts().all().stream().map(ContactView::whole).toList()));
        door.on("POST", "contacts", this::add);
        door.on("PUT", "contacts/{id}", visit -> {
            edit(visit.variable("id"), visit.body());
            return AdminDoor.done();
        });
        door.on("DELETE", "contacts/{id}", visit -> {
            fake.contacts().delete(visit.variable("id"));
            return AdminDoor.done();
        });
        door.on("POST", "oauth/codes", this::code);
        door.on("GET", "webhooks", this::webhooks);
        door.on("PUT", "webhooks", this::listen);
        door.on("POST", "webhooks/flush", visit -> {
            fake.webhooks().flush();
            return AdminDoor.done();
        });
    }

    private FakeReply add(Visit visit) {
        List<String> ids = Json.objects(visit.request().body()).stream()
                .map(sent -> {
                    String id = fake.contacts().add(null, null, null).id();
                    edit(id, sent);
                    return id;
                })
                .toList();
        return FakeReply.json(200, Json.map("ids", ids));
    }

    /** The vendor's names, and {@code fields} by key; null clears. */
    private void edit(String id, JsonObject sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(sent.values());
        OWN.forEach(values::remove);
        fake.contacts().edit(id, contact -> contact.withAll(values));
        sent.object("fields")
                .ifPresent(fields ->
                        fields.values().forEach((key, value) -> fake.contacts().field(id, key, value)));
    }

    private FakeReply code(Visit visit) {
        JsonObject sent = visit.body();
        String client = sent.text("clientId", "");
        String code = sent.flag("company")
                ? fake.oauth().authorizeCompany(client)
                : sent.text("locationId")
                        .map(location -> fake.oauth().authorize(client, location))
                        .orElseGet(() -> fake.oauth().authorize(client));
        return FakeReply.json(200, Json.map("code", code));
    }

    private FakeReply webhooks(Visit visit) {
        List<Map<String, Object>> rows = fake.webhooks().deliveries().stream()
                .map(sent -> Json.map(
                        "event", sent.event(),
                        "webhookId", sent.webhookId(),
                        "attempt", sent.attempt(),
                        "at", sent.at().toString()))
                .toList();
        return FakeReply.json(200, Json.map("publicKey", fake.webhooks().publicKey(), "deliveries", rows));
    }

    private FakeReply listen(Visit visit) {
        JsonObject sent = visit.body();
        FakeWebhooks webhooks = fake.webhooks();
        sent.text("url").ifPresent(url -> webhooks.deliverTo(URI.create(url)));
        sent.text("retry").ifPresent(rule -> webhooks.retry(WebhookRetry.valueOf(rule)));
        webhooks.nested(sent.flag("nested")).duplicated(sent.flag("duplicated")).reordered(sent.flag("reordered"));
        webhooks.legacySignature(sent.flag("legacySignature"));
        return AdminDoor.done();
    }

    static HighLevelSwitches turn(HighLevelSwitches switches, String name, JsonObject sent) {
        Duration time = Duration.ofMillis(sent.whole(name).orElse(0));
        return switch (name) {
            case "searchLagMillis" -> switches.searchLag(time);
            case "accessTokenLifeMillis" -> switches.accessTokenLife(time);
            case "traceId" -> switches.traceId(sent.flag(name));
            case "contactErrorsWithStatus" -> switches.contactErrorsWithStatus(sent.flag(name));
            case "matchPhoneFirst" -> switches.matchPhoneFirst(sent.flag(name));
            default -> throw new IllegalArgumentException("no switch " + name);
        };
    }
}
