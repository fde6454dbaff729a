package dev.membersync.sync.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What go-live asks for.
 *
 * @param coverage the percentage of registrations that have to be a member's, or of a ticket type of others; default 95
 * @param notMembers the names of ticket types that are for people who are no members; default none
 * @param mappingDocs the committed page that documents the mapping, which has to say what runs; empty to ask for none
 */
public record GoLiveConfig(int coverage, List<String> notMembers, Optional<Path> mappingDocs) {
    private static final int STANDARD = 95;

    public GoLiveConfig {
        notMembers = List.copyOf(notMembers);
    }

    static GoLiveConfig read(Section section) {
        Values values = Values.of(section);
        GoLiveConfig config = new GoLiveConfig(
                (int) values.whole("coverage", 0, 100, STANDARD),
                section.texts("notMembers"),
                values.text("mappingDocs").flatMap(text -> path(section, text)));
        section.end();
        return config;
    }

    private static Optional<Path> path(Section section, String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            section.mistake("mappingDocs", "this is no path of a file");
            return Optional.empty();
        }
    }
}
