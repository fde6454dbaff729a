package dev.membersync.examples.syncapp;

import dev.membersync.sync.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of one command, read from a command line. */
final class Args {
    private final Map<Option, String> values = new EnumMap<>(Option.class);
    private final List<String> arguments = new ArrayList<>();

    private Args() {}

    /**
     * Reads what follows a command.
     *
     * @throws AppException for an option that the command does not have, a value that is missing, or one thing too many
     */
    static Args parse(String command, Collection<Option> known, List<String> words) {
        return parse(command, known, 0, words);
    }

    /** Reads what follows a command that takes up to so many arguments besides its options. */
    static Args parse(String command, Collection<Option> known, int most, List<String> words) {
        Args args = new Args();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (!word.startsWith("-") && args.arguments.size() < most) {
                args.arguments.add(word);
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            Option option = option(command, known, equals < 0 ? word : word.substring(0, equals));
            if (args.values.containsKey(option)) {
                throw AppException.usage(option.flag() + " was given twice; give it once");
            }
            args.values.put(option, value(option, equals < 0 ? null : word.substring(equals + 1), rest));
        }
        return args;
    }

    /** What was given besides the options. */
    List<String> arguments() {
        return List.copyOf(arguments);
    }

    boolean has(Option option) {
        return values.containsKey(option);
    }

    Optional<String> text(Option option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The path that follows an option that was given. */
    Path path(Option option) {
        try {
            return Path.of(text(option).orElseThrow());
        } catch (InvalidPathException e) {
            throw AppException.usage(option.flag() + " takes the path of a file");
        }
    }

    /** A whole number from {@code least} on. */
    long whole(Option option, long least, long most, long otherwise) {
        String text = values.get(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw AppException.usage(option.flag() + " takes a whole number from " + least + " to " + most);
        }
        return Long.parseLong(text);
    }

    private static Option option(String command, Collection<Option> known, String word) {
        List<String> flags = known.stream().map(Option::flag).toList();
        return Arrays.stream(Option.values())
                .filter(option -> known.contains(option) && option.flag().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        AppException.usage((word.startsWith("-") ? "unknown option " : command + " takes no argument ")
                                + shown(word) + "; " + Nearest.hint(word, flags)));
    }

    /** A word that may be anything, a key among it, is not repeated in full. */
    private static String shown(String word) {
        return word.startsWith("--") && word.length() <= 30
                ? word
                : "\"" + word.substring(0, Math.min(word.length(), 8)) + "\"";
    }

    private static String value(Option option, @Nullable String attached, Deque<String> rest) {
        if (!option.takesValue()) {
            if (attached != null) {
                throw AppException.usage(option.flag() + " takes no value");
            }
            return "";
        }
        if (attached != null) {
            return attached;
        }
        String next = rest.peek();
        if (next == null || next.startsWith("--")) {
            throw AppException.usage(option.flag() + " needs a value: " + option.form());
        }
        return rest.pop();
    }
}
