package dev.membersync.client.webhook;

/** What a verifier thinks of a delivery. */
public enum Verdict {
    /** The sender holds the key. */
    VALID,
    /** The delivery carries nothing that this verifier could check. */
    MISSING,
    /** The delivery carries a signature or secret, and it is wrong, damaged, or there twice. */
    INVALID
}
