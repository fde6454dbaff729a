package dev.membersync.eventops.checkin;

/**
 * A scan that is taken back: it happened, and it counts no more.
 *
 * @param id its own name
 * @param clocks what the clocks showed
 * @param scan the scan that is taken back
 * @param by who took it back, and why
 */
public record Undo(FactId id, Clocks clocks, FactId scan, Waiver by) implements Fact {}
