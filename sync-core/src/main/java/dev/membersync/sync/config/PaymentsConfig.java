package dev.membersync.sync.config;

import dev.membersync.sync.adapter.RecordOn;
import java.util.Optional;

/**
 * One workflow that tells the Memberships side of the payments of an event.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param recordOn the paper of a contact that payments are recorded on; there exactly on profiles that have no payments of
 *     their own
 */
public record PaymentsConfig(String id, String event, long occurrence, Optional<RecordOn> recordOn)
        implements WorkflowConfig {}
