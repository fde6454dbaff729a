package dev.membersync.sync.document;

import dev.membersync.sync.text.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of the page. The first column names its rows.
 *
 * @param title its heading
 * @param columns the heads of its columns
 * @param rows its rows, each with a cell for each column
 */
record Table(String title, List<String> columns, List<List<String>> rows) {
    private static final String NOTHING = "-";

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    Optional<List<String>> row(String name) {
        return rows.stream().filter(row -> row.get(0).equals(name)).findFirst();
    }

    /** The cell of a row; empty when the table has no such column. */
    String cell(List<String> row, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= row.size() ? "" : row.get(at);
    }

    void write(StringBuilder page) {
        page.append("### ").append(title).append("\n\n").append(line(columns));
        page.append("|").append(" --- |".repeat(columns.size())).append('\n');
        rows.forEach(row -> page.append(line(row)));
        page.append('\n');
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder("|");
        cells.forEach(cell -> line.append(' ').append(escaped(cell)).append(" |"));
        return line.append('\n').toString();
    }

    /** What has a meaning in a table of Markdown is escaped; an empty cell shows that it is empty. */
    private static String escaped(String cell) {
        if (cell.isEmpty()) {
            return NOTHING;
        }
        String text = WhiteSpace.squeezed(cell).replace("\\", "\\\\").replace("|", "\\|");
        return text.equals(NOTHING) ? "\\" + NOTHING : text;
    }

    /** The cells of a line that {@link #write} wrote. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder raw = new StringBuilder();
        for (int i = line.indexOf('|') + 1; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '|') {
                cells.add(plain(raw.toString().strip()));
                raw.setLength(0);
            } else {
                raw.append(sign);
                if (sign == '\\' && i + 1 < line.length()) {
                    raw.append(line.charAt(++i));
                }
            }
        }
        return cells;
    }

    private static String plain(String raw) {
        return raw.equals(NOTHING) ? "" : raw.replaceAll("\\\\(.)", "$1");
    }
}
