package dev.membersync.examples.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of a service: what it starts is a command of sync-app with options that are there, kept in files that it names. */
final class UnitKind implements Kind {
    private static final Set<String> SECTIONS = Set.of("[Unit]", "[Service]", "[Install]");
    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Za-z]+=\\S.*");
    private static final Pattern STARTED = Pattern.compile("(?m)^ExecStart=/\\S+/java -jar \\S*sync-app\\.jar (.+)$");

    @Override
    public void check(Block block, Walk walk) {
        for (String line : block.text().lines().filter(text -> !text.isBlank()).toList()) {
            if (!SECTIONS.contains(line) && !SETTING.matcher(line).matches()) {
                throw new Mistake("a service has sections and settings, and not \"" + line + "\"");
            }
        }
        Matcher started = STARTED.matcher(block.text());
        if (!started.find()) {
            throw new Mistake("the service starts no sync-app.jar");
        }
        List<String> words = Arrays.asList(started.group(1).split(" "));
        AppWord.requireKnown(words);
    }
}
