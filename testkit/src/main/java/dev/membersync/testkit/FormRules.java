package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Built-in fields, and what the service insists on in answers. Limits and codes: DOC. */
final class FormRules {
    static final String FIRST_NAME = "First Name";
    static final String LAST_NAME = "Last Name";
    static final String EMAIL = "Email";

    /** An address is read as one text of six parts and written as six pairs (LIVE). */
    private static final List<String> ADDRESS_PARTS = List.of(" 1", " 2", " City", " State", " Zip Code", " Country");

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
    static Map<String, String> answers(EventState event, long typeId, JsonObject body, String pairKey) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (boolean questions : new boolean[] {false, true}) {
            Map<String, String> sent = pairs(body, questions ? "questions" : "attributes", pairKey);
            for (FakeField field : event.fields().values()) {
                if (field.question() == questions && field.asksFor(typeId)) {
                    answer(field, sent).ifPresent(value -> answers.put(field.name(), value));
                }
            }
        }
        return answers;
    }

    private static Optional<String> answer(FakeField field, Map<String, String> sent) {
        if (!field.address()) {
            return Optional.ofNullable(sent.get(field.name()));
        }
        List<String> names =
                ADDRESS_PARTS.stream().map(part -> field.name() + part).toList();
        return names.stream().anyMatch(sent::containsKey)
                ? Optional.of(
                        names.stream().map(name -> sent.getOrDefault(name, "")).collect(Collectors.joining("|")))
                : Optional.empty();
    }

    private static Map<String, String> pairs(JsonObject body, String section, String pairKey) {
        Map<String, String> pairs = new LinkedHashMap<>();
        body.objects(section).forEach(pair -> pairs.put(nameOf(pair, pairKey), pair.text("value", "")));
        return pairs;
    }

    static String nameOf(JsonObject pair, String pairKey) {
        return pairKey.isEmpty() ? pair.text("key").or(() -> pair.text("name")).orElse("") : pair.text(pairKey, "");
    }

    static Map<String, String> purchaser(JsonObject body, String pairKey) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.putAll(pairs(body, "attributes", pairKey));
        answers.putAll(pairs(body, "questions", pairKey));
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

    static void requireBuyerQuestions(EventState event, Map<String, String> answers) {
        for (FakeField field : event.office().buyerQuestions().values()) {
            if (field.mandatory() && answers.getOrDefault(field.name(), "").isBlank()) {
                throw new IllegalArgumentException(field.name() + " of the purchaser is mandatory");
            }
        }
    }

    /** A date field that asks for a birth takes no day to come; the code differs by operation (DOC). */
    static void requireBirthDate(EventState event, Map<String, String> answers, Instant now, String code) {
        for (FakeField field : event.fields().values()) {
            String answer = answers.getOrDefault(field.name(), "");
            boolean birth = field.type().equals("DATE") && field.name().contains("Birth");
            if (birth
                    && !answer.isEmpty()
                    && VendorDates.day(field.name(), answer).isAfter(now)) {
                throw VendorError.of(code, "The date of birth is not valid");
            }
        }
    }

    /** A number and a country in either order (LIVE). */
    static void requirePhone(Map<String, String> answers) {
        String phone = answers.getOrDefault("Cell Phone", "");
        if (!phone.isEmpty() && !phone.matches("\\d{4,15}\\|[A-Za-z]{2}|[A-Za-z]{2}\\|\\d{4,15}")) {
            throw VendorError.of("4060004", "The phone number is not valid");
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
            boolean several = field != null && field.type().equals("MULTIPLE_CHOICE");
            List<String> chosen = several ? List.of(value.split("\\|")) : List.of(value);
            if (field != null
                    && !field.options().isEmpty()
                    && !value.isEmpty()
                    && !field.options().containsAll(chosen)) {
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
