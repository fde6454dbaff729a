package dev.membersync.publishing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Maven that runs this build, once more. */
final class Maven {
    /** The local repository of this build. */
    static final Path LOCAL = Path.of(System.getProperty("maven.repository"));

    private Maven() {}

    /** Builds a project. What was downloaded before is taken from the local repository that the arguments name. */
    static Program run(Path project, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-q", "-T", "2"));
        if ("offline=true".equals(System.getProperty("maven.switches"))) {
            command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
        }
        command.addAll(List.of(arguments));
        return Program.run(project, command);
    }
}
