package dev.membersync.sync.policy;

/**
 * What happens where access and money of a ticket do not go together. Money is moved and access taken by people alone.
 *
 * @param asksRefunded whether a person is asked about a ticket whose money went back and which admits still; else it keeps
 *     its access, and that is as it should be
 * @param asksCanceled whether a person is asked about a ticket that does not admit any more and whose money is kept; else
 *     it is reported
 */
public record AccessPolicy(boolean asksRefunded, boolean asksCanceled) {
    /** A refund keeps access, and a cancellation that keeps money is reported. */
    public static AccessPolicy standard() {
        return new AccessPolicy(false, false);
    }
}
