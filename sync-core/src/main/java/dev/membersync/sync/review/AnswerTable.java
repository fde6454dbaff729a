package dev.membersync.sync.review;

import dev.membersync.sync.review.Answer.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which answers each kind of review takes, and what they do: data. A kind without rows takes {@code ignore} alone. */
public final class AnswerTable {
    /**
     * One answer.
     *
     * @param verb what is answered
     * @param words what a {@link Verb#VALUE} may say; empty when it names something
     * @param names what a {@link Verb#VALUE} without words names, such as {@code TICKET}; empty for every other answer
     * @param stands true when it holds as long as what it was given about stays as it is; else it holds once
     * @param effect what it does, for people
     */
    public record Row(Verb verb, List<String> words, String names, boolean stands, String effect) {
        public Row {
            words = List.copyOf(words);
        }

        /** The answer as it is typed. */
        public String form() {
            return verb != Verb.VALUE
                    ? Answer.of(verb).toString()
                    : "value=" + (words.isEmpty() ? names : String.join("|", words));
        }

        boolean takes(Answer answer) {
            return answer.verb() == verb && (words.isEmpty() || words.contains(answer.value()));
        }
    }

    private static final Row IGNORE = new Row(
            Verb.IGNORE,
            List.of(),
            "",
            true,
            "nothing is done, and this is not asked again until what it is about changes");
    private static final Map<String, List<Row>> ROWS = Map.ofEntries(
            row("CONFLICT", once(Verb.LEFT, "the member's values are written to the registration"), right()),
            row("IDENTITY", once(Verb.LEFT, "the member's name and address are written to the registration"), right()),
            row(
                    "DISPUTED",
                    new Row(Verb.VALUE, List.of(), "TICKET", false, "this ticket is the member's own and is linked"),
                    once(Verb.SPLIT, "none of them is: the member gets a registration of its own")),
            row(
                    "ERASED",
                    once(
                            Verb.LEFT,
                            "the member is somebody else, or wants to be here again: what the status says is done")),
            row("FENCED", once(Verb.LEFT, "the pair goes on with the member's values"), right(), release()),
            row(
                    "PRICED",
                    words(
                            "the member is registered, and its order is booked so",
                            false,
                            "unpaid",
                            "complimentary",
                            "cash")),
            row("PAID_REMOVAL", once(Verb.LEFT, "the ticket is deleted, which refunds it")),
            row("PRICE_CHANGE", once(Verb.LEFT, "the ticket is exchanged, this once")),
            row("EXCHANGE", once(Verb.LEFT, "the ticket is exchanged, this once")),
            row(
                    "STATUS",
                    words(
                            "the member's status means this as long as it stays as it is",
                            true,
                            "register",
                            "keep",
                            "remove")),
            row("LAPSED", once(Verb.LEFT, "the registration is deleted, and refunded where it has a price")),
            row("LEFT_GONE", followed(), left()),
            row("GONE_AND_EDITED", followed(), left()),
            row("STEP", once(Verb.RIGHT, "the registration's state is written to the member, this once")),
            row(
                    "NO_MEMBER",
                    new Row(Verb.VALUE, List.of(), "MEMBER", false, "the ticket is this member's own and is linked")),
            row(
                    "ENROLMENT",
                    once(
                            Verb.RIGHT,
                            "the member is put into the workflow, this once, whatever came of the first call")),
            row("REFUSED", once(Verb.LEFT, "it is tried again")),
            row("PAYMENT_REFUSED", told(), booked()),
            row("PAYMENT_BY_HAND", told(), booked()),
            row("PAYMENT_CONFLICT", told(), booked()));

    private AnswerTable() {}

    /** What a review of this kind may be answered. */
    public static List<Row> of(String kind) {
        return ROWS.getOrDefault(kind, List.of(IGNORE));
    }

    /** The kinds that take more than {@code ignore}. */
    public static List<String> kinds() {
        return ROWS.keySet().stream().sorted().toList();
    }

    /** The row that takes this answer; empty when the kind does not. */
    public static Optional<Row> find(String kind, Answer answer) {
        return of(kind).stream().filter(row -> row.takes(answer)).findFirst();
    }

    /** All answers of a kind, as they are typed. */
    public static String forms(String kind) {
        return of(kind).stream().map(Row::form).collect(Collectors.joining(", "));
    }

    private static Map.Entry<String, List<Row>> row(String kind, Row... rows) {
        return Map.entry(kind, Stream.concat(Stream.of(rows), Stream.of(IGNORE)).toList());
    }

    private static Row once(Verb verb, String effect) {
        return new Row(verb, List.of(), "", false, effect);
    }

    private static Row words(String effect, boolean stands, String... words) {
        return new Row(Verb.VALUE, List.of(words), "", stands, effect);
    }

    private static Row right() {
        return once(
                Verb.RIGHT,
                "the registration's values stand: they are written to the member where the field flows there");
    }

    private static Row release() {
        return words("the pair goes on as if nothing had been", false, "release");
    }

    private static Row told() {
        return once(Verb.LEFT, "the payment is told again");
    }

    private static Row booked() {
        return words("somebody has booked it by hand: it counts as told", false, "booked");
    }

    /** Nobody is registered again: of a registration that ended there is nothing to follow. */
    private static Row followed() {
        return once(
                Verb.LEFT, "the registration of a member who is gone is deleted, and refunded where it has a price");
    }

    private static Row left() {
        return once(Verb.RIGHT, "the registration stays as it is, and the pair is closed");
    }
}
