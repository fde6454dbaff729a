package dev.membersync.sync.adapter;

/** What the answer to a create of a member proves. */
public sealed interface MemberCreation {
    /**
     * The member was made.
     *
     * @param userId its id
     */
    record Made(String userId) implements MemberCreation {}

    /** Nothing was made, because the account has a record with this address. */
    record Exists() implements MemberCreation {}

    /**
     * Nothing was made, and that is proven.
     *
     * @param why the reason, for people, without personal data
     */
    record Refused(String why) implements MemberCreation {}

    /**
     * It may have been made, or may still be.
     *
     * @param why the reason, for people, without personal data
     */
    record Unknown(String why) implements MemberCreation {}
}
