package dev.membersync.examples.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a shell: words, quotes, variables, and where its output goes.
 *
 * @param words its words, without quotes
 * @param comment what stands behind it
 * @param into the file that its standard output goes to
 */
record CommandLine(List<String> words, String comment, Optional<String> into) {
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|[^\\s'\"]+|\\s+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");
    private static final Pattern STATUS = Pattern.compile("exit status (\\d)");

    /** The commands of a block, as they stand there; a backslash at its end continues a line. */
    static List<String> split(String block) {
        return block.replaceAll("\\\\\\n\\s*", " ")
                .lines()
                .flatMap(line -> Arrays.stream(line.split(" && ")))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Reads a command, with these variables. */
    static CommandLine parse(String line, Map<String, String> environment) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String comment = "";
        Matcher token = TOKEN.matcher(line + " ");
        while (token.find()) {
            String part = token.group();
            if (part.isBlank()) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else if (part.startsWith("#") && word.isEmpty()) {
                comment = line.substring(token.start() + 1).strip();
                break;
            } else {
                word.append(part.startsWith("'") ? unquoted(part) : filled(unquoted(part), environment));
            }
        }
        int to = words.indexOf(">");
        return to < 0
                ? new CommandLine(words, comment, Optional.empty())
                : new CommandLine(words.subList(0, to), comment, Optional.of(words.get(to + 1)));
    }

    private static String unquoted(String part) {
        return part.startsWith("'") || part.startsWith("\"") ? part.substring(1, part.length() - 1) : part;
    }

    private static String filled(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        name -> Matcher.quoteReplacement(environment.getOrDefault(name.group(1), "$" + name.group(1))));
    }

    /** The exit status that its comment names. */
    Optional<Integer> status() {
        Matcher status = STATUS.matcher(comment);
        return status.find() ? Optional.of(Integer.valueOf(status.group(1))) : Optional.empty();
    }

    /** What follows the first words. */
    List<String> after(int number) {
        return words.subList(number, words.size());
    }
}
