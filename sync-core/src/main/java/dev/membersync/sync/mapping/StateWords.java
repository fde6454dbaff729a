package dev.membersync.sync.mapping;

import dev.membersync.sync.policy.Transitions;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.text.Unicode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How each state of a registration is written, and which states may follow which. A state without a word is not written.
 * Several states may share a word: a step is legal when it is for one of them. Immutable and thread-safe.
 */
public final class StateWords implements Lifecycle {
    private final Map<RegistrationState, String> words;
    private final Set<RegistrationState> kept;
    private final Transitions transitions;

    private StateWords(Map<RegistrationState, String> words, Set<RegistrationState> kept, Transitions transitions) {
        this.words = words;
        this.kept = kept;
        this.transitions = transitions;
    }

    /** Every state by its own word, with the standard transitions. */
    public static StateWords standard() {
        Map<RegistrationState, String> words = new EnumMap<>(RegistrationState.class);
        for (RegistrationState state : RegistrationState.values()) {
            words.put(state, state.word());
        }
        return new StateWords(words, Set.of(), Transitions.standard());
    }

    /**
     * The same words, but another one for this state.
     *
     * @throws MappingException when the word is blank or begins with a question mark, which stands for unknown ones
     */
    public StateWords with(RegistrationState state, String word) {
        if (word.isBlank() || word.startsWith(States.UNKNOWN)) {
            throw new MappingException(
                    "the word for " + state.word() + " is blank or begins with \"?\"; give another one");
        }
        Map<RegistrationState, String> copy = new EnumMap<>(words);
        copy.put(state, word);
        return new StateWords(copy, kept, transitions);
    }

    /** The same words without this state, which is not written then. */
    public StateWords without(RegistrationState state) {
        Map<RegistrationState, String> copy = new EnumMap<>(RegistrationState.class);
        copy.putAll(words);
        copy.remove(state);
        return new StateWords(copy, kept, transitions);
    }

    /** The same words; a member who was told one of these states is told no other one about the same ticket. */
    public StateWords neverDowngrading(Collection<RegistrationState> states) {
        return new StateWords(words, Set.copyOf(states), transitions);
    }

    /** The same words with other transitions. */
    public StateWords with(Transitions other) {
        return new StateWords(words, kept, other);
    }

    /** Each word in a pattern, in lower case and in which {@code {state}} stands for it. */
    StateWords in(String pattern) {
        Map<RegistrationState, String> copy = new EnumMap<>(RegistrationState.class);
        words.forEach((state, word) -> copy.put(state, Unicode.lowerCase(pattern.replace("{state}", word))));
        return new StateWords(copy, kept, transitions);
    }

    /** The word for a state; empty when it is not written. */
    public Optional<String> word(RegistrationState state) {
        return Optional.ofNullable(words.get(state));
    }

    /** The words by the names of their states. */
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        words.forEach((state, word) -> rows.put(state.word(), word));
        return rows;
    }

    @Override
    public Set<String> values() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(words.values()));
    }

    @Override
    public Step step(String from, String to) {
        List<RegistrationState> before = states(from);
        List<RegistrationState> after = states(to);
        if (!before.isEmpty() && kept.containsAll(before)) {
            return new Step(Step.Kind.KEPT, "the state " + from + " is never downgraded");
        }
        return before.stream()
                .flatMap(one -> after.stream().flatMap(other -> transitions.reason(one, other).stream()))
                .findFirst()
                .map(reason -> new Step(Step.Kind.LEGAL, reason))
                .orElseGet(() -> new Step(
                        Step.Kind.ILLEGAL,
                        "a ticket that was " + from + " cannot be " + to + " next; look at the order at Accelevents"));
    }

    private List<RegistrationState> states(String word) {
        return words.entrySet().stream()
                .filter(row -> row.getValue().equals(word))
                .map(Map.Entry::getKey)
                .toList();
    }
}
