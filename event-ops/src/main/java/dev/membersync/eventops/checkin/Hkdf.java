package dev.membersync.eventops.checkin;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256 (RFC 5869), which the JDK has from version 24 on only. */
final class Hkdf {
    private static final String MAC = "HmacSHA256";
    private static final int BLOCK = 32;

    private Hkdf() {}

    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] key = hmac(salt, secret);
        byte[] out = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += BLOCK, counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(key, input);
            System.arraycopy(block, 0, out, done, Math.min(BLOCK, length - done));
        }
        return out;
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + MAC, e);
        }
    }
}
