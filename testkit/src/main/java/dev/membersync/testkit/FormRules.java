package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Built-in fields, and what the service insists on in answers. Limits and codes: DOC. */
final class FormRules {
    static final String FIRST_NAME = "First Name";
    static final String LAST_NAME = "Last Name";
    static final String EMAIL = "Email";

    private FormRules() {}

    static List<FakeField> builtIn() {
        return List.of(
                new FakeField(FIRST_NAME, "text", false, true, List.of(), Set.of()),
                new FakeField(LAST_NAME, "text", false, true, List.of(), Set.of()),
                new FakeField(EMAIL, "email", false, true, List.of(), Set.of()));
    }

    /**
     * The answers a body gives, by field name. An answer that stands in the other section than its field, or that no field of the form asks for, is dropped without a
     * word, as services do.
     */
    static Map<String, String> answers(EventState event, long typeId, JsonObject body) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (boolean questions : new boolean[] {false, true}) {
            for (JsonObject pair : body.objects(questions ? "questions" : "attributes")) {
                String name = pair.text("key", "");
                FakeField field = event.fields().get(name);
                if (field != null && field.question() == questions && field.asksFor(typeId)) {
                    answers.put(name, pair.text("value", ""));
                }
            }
        }
        return answers;
    }

    static Map<String, String> purchaser(JsonObject body) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JsonObject pair : body.objects("attributes")) {
            answers.put(pair.text("key", ""), pair.text("value", ""));
        }
        return answers;
    }

    static void requireMandatory(EventState event, long typeId, Map<String, String> answers) {
        for (FakeField field : event.fields().values()) {
            boolean missing = answers.getOrDefault(field.name(), "").isBlank();
            if (field.mandatory() && field.asksFor(typeId) && missing) {
                throw new IllegalArgumentException(field.name() + " is mandatory");
            }
        }
    }

    static void requireIdentity(Map<String, String> answers) {
        for (String name : List.of(FIRST_NAME, LAST_NAME, EMAIL)) {
            if (answers.getOrDefault(name, "").isBlank()) {
                throw new IllegalArgumentException(name + " of the purchaser is mandatory");
            }
        }
    }

    static void requireLimits(Map<String, String> answers) {
        String email = answers.getOrDefault(EMAIL, "");
        if (answers.getOrDefault(FIRST_NAME, "").length() > 50) {
            throw VendorError.of("4069101", "First name must not be longer than 50 characters");
        }
        if (answers.getOrDefault(LAST_NAME, "").length() > 50) {
            throw VendorError.of("4069102", "Last name must not be longer than 50 characters");
        }
        if (email.length() > 75) {
            throw VendorError.of("4069103", "Email must not be longer than 75 characters");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw VendorError.of("4060074", "Email is not valid");
        }
    }

    static void requireOptions(EventState event, Map<String, String> answers) {
        answers.forEach((name, value) -> {
            FakeField field = event.fields().get(name);
            if (field != null
                    && !field.options().isEmpty()
                    && !value.isEmpty()
                    && !field.options().contains(value)) {
                throw new IllegalArgumentException(name + " must be one of its options");
            }
        });
    }

    /** Refuses an e-mail that another live ticket of the event has. */
    static void requireUnique(EventState event, long ownTicket, String email) {
        boolean taken = event.tickets().values().stream()
                .anyMatch(other ->
                        other.live() && other.id() != ownTicket && other.email().equalsIgnoreCase(email));
        if (taken && !email.isEmpty()) {
            throw VendorError.of("4060098", "A record with this email already exists");
        }
    }
}
