package dev.membersync.examples.syncapp;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, which no spreadsheet takes for formulas. */
final class CsvText {
    /** What a spreadsheet begins a formula with, in both widths (OWASP, CSV injection). */
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Whether a spreadsheet could take it for a formula; a dash alone, which is a missing last name, is none. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 && !text.equals("-");
    }

    private static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
