package dev.membersync.examples.syncapp;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, which no spreadsheet takes for formulas. */
final class CsvText {
    /** With what a spreadsheet begins a formula, in both widths (OWASP, CSV injection). */
    private static final String SIGNS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** One at the beginning, or behind what parts cells where the comma is the decimal sign. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n][\\s\"]*)(?=[" + SIGNS + "])|^(?=[\\t\\r\\n])");

    private CsvText() {}

    static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Whether a spreadsheet could take it for a formula; a dash alone, which is a missing last name, is none. */
    static boolean isFormula(String text) {
        return FORMULA.matcher(text).find() && !text.equals("-");
    }

    private static String cell(String text) {
        String safe = isFormula(text) ? FORMULA.matcher(text).replaceAll("$1'") : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
