package dev.membersync.sync.config;

import dev.membersync.sync.adapter.RecordOn;
import java.util.Optional;

/**
 * One workflow about payments, in one way or in both.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param toMemberships whether the Memberships side is told of payments of the event
 * @param recordOn the paper of a contact that those are recorded on; only on profiles that have no payments of their own
 * @param fields the form fields that payments of members are written to; there exactly when registrations are told of them
 */
public record PaymentsConfig(
        String id,
        String event,
        long occurrence,
        boolean toMemberships,
        Optional<RecordOn> recordOn,
        Optional<PaymentFields> fields)
        implements WorkflowConfig {}
