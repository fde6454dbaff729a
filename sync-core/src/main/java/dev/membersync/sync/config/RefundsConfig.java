package dev.membersync.sync.config;

import dev.membersync.sync.policy.AccessPolicy;

/**
 * One workflow of the template {@code refunds-and-cancellations}.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param policy what happens where access and money of a ticket do not go together
 */
public record RefundsConfig(String id, String event, long occurrence, AccessPolicy policy) implements WorkflowConfig {}
