package dev.membersync.examples.guide;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A build is not run from here: its goals are those that the build itself knows, its modules and profiles exist. */
final class MavenWord implements ShellWord {
    private static final Set<String> GOALS = Set.of(
            "verify",
            "package",
            "install",
            "test",
            "compile",
            "process-test-classes",
            "spotless:apply",
            "dependency:tree",
            "javadoc:aggregate",
            "exec:java",
            "versions:set",
            "deploy");
    private static final Set<String> FLAGS = Set.of("-q", "-o", "-B", "-ntp", "-am");
    private static final Pattern PLUGIN = Pattern.compile("[\\w.]+:([\\w-]+-maven-plugin):([\\d.]+):\\w+");
    private static final Pattern PROPERTY = Pattern.compile("-D\\w[\\w.]*(=\\S+)?");

    @Override
    public void run(CommandLine line, Walk walk) {
        Reactor reactor = Reactor.at(walk.root());
        List<String> words = line.after(1);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("-pl")) {
                Stream.of(words.get(++at).split(",")).forEach(reactor::requireModule);
            } else if (word.startsWith("-P")) {
                reactor.requireProfile(word.substring(2));
            } else if (PLUGIN.matcher(word).matches()) {
                Matcher plugin = PLUGIN.matcher(word);
                reactor.requirePlugin(plugin.replaceFirst("$1"), plugin.replaceFirst("$2"));
            } else if (!GOALS.contains(word)
                    && !FLAGS.contains(word)
                    && !PROPERTY.matcher(word).matches()) {
                throw new Mistake("mvn is not known to take \"" + word + "\"");
            }
        }
    }
}
