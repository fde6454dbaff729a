package dev.membersync.sync.review;

import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a person answers to a review. Which answers a review takes is in {@link AnswerTable}.
 *
 * @param verb what is answered
 * @param value the word or the ticket of a {@link Verb#VALUE}; empty for every other verb, and never a person's data
 */
public record Answer(Verb verb, String value) {
    /** What can be answered. */
    public enum Verb {
        /** The member's side stands. */
        LEFT,
        /** The registration's side stands. */
        RIGHT,
        /** This value stands. */
        VALUE,
        /** The two are not one: a registration of its own is made. */
        SPLIT,
        /** Nothing is done, and the same is not asked again. */
        IGNORE
    }

    public Answer {
        if (value.isEmpty() == (verb == Verb.VALUE)) {
            throw new IllegalArgumentException("the answer value=X has a value, and no other one has");
        }
    }

    /** An answer without a value. */
    public static Answer of(Verb verb) {
        return new Answer(verb, "");
    }

    /** The answer that names a word or a ticket. */
    public static Answer value(String value) {
        return new Answer(Verb.VALUE, WhiteSpace.trimmed(value));
    }

    /**
     * Reads {@code left}, {@code right}, {@code value=X}, {@code split} or {@code ignore}, whatever their case.
     *
     * @throws IllegalArgumentException for anything else; the message names the nearest word
     */
    public static Answer parse(String text) {
        int equals = text.indexOf('=');
        String word = Unicode.lowerCase(WhiteSpace.trimmed(equals < 0 ? text : text.substring(0, equals)));
        List<String> words = Arrays.stream(Verb.values()).map(Answer::word).toList();
        if (!words.contains(word)) {
            throw new IllegalArgumentException("this is no answer; " + Nearest.hint(word, words));
        }
        Verb verb = Verb.values()[words.indexOf(word)];
        return new Answer(verb, equals < 0 ? "" : WhiteSpace.trimmed(text.substring(equals + 1)));
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return verb == Verb.VALUE ? "value=" + value : word(verb);
    }

    private static String word(Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT);
    }
}
