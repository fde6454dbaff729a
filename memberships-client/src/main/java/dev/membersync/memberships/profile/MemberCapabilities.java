package dev.membersync.memberships.profile;

/**
 * What the members of a client can tell and hold; asked by code that must not guess.
 *
 * @param modifiedSince      whether members can be listed by the time of their last change, so that a poll is cheap
 * @param status             whether a member has a status of its own
 * @param plan               whether a member has a plan, which an update can change
 * @param registrationStatus whether an update can leave a registration status on a member
 */
public record MemberCapabilities(boolean modifiedSince, boolean status, boolean plan, boolean registrationStatus) {}
