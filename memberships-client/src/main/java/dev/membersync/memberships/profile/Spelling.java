package dev.membersync.memberships.profile;

/** How the generations of the live service write the names they differ in (SPEC, memberships-api.md 1.3 and 2.2). */
public enum Spelling {
    /** {@code access_token}, {@code field_value}, {@code Email}. */
    V2,
    /** {@code accessToken}, {@code fieldValue}, {@code email}. */
    V3;

    /** The one of two names that this generation writes; both are read everywhere. */
    public String of(String v2, String v3) {
        return this == V2 ? v2 : v3;
    }
}
