package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A HIGHLEVEL fake and the raw requests that tests send to it. */
final class Vendor {
    static final String LOCATION = "ve9EPM428h8vShlRW1KT";
    static final String COMPANY = "5DP41231LkQsiKESj6rh";

    final Clock clock = new Clock();
    final FakeMemberships fake;

    Vendor() {
        this(FakeMemberships.builder());
    }

    Vendor(FakeMemberships.Builder builder) {
        fake = builder.time(clock).highLevel(LOCATION, COMPANY).build();
    }

    FakeReply send(Map<String, String> headers, String method, String target, String json) {
        return fake.handle(FakeRequest.of(method, target, headers, json));
    }

    FakeReply as(String key, String method, String target, String json) {
        return send(headers(key, "2021-07-28"), method, target, json);
    }

    static Map<String, String> headers(String key, String version) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + key);
        headers.put("Version", version);
        return headers;
    }

    FakeReply get(String target) {
        return as(FakeMemberships.DEFAULT_KEY, "GET", target, "");
    }

    FakeReply send(String method, String target, Object... keysAndValues) {
        return as(
                FakeMemberships.DEFAULT_KEY,
                method,
                target,
                new String(Json.bytes(Json.map(keysAndValues)), java.nio.charset.StandardCharsets.UTF_8));
    }

    FakeReply search(Object... keysAndValues) {
        Map<String, Object> body = Json.map("locationId", LOCATION, "pageLimit", 100);
        body.putAll(Json.map(keysAndValues));
        return as(
                FakeMemberships.DEFAULT_KEY,
                "POST",
                "/contacts/search",
                new String(Json.bytes(body), java.nio.charset.StandardCharsets.UTF_8));
    }

    static JsonObject object(FakeReply reply) {
        return Json.object(reply.body());
    }

    static List<String> texts(FakeReply reply, String list, String name) {
        return object(reply).objects(list).stream()
                .map(row -> row.text(name, ""))
                .toList();
    }

    static String message(FakeReply reply) {
        JsonObject body = object(reply);
        return body.text("message").orElseGet(() -> String.join("; ", body.texts("message")));
    }
}
