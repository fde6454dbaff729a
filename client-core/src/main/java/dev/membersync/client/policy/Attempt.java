package dev.membersync.client.policy;

import java.time.Duration;

/**
 * One failed try, as a {@link RetryPolicy} sees it.
 *
 * @param number which try it was, from 1
 * @param safety what repeating would do
 * @param failure why it failed
 * @param elapsed since the first try began
 * @param left until the deadline
 */
public record Attempt(int number, Safety safety, RuntimeException failure, Duration elapsed, Duration left) {}
