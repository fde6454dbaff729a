package dev.membersync.sync.document;

import dev.membersync.sync.document.Drift.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the committed page says otherwise than the one that would be written now. */
final class Differences {
    private static final String ANEW = "; if that is meant, write the page anew";

    /** How bad another cell is, by table and column; every other one blocks. */
    private static final Map<String, Set<String>> HARMLESS = Map.of(
            PageWriter.FORM, Set.of(PageWriter.ID, PageWriter.REQUIRED),
            PageWriter.CUSTOM, Set.of(PageWriter.NAME, PageWriter.ID));

    private final Page committed;
    private final Page now;
    private final List<Drift> drifts = new ArrayList<>();

    private Differences(Page committed, Page now) {
        this.committed = committed;
        this.now = now;
    }

    static List<Drift> of(Page committed, Page now) {
        Differences differences = new Differences(committed, now);
        union(committed.parts().keySet(), now.parts().keySet()).forEach(differences::part);
        return differences.drifts;
    }

    private void part(String part) {
        if (!now.parts().containsKey(part)) {
            drifts.add(Drift.block(part, "workflow", "it is documented and is not configured any more" + ANEW));
        } else if (!committed.parts().containsKey(part)) {
            drifts.add(Drift.block(part, "workflow", "it is configured and not documented" + ANEW));
        } else {
            union(titles(committed, part), titles(now, part)).forEach(title -> table(part, title));
        }
    }

    private void table(String part, String title) {
        Optional<Table> before = committed.table(part, title);
        Optional<Table> after = now.table(part, title);
        String place = part + ", " + title;
        Set<String> names = union(names(before), names(after));
        names.forEach(name -> row(
                place,
                name,
                before.flatMap(table -> table.row(name).map(row -> new Row(table, row))),
                after.flatMap(table -> table.row(name).map(row -> new Row(table, row)))));
    }

    private void row(String place, String name, Optional<Row> before, Optional<Row> after) {
        if (before.isEmpty()) {
            drifts.add(Drift.block(place, name, "it is new and not documented" + ANEW));
        } else if (after.isEmpty()) {
            drifts.add(Drift.block(place, name, "it is documented and is gone" + ANEW));
        } else {
            after.get().table.columns().forEach(column -> cell(place, name, column, before.get(), after.get()));
        }
    }

    private void cell(String place, String name, String column, Row before, Row after) {
        String was = before.table.cell(before.cells, column);
        String is = after.table.cell(after.cells, column);
        // What is missing is told by itself, with what to do.
        if (was.equals(is) || is.equals(PageWriter.MISSING) || isMissing(after)) {
            return;
        }
        if (column.equals(PageWriter.OPTIONS)) {
            options(place, name, was, is);
            return;
        }
        boolean harmless = HARMLESS.getOrDefault(after.table.title(), Set.of()).contains(column);
        String what = column.equals(PageWriter.TYPE) && !was.equals(PageWriter.MISSING)
                ? "its type was " + was + " and is " + is + "; check that the values still fit"
                : column + " was \"" + was + "\" and is \"" + is + "\"";
        drifts.add(new Drift(harmless ? Severity.WARN : Severity.BLOCK, place, name, what + ANEW));
    }

    private static boolean isMissing(Row row) {
        return row.table.cell(row.cells, PageWriter.TYPE).equals(PageWriter.MISSING);
    }

    private void options(String place, String name, String was, String is) {
        Set<String> before = split(was);
        Set<String> after = split(is);
        before.stream()
                .filter(option -> !after.contains(option))
                .forEach(option -> drifts.add(Drift.block(
                        place,
                        name,
                        "the option \"" + option + "\" is gone; members who have it may not be written any more"
                                + ANEW)));
        after.stream()
                .filter(option -> !before.contains(option))
                .forEach(option -> drifts.add(Drift.warn(place, name, "the option \"" + option + "\" is new" + ANEW)));
    }

    private static Set<String> split(String options) {
        Set<String> split = new LinkedHashSet<>(Arrays.asList(options.split(PageWriter.SEPARATOR)));
        split.remove("");
        return split;
    }

    private static Set<String> titles(Page page, String part) {
        Set<String> titles = new LinkedHashSet<>();
        page.parts().getOrDefault(part, List.of()).forEach(table -> titles.add(table.title()));
        return titles;
    }

    private static Set<String> names(Optional<Table> table) {
        Set<String> names = new LinkedHashSet<>();
        table.ifPresent(found -> found.rows().forEach(row -> names.add(row.get(0))));
        return names;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private record Row(Table table, List<String> cells) {}
}
