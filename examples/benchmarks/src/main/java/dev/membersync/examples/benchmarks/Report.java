package dev.membersync.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What one command measured: tables, and sentences on how to read them. Not thread-safe. */
public final class Report {
    private final List<String> parts = new ArrayList<>();

    private Report() {}

    /** A report that says nothing yet. */
    public static Report create() {
        return new Report();
    }

    /** Adds a table. */
    public Report table(Table table) {
        parts.add(table.markdown());
        return this;
    }

    /** Adds a sentence. */
    public Report note(String sentence) {
        parts.add(sentence + "\n");
        return this;
    }

    /** All of it as Markdown. */
    public String markdown() {
        return String.join("\n", parts);
    }
}
