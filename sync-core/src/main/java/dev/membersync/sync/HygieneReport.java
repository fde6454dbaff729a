package dev.membersync.sync;

import dev.membersync.sync.engine.Hygiene;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.review.HygieneFinding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Likely duplicates and broken links of one event, as the last full lists showed them. A report: nothing is merged, deleted
 * or asked because of it, and it holds no personal data.
 *
 * @param event the event url
 * @param occurrence the recurring event id, empty for an ordinary event
 * @param read whether both lists were read whole at least once; else there may be more
 * @param figures how many findings there are of each kind
 * @param findings the findings, the first thousand of each kind and workflow; what several workflows found is told once
 */
public record HygieneReport(
        String event, String occurrence, boolean read, Map<String, Long> figures, List<HygieneFinding> findings) {
    public HygieneReport {
        figures = Map.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** @param parts the workflows of one event */
    static HygieneReport of(List<Parts> parts) {
        Map<String, Long> figures = new TreeMap<>();
        Set<HygieneFinding> findings = new LinkedHashSet<>();
        boolean read = true;
        for (Parts one : parts) {
            Hygiene.Found found = Hygiene.look(one);
            read &= found.read();
            findings.addAll(found.findings());
            found.figures().forEach((kind, number) -> figures.merge(kind.name(), number, Math::max));
        }
        Map<String, Long> listed = new TreeMap<>();
        findings.forEach(finding -> listed.merge(finding.kind().name(), 1L, Long::sum));
        listed.forEach((kind, number) -> figures.merge(kind, number, Math::max));
        return new HygieneReport(
                parts.get(0).workflow().desk().event(),
                parts.get(0).workflow().desk().occurrence(),
                read,
                figures,
                List.copyOf(findings));
    }

    /** Whether both lists were read and nothing was found. */
    public boolean isClean() {
        return read && findings.isEmpty();
    }
}
