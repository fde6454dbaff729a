package dev.membersync.client.internal;

import java.util.List;

/**
 * One page of a list as read from its envelope.
 *
 * @param items the rows
 * @param envelope what stands beside them, such as totals; empty when the list had no envelope
 * @param <T> a row
 */
public record Rows<T>(List<T> items, Fields envelope) {}
