package dev.membersync.sync.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What people did on both sides, and between which runs: the model that the outcome is judged by. */
final class Ledger {
    private record Hand(String value, int runsBefore) {}

    private final Map<String, Hand> hands = new HashMap<>();
    private final Map<String, Set<String>> statuses = new HashMap<>();
    /** What a person wrote, and how many edits came before. */
    record Edit(String value, int number) {}

    private final Map<String, Edit> edits = new HashMap<>();
    private final Map<String, Set<String>> unnoticed = new HashMap<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> rejoined = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();
    private final List<Map<String, Map<String, String>>> runs = new ArrayList<>();

    private int edited;

    /** A run begins; it sees members that look like this. */
    void run(Map<String, Map<String, String>> looks) {
        runs.add(looks);
    }

    void status(String userId, String status) {
        statuses.computeIfAbsent(userId, unused -> new HashSet<>()).add(status);
    }

    void hand(long ticketId, String field, String value) {
        hands.put(ticketId + "/" + field, new Hand(value, runs.size()));
    }

    /** A member is new, or was there before. */
    void join(String userId) {
        if (!joined.add(userId)) {
            rejoined.add(userId);
        }
    }

    /** A contact that comes back has lost what it had, and absence clears nothing. */
    boolean cameBack(String userId) {
        return rejoined.contains(userId);
    }

    /**
     * A person wrote this into a field that flows both ways.
     *
     * @param undecided whether earlier edits of this member may still be waiting for a person or a run
     */
    void edit(String id, String field, String value, boolean undecided) {
        edits.put(id + "/" + field, new Edit(value, ++edited));
        List<Map<String, Map<String, String>>> before =
                runs.subList(undecided || runs.isEmpty() ? 0 : runs.size() - 1, runs.size());
        boolean asBefore = before.stream()
                .anyMatch(looks -> value.equals(looks.getOrDefault(id, Map.of()).get(field)));
        if (asBefore) {
            returned.add(id + "/" + field);
        } else {
            returned.remove(id + "/" + field);
        }
    }

    /** The last edit wrote what a run had seen there already: nobody can tell that from no edit. */
    boolean wasReturned(String id, String field) {
        return returned.contains(id + "/" + field);
    }

    /** What was written last there. */
    Optional<Edit> lastEdit(String id, String field) {
        return Optional.ofNullable(edits.get(id + "/" + field));
    }

    /** A person wrote this where nobody had looked yet since the engine's last write. */
    void unnoticed(String id, String field, String value) {
        unnoticed.computeIfAbsent(id + "/" + field, unused -> new HashSet<>()).add(value);
    }

    /** @param spelling how the peer may have spelled it since */
    boolean isUnnoticed(String id, String field, String value, UnaryOperator<String> spelling) {
        Set<String> written = unnoticed.getOrDefault(id + "/" + field, Set.of());
        return written.contains(value) || written.stream().map(spelling).anyMatch(value::equals);
    }

    void end(long ticketId) {
        ended.add(ticketId);
    }

    boolean wasEndedByHand(long ticketId) {
        return ended.contains(ticketId);
    }

    boolean everHad(String userId, String status) {
        return statuses.getOrDefault(userId, Set.of()).contains(status);
    }

    /**
     * True when a person wrote this value by hand at Accelevents, and a run before that had seen the member as he is now:
     * a field that flows to the right keeps such a value until the member changes.
     *
     * @param spelling how the peer may have spelled it since
     */
    boolean keeps(
            long ticketId, String userId, String field, String shown, UnaryOperator<String> spelling, String now) {
        Hand hand = hands.get(ticketId + "/" + field);
        return hand != null
                && (hand.value().equals(shown) || spelling.apply(hand.value()).equals(shown))
                && runs.subList(0, hand.runsBefore()).stream()
                        .anyMatch(looks ->
                                now.equals(looks.getOrDefault(userId, Map.of()).get(field)));
    }
}
