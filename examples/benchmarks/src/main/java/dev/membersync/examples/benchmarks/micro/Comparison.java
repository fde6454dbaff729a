package dev.membersync.examples.benchmarks.micro;

/**
 * Two benchmarks that do the same thing.
 *
 * @param what the thing, for people
 * @param raw the one that it stands on, as {@code Class.method}
 * @param ours the one that is ours
 */
record Comparison(String what, String raw, String ours) {}
