package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Map;

/** The errors of Accelevents: a code whose first three digits are the HTTP status (INFER), and three texts. */
final class VendorError {
    private VendorError() {}

    static Refusal of(String code, String message) {
        return new Refusal(reply(code, message));
    }

    static FakeReply reply(String code, String message) {
        int status = Integer.parseInt(code.substring(0, 3));
        return FakeReply.json(
                status, Json.map("errorCode", code, "errorMessage", message, "developerMessage", "fake: " + message));
    }

    /** The bean-validation shape (OLD), which carries no code. */
    static FakeReply validation(int status, String message) {
        return FakeReply.json(status, Map.of("errors", List.of(Map.of("message", message))));
    }

    static Refusal eventNotFound() {
        return of("4040200", "Event not found");
    }

    static Refusal orderNotFound() {
        return of("4040501", "Order not found");
    }
}
