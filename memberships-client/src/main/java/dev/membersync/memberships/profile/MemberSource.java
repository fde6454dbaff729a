package dev.membersync.memberships.profile;

/** What a dialect keeps its members in. */
public enum MemberSource {
    /** Every user is a member. */
    USERS,
    /** A contact is a member by an explicit rule; users are the staff's logins. */
    CONTACTS
}
