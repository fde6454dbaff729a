package dev.membersync.memberships.profile;

/** Whose token an operation takes (SPEC and LIVE, memberships-api.md 1.4 and 1.5). */
public enum TokenLevel {
    /** Any: the dialect knows one kind of token. */
    ANY,
    /** A token of a location (sub-account). */
    LOCATION,
    /** A token of the company (agency). */
    COMPANY,
    /** A token of either level. */
    LOCATION_OR_COMPANY,
    /** An OAuth token of the company; a Private Integration Token is refused. */
    COMPANY_OAUTH,
    /** None: the request carries the client's own credentials. */
    NONE
}
