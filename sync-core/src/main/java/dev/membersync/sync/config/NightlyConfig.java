package dev.membersync.sync.config;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One report of the template {@code nightly-reconciliation}. It is about all workflows of the file.
 *
 * @param id its id, and what its files begin with; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param at the time of day
 * @param zone whose clocks; empty for those of the event
 * @param formats what is written
 * @param into the folder of the files
 */
public record NightlyConfig(
        String id, String event, long occurrence, LocalTime at, Optional<ZoneId> zone, List<Format> formats, Path into)
        implements WorkflowConfig {
    /** The template's id, and the default id of the report. */
    public static final String ID = "nightly-reconciliation";

    /** How a report is written. */
    public enum Format {
        /** One object, for programs. */
        JSON("json", "json"),
        /** Tables, for people. */
        MARKDOWN("markdown", "md");

        private final String word;
        private final String ending;

        Format(String word, String ending) {
            this.word = word;
            this.ending = ending;
        }

        /** The word for it in a file. */
        public String word() {
            return word;
        }

        /** What the names of its files end with, after the dot. */
        public String ending() {
            return ending;
        }
    }

    public NightlyConfig {
        formats = List.copyOf(formats);
    }
}
