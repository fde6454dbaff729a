package dev.membersync.examples.syncapp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that follow a number: {@code {question waits|questions wait} for a person}, of which the number chooses. */
final class Plural {
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}|]*)\\|([^{}|]*)\\}");

    private Plural() {}

    /** The number with its words. */
    static String of(long number, String words) {
        return number + " " + choose(number, words);
    }

    /** The words alone. */
    static String choose(Object number, String words) {
        String group = number.toString().equals("1") ? "$1" : "$2";
        Matcher matcher = CHOICE.matcher(words);
        return matcher.find() ? matcher.replaceAll(group) : words;
    }
}
