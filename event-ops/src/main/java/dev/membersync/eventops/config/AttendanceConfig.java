package dev.membersync.eventops.config;

import dev.membersync.eventops.adapter.AttendanceTags;
import dev.membersync.sync.config.AddedWorkflow;

/**
 * One workflow of the template {@code attendance-follow-up}: tags of contacts tell who was at the event. HighLevel only.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param tags how members are told apart
 * @param writes whether it writes; else it shows what it would write
 */
public record AttendanceConfig(String id, String event, long occurrence, AttendanceTags tags, boolean writes)
        implements AddedWorkflow {
    /** The template's id. */
    public static final String ID = "attendance-follow-up";
}
