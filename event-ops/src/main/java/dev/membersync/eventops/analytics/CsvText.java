package dev.membersync.eventops.analytics;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, which no spreadsheet takes for formulas. */
public final class CsvText {
    /** Begins with a sign and is none: a number, or a dash alone. */
    private static final Pattern PLAIN = Pattern.compile("-([0-9]+(\\.[0-9]+)?)?");
    /** With what a spreadsheet begins a formula, in both widths (OWASP, CSV injection). */
    private static final String SIGNS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** One at the beginning, or behind what parts cells where the comma is the decimal sign. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n][\\s\"]*)(?=[" + SIGNS + "])|^(?=[\\t\\r\\n])");

    private CsvText() {}

    /** One row with its CRLF; cells are quoted where they need it, and a formula gets an apostrophe in front. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Whether a spreadsheet could take it for a formula; a number below zero and a dash alone are none. */
    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).find() && !PLAIN.matcher(text).matches();
    }

    static String cell(String text) {
        boolean formula = isFormula(text);
        boolean quoted = formula || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        String safe = formula ? FORMULA.matcher(text).replaceAll("$1'") : text;
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
