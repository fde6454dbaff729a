package dev.membersync.examples.syncapp;

import dev.membersync.examples.syncapp.internal.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One sealed file: a JSON object on one line whose last key is the seal of everything before it.
 *
 * @param number its place in the folder, from one
 * @param name the file's name
 * @param text what it holds
 */
record EvidenceFile(int number, String name, String text) {
    /** What the first file names as the one before it. */
    static final String NONE = "0".repeat(64);

    private static final String SEAL = ",\"seal\":\"";
    private static final int DIGITS = 64;

    /** Seals facts. */
    static EvidenceFile of(int number, String command, Map<String, Object> facts, UnaryOperator<String> seal) {
        String content = JsonText.write(facts);
        String open = content.substring(0, content.length() - 1);
        return new EvidenceFile(
                number, String.format("%03d-%s.json", number, command), open + SEAL + seal.apply(content) + "\"}\n");
    }

    /** Whether it is as it was when it was sealed. */
    boolean isSealed(UnaryOperator<String> seal) {
        int at = text.lastIndexOf(SEAL);
        if (at < 0 || text.length() != at + SEAL.length() + DIGITS + 3) {
            return false;
        }
        String expected = text.substring(0, at) + SEAL + seal.apply(text.substring(0, at) + "}") + "\"}\n";
        return MessageDigest.isEqual(bytes(expected), bytes(text));
    }

    /** What it says; nothing when it is no JSON object. */
    Map<String, Object> facts() {
        try {
            return JsonText.read(text);
        } catch (IllegalArgumentException e) {
            return new LinkedHashMap<>();
        }
    }

    String said(String key) {
        return String.valueOf(facts().get(key));
    }

    /** The name of exactly this file: SHA-256 of all of it. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
