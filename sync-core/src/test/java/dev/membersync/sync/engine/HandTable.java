package dev.membersync.sync.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision table written by hand: one row a line, cells between blanks, the answer behind {@code =>}. A cell is a
 * word, several words with {@code /} between them, or {@code *}. The first row that fits answers.
 */
final class HandTable {
    private record Row(List<Set<String>> cells, String answer) {
        boolean fits(List<String> facts) {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).contains("*") && !cells.get(i).contains(facts.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Row> rows;
    private final int width;
    private final Set<Row> used = new HashSet<>();
    private final Map<List<String>, String> known = new HashMap<>();

    private HandTable(int width, List<Row> rows) {
        this.width = width;
        this.rows = rows;
    }

    static HandTable parse(int width, String text) {
        List<Row> rows = new ArrayList<>();
        text.lines()
                .map(line -> line.replaceAll("#.*", "").trim())
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] halves = line.split("\\s*=>\\s*", -1);
                    List<Set<String>> cells = Arrays.stream(halves[0].split("\\s+"))
                            .map(cell -> Set.of(cell.split("/")))
                            .toList();
                    if (cells.size() != width || halves.length != 2) {
                        throw new IllegalArgumentException("a row needs " + width + " cells and an answer: " + line);
                    }
                    rows.add(new Row(cells, halves[1]));
                });
        return new HandTable(width, rows);
    }

    String answer(List<String> facts) {
        if (facts.size() != width) {
            throw new IllegalArgumentException("the table has " + width + " columns: " + facts);
        }
        return known.computeIfAbsent(facts, this::look);
    }

    /** Rows that answered nothing: a slip of the hand. */
    List<String> unused() {
        return rows.stream()
                .filter(row -> !used.contains(row))
                .map(Row::toString)
                .toList();
    }

    private String look(List<String> facts) {
        Row first = rows.stream()
                .filter(row -> row.fits(facts))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row fits " + facts));
        used.add(first);
        return first.answer();
    }
}
