package dev.membersync.client.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file as HTML forms send it (RFC 7578). */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Multipart(String boundary, byte[] body) {
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    private static final String MEDIA_TYPE = TOKEN + "/" + TOKEN + "(; ?" + TOKEN + "=" + TOKEN + ")*";

    static Multipart of(String field, String fileName, String contentType, byte[] content) {
        if (!contentType.matches(MEDIA_TYPE)) {
            throw new IllegalArgumentException("the content type must be one such as image/png");
        }
        // Nobody can write a file that holds its own digest, so the boundary never stands within it.
        String boundary = "membersync-" + HexFormat.of().formatHex(digest(content), 0, 16);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(field)
                + "\"; filename=\"" + quoted(fileName) + "\"\r\nContent-Type: " + contentType + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + head.length() + 64);
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Multipart(boundary, out.toByteArray());
    }

    /** As browsers escape it; other control characters have no place in a name. */
    private static String quoted(String name) {
        return name.replace("\"", "%22")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replaceAll("\\p{Cntrl}", "_");
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
