package dev.membersync.sync.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page as tables, by the heading that they stand under.
 *
 * @param parts the tables of each workflow, in order
 */
record Page(Map<String, List<Table>> parts) {
    private static final String PART = "## ";
    private static final String TABLE = "### ";

    Optional<Table> table(String part, String title) {
        return parts.getOrDefault(part, List.of()).stream()
                .filter(table -> table.title().equals(title))
                .findFirst();
    }

    String markdown(String intro) {
        StringBuilder page = new StringBuilder(intro);
        parts.forEach((heading, tables) -> {
            page.append('\n').append(PART).append(heading).append("\n\n");
            tables.forEach(table -> table.write(page));
            page.setLength(page.length() - 1);
        });
        return page.toString();
    }

    /** Reads a page that was written before; what is no table is passed over. */
    static Page parse(String markdown) {
        Map<String, List<Table>> parts = new LinkedHashMap<>();
        List<Table> tables = new ArrayList<>();
        String title = "";
        List<List<String>> lines = new ArrayList<>();
        for (String line : (markdown + "\n" + PART).lines().toList()) {
            boolean heading = line.startsWith(PART) || line.startsWith(TABLE);
            if (heading && lines.size() > 1) {
                tables.add(new Table(title, lines.get(0), lines.subList(2, lines.size())));
            }
            if (heading) {
                lines = new ArrayList<>();
            }
            if (line.startsWith(PART)) {
                tables = new ArrayList<>();
                parts.put(line.substring(PART.length()).strip(), tables);
            } else if (line.startsWith(TABLE)) {
                title = line.substring(TABLE.length()).strip();
            } else if (line.startsWith("|")) {
                List<String> cells = Table.cells(line);
                if (!cells.isEmpty()) {
                    lines.add(cells);
                }
            }
        }
        parts.remove("");
        return new Page(parts);
    }
}
