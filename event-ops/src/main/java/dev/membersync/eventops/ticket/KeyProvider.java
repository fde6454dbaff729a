package dev.membersync.eventops.ticket;

/**
 * Where private keys are: a file, a vault, a signing service. The issuer has one, a scanner does not (but for
 * {@link Algorithm#HMAC16}, where checking is signing again). Must be safe for several threads.
 */
public interface KeyProvider {
    /**
     * Signs.
     *
     * @param key which key to sign with
     * @param message what to sign
     * @return as many bytes as {@link Algorithm#signatureLength()} says
     * @throws RuntimeException when it does not hold the key or cannot sign now; the message has no key material
     */
    byte[] sign(KeyRecord key, byte[] message);
}
