package dev.membersync.eventops.ticket;

/** How a ticket is signed. A reader takes it from the record of the key, never from the text. */
public enum Algorithm {
    /** Ed25519: scanners hold the public part and can forge nothing. */
    ED25519(64),
    /**
     * HMAC-SHA-256 cut to 16 bytes, for very small print: whoever can check such a ticket can also make one, so it is for
     * one trusted kiosk.
     */
    HMAC16(16);

    private final int signatureLength;

    Algorithm(int signatureLength) {
        this.signatureLength = signatureLength;
    }

    /** How many bytes its signature has. */
    public int signatureLength() {
        return signatureLength;
    }
}
