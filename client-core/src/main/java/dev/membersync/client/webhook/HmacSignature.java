package dev.membersync.client.webhook;

import dev.membersync.client.auth.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a header that holds the HMAC-SHA256 of the body. */
final class HmacSignature implements SignatureVerifier {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "sha256=";
    private static final int HEX_LENGTH = 64;
    private static final int BYTES = 32;

    private final String header;
    private final List<Secret> secrets;

    private HmacSignature(String header, List<Secret> secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    static HmacSignature of(String header, List<Secret> secrets) {
        return new HmacSignature(header, HeaderCheck.atLeastOne(secrets, "secret"));
    }

    @Override
    public Verdict verify(Delivery delivery) {
        return HeaderCheck.of(
                delivery,
                header,
                value -> decoded(value)
                        .filter(code -> code.length == BYTES && made(code, delivery.raw()))
                        .isPresent());
    }

    private boolean made(byte[] code, byte[] body) {
        boolean same = false;
        for (Secret secret : secrets) {
            same |= MessageDigest.isEqual(mac(secret, body), code);
        }
        return same;
    }

    private static Optional<byte[]> decoded(String value) {
        String text = value.startsWith(LABEL) ? value.substring(LABEL.length()) : value;
        if (text.length() != HEX_LENGTH) {
            return Base64Text.canonical(text);
        }
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
