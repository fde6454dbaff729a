package dev.membersync.sync.store;

import java.time.Instant;

/**
 * A member whose work was given up. It is tried again by itself when the member changes.
 *
 * @param userId the member
 * @param kind the class of the failure
 * @param why what happened and what to do, for people, without values
 * @param attempts how often it was tried
 * @param at when it was given up
 */
public record DeadLetter(String userId, String kind, String why, int attempts, Instant at) {}
