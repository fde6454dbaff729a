package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Writes one answer the way the type of its field wants it (LIVE), or says what is wrong with it. */
final class Encoding {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Readers meet both orders (LIVE); the first one is written. */
    private static final Pattern PHONE = Pattern.compile("(\\d{4,15})\\|(\\p{Alpha}{2})|(\\p{Alpha}{2})\\|(\\d{4,15})");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern FILE = Pattern.compile("[^|]+\\|[^|]+");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int ADDRESS_PARTS = 6;

    private final LocalDate today;
    private final Consumer<Reason> wrong;

    Encoding(LocalDate today, Consumer<Reason> wrong) {
        this.today = today;
        this.wrong = wrong;
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** The text to send; what comes with a problem is never sent. */
    String of(FormField field, String given) {
        var text = given.strip();
        if (field.isPhone()) {
            return phone(text);
        }
        if (field.isFile()) {
            return matching(FILE, text, Reason.NOT_A_FILE);
        }
        if (field.type().equals(FieldType.DATE)) {
            return date(field, text);
        }
        if (field.type().equals(FieldType.COUNTRY)) {
            return country(text.toUpperCase(Locale.ROOT));
        }
        if (field.type().equals(FieldType.NUMBER)) {
            return matching(NUMBER, text, Reason.NOT_A_NUMBER);
        }
        if (field.type().equals(FieldType.EMAIL)) {
            return matching(EMAIL, text, Reason.NOT_AN_EMAIL);
        }
        if (FieldType.isAddress(field.type()) && text.split("\\|", -1).length > ADDRESS_PARTS) {
            wrong.accept(Reason.NOT_AN_ADDRESS);
        }
        return given;
    }

    private String phone(String text) {
        var parts = PHONE.matcher(text.replaceAll("[ ().\\-]", ""));
        if (!parts.matches()) {
            wrong.accept(Reason.NOT_A_PHONE);
            return "";
        }
        var first = parts.group(1) != null;
        var number = parts.group(first ? 1 : 4);
        var country = parts.group(first ? 2 : 3);
        if (!COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
            wrong.accept(Reason.NOT_A_PHONE);
        }
        return number + "|" + country.toLowerCase(Locale.ROOT);
    }

    private String date(FormField field, String text) {
        try {
            var day = ISO_DAY.matcher(text).matches() ? LocalDate.parse(text) : LocalDate.parse(text, WireTime.ANSWER);
            if (field.isBirthDate() && day.isAfter(today)) {
                wrong.accept(Reason.BIRTH_IN_FUTURE);
            }
            return WireTime.ANSWER.format(day);
        } catch (DateTimeException noDay) {
            wrong.accept(Reason.NOT_A_DATE);
            return "";
        }
    }

    private String country(String code) {
        if (!COUNTRIES.contains(code)) {
            wrong.accept(Reason.NOT_A_COUNTRY);
        }
        return code;
    }

    private String matching(Pattern pattern, String text, Reason otherwise) {
        if (!pattern.matcher(text).matches()) {
            wrong.accept(otherwise);
        }
        return text;
    }
}
