package dev.membersync.sync.config;

import dev.membersync.sync.config.NightlyConfig.Format;
import dev.membersync.sync.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the keys of {@code nightly-reconciliation}. */
final class NightlyReader {
    static final Template<NightlyConfig> TEMPLATE =
            new Template<>(NightlyConfig.ID, NightlyConfig.class, NightlyReader::read, (config, look) -> {});

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String STANDARD = "02:30";
    private static final Path FOLDER = Path.of("reports");

    private final Section section;

    private NightlyReader(Section section) {
        this.section = section;
    }

    private static NightlyConfig read(Section section, WorkflowHead head) {
        NightlyReader reader = new NightlyReader(section);
        if (!head.id().matches("[A-Za-z0-9._-]*")) {
            section.mistake("id", "the files begin with it: write letters, digits, hyphens, dots and underscores");
        }
        return new NightlyConfig(
                head.id(),
                head.event(),
                head.occurrence(),
                reader.at(),
                reader.zone(),
                reader.formats(),
                reader.into());
    }

    private LocalTime at() {
        section.shape("at").of(SchemaTypes.matching(TIME)).standard(STANDARD);
        String text = section.scalar("at").map(Scalar::value).orElse(STANDARD).strip();
        if (!TIME.matcher(text).matches()) {
            section.mistake("at", "this is no time of day; write hours and minutes in quotes: \"" + STANDARD + "\"");
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.parse(text);
    }

    private Optional<ZoneId> zone() {
        Optional<String> name = Values.of(section).text("zone");
        try {
            return name.map(ZoneId::of);
        } catch (DateTimeException unknown) {
            section.mistake(
                    "zone",
                    "\"" + name.orElse("") + "\" is no time zone; "
                            + Nearest.to(name.orElse(""), ZoneId.getAvailableZoneIds())
                                    .map(near -> "did you mean \"" + near + "\"?")
                                    .orElse("write one such as \"Europe/Paris\", or leave it out for the event's"));
            return Optional.empty();
        }
    }

    private List<Format> formats() {
        List<Format> formats = new ArrayList<>();
        List<String> words = Arrays.stream(Format.values()).map(Format::word).toList();
        section.texts("formats").forEach(text -> {
            Optional<Format> found = Arrays.stream(Format.values())
                    .filter(format -> format.word().equals(text))
                    .findFirst();
            found.filter(format -> !formats.contains(format)).ifPresent(formats::add);
            if (found.isEmpty()) {
                section.mistake("formats", "\"" + text + "\" is no format; " + Nearest.hint(text, words));
            }
        });
        return formats.isEmpty() ? List.of(Format.values()) : formats;
    }

    private Path into() {
        try {
            return Path.of(Values.of(section).text("into", FOLDER.toString()));
        } catch (InvalidPathException e) {
            section.mistake("into", "this is no path of a folder");
            return FOLDER;
        }
    }
}
