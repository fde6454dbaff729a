package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part called {@code file} of a multipart body, byte for byte.
 *
 * @param fileName name the sender gave, or an empty text
 * @param contentType type the sender gave, or an empty text
 * @param content bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record FilePart(String fileName, String contentType, byte[] content) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

    /** Refuses a request that is not multipart, or has no part of that name, with {@link IllegalArgumentException}. */
    static FilePart of(FakeRequest request) {
        String type = request.header("content-type").orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (!type.startsWith("multipart/form-data") || !boundary.find()) {
            throw new IllegalArgumentException("multipart/form-data is expected");
        }
        // One char per byte: offsets in the text are offsets in the body.
        String body = "\r\n" + new String(request.body(), ISO_8859_1);
        String[] parts = body.split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        if (parts.length < 3 || !parts[parts.length - 1].startsWith("--")) {
            throw new IllegalArgumentException("the multipart body has no end");
        }
        for (String part : parts) {
            int head = part.indexOf("\r\n\r\n");
            if (head >= 0 && parameter(part.substring(0, head), "name").equals("file")) {
                return part(part.substring(0, head), part.substring(head + 4));
            }
        }
        throw new IllegalArgumentException("the multipart body has no part called file");
    }

    private static FilePart part(String head, String content) {
        String type = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring(13).trim())
                .findFirst()
                .orElse("");
        String name = new String(parameter(head, "filename").getBytes(ISO_8859_1), UTF_8);
        return new FilePart(name, type, content.getBytes(ISO_8859_1));
    }

    private static String parameter(String head, String name) {
        Matcher matcher = Pattern.compile("[; ]" + name + "=\"([^\"]*)\"").matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }
}
