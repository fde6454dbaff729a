package dev.membersync.sync;

import dev.membersync.sync.engine.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far both sides agree.
 *
 * @param pairs live links
 * @param equal those whose sides agree
 * @param aligned those whose records name each other: the ticket the member, by the note of its order or by an answer, and
 *     where a field for the ticket's id is configured, the member the ticket
 * @param figures how many findings there are of each kind
 * @param rows the findings, the first thousand of each kind and workflow
 */
public record VerifyReport(long pairs, long equal, long aligned, Map<String, Long> figures, List<Row> rows) {
    private static final String SAME_HOLDER = "SAME_HOLDER";
    private static final String UNALIGNED = "UNALIGNED";
    private static final String REFUNDED_ADMITS = "REFUNDED_ADMITS";
    private static final String CANCELED_KEPT = "CANCELED_KEPT";
    /** What may be as it should be. */
    private static final Set<String> REMARKS = Set.of(SAME_HOLDER, UNALIGNED, REFUNDED_ADMITS, CANCELED_KEPT);

    /**
     * One finding, with names and no values.
     *
     * @param kind {@code MISMATCH}, {@code NOT_LISTED}, {@code MISSING}, {@code SECOND_TICKET}, {@code SHARED_TICKET},
     *     {@code ORPHAN}, {@code PAYMENT}, whose ticket is the order; {@code SAME_HOLDER}, which is looked for in depth only
     *     and may be as it should be: somebody may buy several tickets; or {@code UNALIGNED}, a pair in which a record
     *     does not name the other one although these fields could; or {@code REFUNDED_ADMITS} and {@code CANCELED_KEPT},
     *     tickets whose access and money do not go together: the last three are no findings of their own
     * @param userId the member
     * @param ticket the ticket, empty when there is none
     * @param fields the fields in which a pair differs
     */
    public record Row(String kind, String userId, String ticket, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }

        /** One line for people. */
        @Override
        public String toString() {
            return switch (kind) {
                case "MISMATCH" -> userId + " and ticket " + ticket + " differ in " + fields;
                case "NOT_LISTED" -> userId + ": the linked ticket is not in the attendee list";
                case "MISSING" -> userId + " has no registration and no open question";
                case "SECOND_TICKET" -> "ticket " + ticket + " carries the tag of " + userId + ", who has another one";
                case "SHARED_TICKET" ->
                    "ticket " + ticket + " carries the tag of " + userId + " and is linked to another member";
                case "PAYMENT" -> "the payment of order " + ticket + " of " + userId + " is not on record as it is";
                case "ORPHAN" -> "ticket " + ticket + " carries the tag of " + userId + " and is not linked";
                case SAME_HOLDER ->
                    "ticket " + ticket + " has the name and address of " + userId + ", who has another one";
                case UNALIGNED -> userId + " and ticket " + ticket + " do not name each other: " + fields + " could";
                case REFUNDED_ADMITS -> "ticket " + ticket + " was refunded and still admits";
                case CANCELED_KEPT -> "ticket " + ticket + " does not admit any more and its money is kept";
                default -> kind.toLowerCase(Locale.ROOT) + " " + userId + " " + ticket;
            };
        }
    }

    public VerifyReport {
        figures = Map.copyOf(figures);
        rows = List.copyOf(rows);
    }

    static VerifyReport of(List<Verified> parts, List<Row> payments) {
        Map<String, Long> figures = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        parts.forEach(part -> {
            part.figures().forEach((kind, number) -> figures.merge(kind.name(), number, Long::sum));
            part.rows().forEach(row -> rows.add(new Row(row.kind().name(), row.userId(), row.ticket(), row.fields())));
        });
        payments.forEach(row -> {
            figures.merge(row.kind(), 1L, Long::sum);
            rows.add(row);
        });
        return new VerifyReport(
                parts.stream().mapToLong(Verified::pairs).sum(),
                parts.stream().mapToLong(Verified::equal).sum(),
                parts.stream().mapToLong(Verified::aligned).sum(),
                figures,
                rows);
    }

    /** Pairs that differ, or whose ticket is not listed; one line for people each, as all of these lists. */
    public List<String> mismatches() {
        return lines("MISMATCH", "NOT_LISTED");
    }

    /** Members who should be registered, are not, and nobody was asked. */
    public List<String> missing() {
        return lines("MISSING");
    }

    /** Tickets that are second ones of a member, and tickets that two members have. */
    public List<String> duplicates() {
        return lines("SECOND_TICKET", "SHARED_TICKET");
    }

    /** Tickets with the tag of a member who has no link. */
    public List<String> orphans() {
        return lines("ORPHAN");
    }

    /** Other tickets of a linked holder's name and address, which may be as it should be. */
    public List<String> sameHolders() {
        return lines(SAME_HOLDER);
    }

    /** Pairs whose records could name each other and do not. */
    public List<String> unaligned() {
        return lines(UNALIGNED);
    }

    /** Tickets whose access and money do not go together, as far as they are to be told. */
    public List<String> access() {
        return lines(REFUNDED_ADMITS, CANCELED_KEPT);
    }

    /** Payments that the other side was not told of as they are now. */
    public List<String> payments() {
        return lines("PAYMENT");
    }

    /** How many findings there are in all; what may be as it should be is none. */
    public long findings() {
        return figures.entrySet().stream()
                .filter(figure -> !REMARKS.contains(figure.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** True when nothing was found. */
    public boolean isClean() {
        return findings() == 0;
    }

    private List<String> lines(String... kinds) {
        return rows.stream()
                .filter(row -> List.of(kinds).contains(row.kind()))
                .map(Row::toString)
                .toList();
    }
}
