package dev.membersync.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.AwkwardText;
import dev.membersync.property.Property;
import dev.membersync.sync.text.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A page is read back as it was written, whatever stands in its cells. */
class PageTest {
    private static Page page(String cell) {
        Map<String, List<Table>> parts = new LinkedHashMap<>();
        parts.put("one at a", List.of(new Table("Fields", List.of("Field", "Member"), List.of(List.of("f", cell)))));
        parts.put("two at b", List.of(new Table("Fields", List.of("Field", "Member"), List.of())));
        return new Page(parts);
    }

    private static String readBack(String cell) {
        Table table = Page.parse(page(cell).markdown("# Mapping\n"))
                .table("one at a", "Fields")
                .orElseThrow();
        return table.cell(table.row("f").orElseThrow(), "Member");
    }

    @Test
    void whatHasAMeaningInATableIsReadBack() {
        for (String cell : List.of("", "-", "*", "a|b", "|", "\\", "a\\|b", "x | ", "\\-")) {
            assertThat(readBack(cell)).isEqualTo(WhiteSpace.squeezed(cell));
        }
    }

    @Test
    void aRowThatWasCutIsNoRow() {
        String cut = page("x").markdown("# Mapping\n").replace("| f | x |", "| f");

        Page committed = Page.parse(cut);

        assertThat(committed.table("one at a", "Fields").orElseThrow().rows()).isEmpty();
        assertThat(Differences.of(committed, page("x")))
                .extracting(Drift::message)
                .singleElement()
                .asString()
                .contains("not documented");
    }

    @Property
    void anyTextIsReadBack(SplittableRandom random) {
        String text = WhiteSpace.squeezed(AwkwardText.text(random));
        assertThat(readBack(text)).isEqualTo(text);
    }
}
