package dev.membersync.examples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows under named columns, printed as Markdown. Not thread-safe. */
public final class Table {
    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** A table without rows; the first column is set to the left, the others to the right. */
    public static Table of(String title, String... columns) {
        return new Table(title, List.of(columns));
    }

    /** Adds a row: each cell by its {@link Object#toString}. */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells under " + columns.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        rows.add(row);
        return this;
    }

    /** The table as Markdown, with its title before it. */
    public String markdown() {
        List<String> lines = new ArrayList<>(List.of("### " + title, ""));
        lines.add(line(columns));
        lines.add("| --- |" + String.join("", Collections.nCopies(columns.size() - 1, " ---: |")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
