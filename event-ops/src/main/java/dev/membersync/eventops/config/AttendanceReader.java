package dev.membersync.eventops.config;

import dev.membersync.eventops.adapter.AttendanceTags;
import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of {@code attendance-follow-up}. */
final class AttendanceReader {
    static final AddedTemplate<AttendanceConfig> TEMPLATE =
            new AddedTemplate<>(AttendanceConfig.ID, AttendanceConfig.class, AttendanceReader::read);

    private static final Map<String, Boolean> YES = Map.of("true", true, "false", false);

    private AttendanceReader() {}

    private static AttendanceConfig read(WorkflowKeys keys) {
        WorkflowKeys tags = keys.table("tags");
        Optional<String> attended = tags.text("attended");
        Optional<String> noShow = tags.text("noShow");
        tags.end();
        if (attended.isEmpty() && noShow.isEmpty()) {
            keys.mistake("tags", "name a tag: {attended: \"gala attended\", noShow: \"gala missed\"}");
        } else if (attended.isPresent() && noShow.isPresent() && attended.get().equalsIgnoreCase(noShow.get())) {
            keys.mistake("tags", "both tags are the same, letter case aside; give them different names");
        }
        return new AttendanceConfig(
                keys.id(),
                keys.event(),
                keys.occurrence(),
                new AttendanceTags(
                        attended,
                        noShow,
                        keys.duration("wait", Duration.ofHours(24)),
                        keys.word("consentRequired", YES, true),
                        (int) keys.whole("most", 1, 1_000_000, 500)),
                keys.word("mode", Map.of("shadow", false, "auto", true), false));
    }
}
