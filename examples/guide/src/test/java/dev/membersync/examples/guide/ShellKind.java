package dev.membersync.examples.guide;

import java.util.Map;
import java.util.Optional;

/** Commands are run in the order of the page, each by who knows it; a command that nobody knows is a mistake. */
final class ShellKind implements Kind {
    private static final Map<String, ShellWord> WORDS = Map.of(
            "mvn", new MavenWord(),
            "java", new JarWord(),
            "sync-app", new AppWord(),
            "curl", new CurlWord(),
            "export", new ExportWord(),
            "alias", new AliasWord(),
            "rm", new RemoveWord(),
            "git", new ReleaserWord(),
            "sed", new ReleaserWord(),
            ".ci/run", new ReleaserWord());

    @Override
    public void check(Block block, Walk walk) {
        for (String text : CommandLine.split(block.text())) {
            if (AssignWord.run(text, walk)) {
                continue;
            }
            CommandLine line = CommandLine.parse(text, walk.environment());
            String first = line.words().get(0);
            Optional.ofNullable(WORDS.get(first))
                    .orElseThrow(() -> new Mistake("nobody knows the command \"" + first + "\""))
                    .run(line, walk);
        }
    }
}
