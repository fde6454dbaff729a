package dev.membersync.memberships;

/**
 * What the members of a profile can tell; asked by code that must not guess. Data of a {@link MembershipsProfile}.
 *
 * @param modifiedSince whether members can be listed by the time of their last change, so that a poll is cheap
 * @param status        whether a member has a status of its own
 * @param plan          whether a member has a plan
 */
public record MemberCapabilities(boolean modifiedSince, boolean status, boolean plan) {}
