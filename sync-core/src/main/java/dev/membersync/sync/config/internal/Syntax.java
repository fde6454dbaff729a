package dev.membersync.sync.config.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in our own words why a text is not YAML. The parser's own message quotes the line, which may hold a key that
 * nobody may see.
 */
final class Syntax {
    private static final String NOT_YAML = "this is not YAML: ";

    private static final Map<String, String> CAUSES = new LinkedHashMap<>();

    static {
        CAUSES.put("'\\t(TAB)'", "a tab stands where blanks belong: indent with blanks");
        CAUSES.put("mapping values are not allowed", "a second colon in one line: put the value in quotes");
        CAUSES.put("alias", "a lone * must be in quotes: \"*\"");
        CAUSES.put("could not find expected ':'", "a key without its colon, or a line that is not indented enough");
        CAUSES.put("quoted scalar", "a quote that is opened and not closed");
        CAUSES.put("flow mapping", "a { that is not closed, or a comma missing between two keys");
        CAUSES.put("flow sequence", "a [ that is not closed, or a comma missing between two items");
        CAUSES.put("expected <block end>", "a line that is indented differently from its neighbours");
        CAUSES.put("cannot start any token", "a value that begins with a special sign: put it in quotes");
    }

    private static final Pattern MARK = Pattern.compile("(?m)^ in .*, line (\\d{1,9}), column \\d+:$");

    private Syntax() {}

    /** What is wrong, where a person would mend it: the parser often notices it some lines later. */
    static YamlProblem problem(String text, String original, int parsed) {
        int line = line(original, parsed);
        return Slip.first(text, line)
                .map(slip -> new YamlProblem(slip.line(), "", NOT_YAML + slip.what()))
                .orElseGet(() -> new YamlProblem(line, "", explain(original)));
    }

    /** The line of the problem itself, which is behind the last part that was parsed. */
    private static int line(String original, int parsed) {
        int line = parsed;
        Matcher matcher = MARK.matcher(original);
        while (matcher.find()) {
            line = Integer.parseInt(matcher.group(1));
        }
        return line;
    }

    private static String explain(String original) {
        String cause = CAUSES.entrySet().stream()
                .filter(known -> original.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("check quotes, colons and indentation here and on the line before");
        return NOT_YAML + cause;
    }
}
