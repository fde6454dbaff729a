package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that does not agree.
 *
 * @param kind what
 * @param subject the fact, order or system that it is about
 * @param detail why, for people; amounts and ids, no person's data
 * @param since since when
 */
public record Discrepancy(DiscrepancyKind kind, String subject, String detail, Instant since)
        implements Comparable<Discrepancy> {
    private static final Comparator<Discrepancy> ORDER = Comparator.comparing(Discrepancy::kind)
            .thenComparing(Discrepancy::subject)
            .thenComparing(Discrepancy::detail)
            .thenComparing(Discrepancy::since);

    @Override
    public int compareTo(Discrepancy other) {
        return ORDER.compare(this, other);
    }
}
