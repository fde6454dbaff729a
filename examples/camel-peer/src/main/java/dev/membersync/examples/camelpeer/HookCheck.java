package dev.membersync.examples.camelpeer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The HMAC-SHA256 of a body, as hooks of the kind {@code generic} carry it. */
final class HookCheck {
    static final String HEADER = "X-Membersync-Signature";

    private static final String LABEL = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    HookCheck(String secret) {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
    }

    boolean good(byte[] body, @Nullable String signature) {
        if (secret.length == 0 || signature == null || !signature.startsWith(LABEL)) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] sent = HexFormat.of().parseHex(signature.substring(LABEL.length()));
            return MessageDigest.isEqual(mac.doFinal(body), sent);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
