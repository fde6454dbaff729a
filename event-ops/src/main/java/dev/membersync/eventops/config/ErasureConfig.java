package dev.membersync.eventops.config;

import dev.membersync.eventops.privacy.ErasurePolicy;
import dev.membersync.sync.config.AddedWorkflow;
import java.nio.file.Path;
import java.time.Period;

/**
 * One workflow of the template {@code erasure-request}.
 *
 * @param id its id; default the template's
 * @param event the event url; an erasure looks at the events of all workflows of the file
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param policy how the organisation erases
 * @param receipts the folder of receipts and kept files
 * @param keepFor how long data of an event is kept after its end
 */
public record ErasureConfig(
        String id, String event, long occurrence, ErasurePolicy policy, Path receipts, Period keepFor)
        implements AddedWorkflow {
    /** The template's id. */
    public static final String ID = "erasure-request";
}
