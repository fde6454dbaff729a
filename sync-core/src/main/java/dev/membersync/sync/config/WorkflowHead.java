package dev.membersync.sync.config;

/**
 * What every workflow of a file begins with.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 */
record WorkflowHead(String id, String event, long occurrence) {}
