package dev.membersync.examples.syncapp;

import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.testkit.AdminDoor;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Admin requests in a file, one JSON object a line: {@code method}, {@code path}, {@code body}, and {@code service}
 * ({@code memberships} or {@code accelevents}) where the path alone does not tell.
 */
final class Script {
    private Script() {}

    static int apply(String file, Fakes fakes) {
        List<String> lines = lines(file);
        int applied = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                apply(line, file + ", line " + (i + 1), fakes);
                applied++;
            }
        }
        return applied;
    }

    private static void apply(String line, String place, Fakes fakes) {
        Map<String, Object> request;
        try {
            request = JsonText.read(line);
        } catch (IllegalArgumentException e) {
            throw AppException.usage(place + ": " + e.getMessage());
        }
        String path = String.valueOf(request.getOrDefault("path", ""));
        String target = path.startsWith("/__admin/") ? path : "/__admin/" + path.replaceFirst("^/+", "");
        Object body = request.get("body");
        FakeReply reply = door(request, target, place, fakes)
                .handle(FakeRequest.of(
                        String.valueOf(request.getOrDefault("method", "POST")),
                        target,
                        Map.of("content-type", "application/json"),
                        body == null ? "" : JsonText.write(body)));
        if (reply.status() >= 400) {
            throw AppException.usage(place + ": the admin door answers " + reply.status() + ": " + reply.text());
        }
    }

    private static FakeService door(Map<String, Object> request, String target, String place, Fakes fakes) {
        Object service = request.get("service");
        boolean left = target.startsWith("/__admin/members") || target.startsWith("/__admin/payments");
        if ("memberships".equals(service) || (service == null && left)) {
            return AdminDoor.over(fakes.memberships());
        }
        if ("accelevents".equals(service) || (service == null && target.startsWith("/__admin/events"))) {
            return AdminDoor.over(fakes.accelevents());
        }
        throw AppException.usage(place + ": say which one with \"service\": \"memberships\" or \"accelevents\"");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw AppException.usage("--script " + file + " cannot be read; check the path");
        }
    }
}
