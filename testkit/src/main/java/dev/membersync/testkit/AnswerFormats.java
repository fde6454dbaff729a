package dev.membersync.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How answers must be written by the type of their field (LIVE); the service's own refusals are not documented. */
final class AnswerFormats {
    private AnswerFormats() {}

    static void require(EventState event, Map<String, String> answers) {
        FormRules.requirePhone(answers);
        FormRules.requireOptions(event, answers);
        answers.forEach((name, value) -> {
            FakeField field = event.fields().get(name);
            if (field != null && !value.isEmpty() && !fits(field, value)) {
                throw new IllegalArgumentException(name + " is not written as " + field.type());
            }
        });
    }

    private static boolean fits(FakeField field, String value) {
        return switch (field.type()) {
            case "COUNTRY" -> List.of(Locale.getISOCountries()).contains(value);
            case "NUMBER" -> value.matches("-?\\d+(\\.\\d+)?");
            case "DATE" -> VendorDates.isDay(value);
            case "EMAIL" -> value.matches("[^@\\s]+@[^@\\s]+");
            case "FILE_UPLOAD", "IMAGE_UPLOAD" -> value.matches("[^|]+\\|[^|]+");
            default -> !field.address() || value.split("\\|", -1).length == 6;
        };
    }
}
