package dev.membersync.accelevents.upload;

import dev.membersync.accelevents.internal.Wire;
import dev.membersync.client.Call;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Uploads; the client holds the whole file in memory, which the vendor's limits allow. Safe for many threads. */
public final class Uploads {
    /** An image must be smaller than this many bytes, the larger reading of the vendor's 2 MB (LIVE). */
    public static final int IMAGE_BELOW = 2 * 1024 * 1024;

    /** An answer file must be smaller than this many bytes (LIVE). */
    public static final int ANSWER_FILE_BELOW = 5_000_000;

    private final Wire wire;

    /** The uploads of this organisation. */
    @SuppressWarnings("exports") // made by the client alone
    public Uploads(Wire wire) {
        this.wire = wire;
    }

    /**
     * Uploads a picture and gives its id, which a speaker's {@code imageUrl} takes. Safety ONCE_ONLY; a second upload is a second picture that nobody names. Source: AIE
     * (LIVE).
     *
     * @param contentType the media type, such as {@code image/png}
     * @param content the file, not changed by anyone until the call has ended
     * @throws IllegalArgumentException for a file that is empty or too large
     */
    public Call<String> image(String fileName, String contentType, byte[] content) {
        check("an image", content.length, IMAGE_BELOW);
        return wire.call("uploads.image")
                .multipart("file", fileName, contentType, content)
                .reader(body -> Json.object(body, root -> stored(root, "message")));
    }

    /**
     * Uploads the answer to a file question. Safety ONCE_ONLY. Source: WEBNEW (LIVE); the shape of the reply is not shown, so several are taken (INFER).
     *
     * @throws IllegalArgumentException for a file that is empty or too large, or a name with a bar, which separates the parts of the answer
     */
    public Call<AnswerFile> answerFile(String fileName, String contentType, byte[] content) {
        check("an answer file", content.length, ANSWER_FILE_BELOW);
        if (fileName.isBlank() || fileName.contains("|")) {
            throw new IllegalArgumentException("an answer file has a name, without a bar");
        }
        return wire.call("uploads.answerFile")
                .multipart("file", fileName, contentType, content)
                .reader(body -> file(fileName, body));
    }

    private static AnswerFile file(String fileName, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        var stored = text.startsWith("{")
                ? Json.row(
                        body,
                        List.of("data"),
                        root -> stored(root, "uuid", "id", "name", "fileName", "data", "message"))
                : bare(text);
        var bar = stored.indexOf('|');
        return bar < 0
                ? new AnswerFile(stored, fileName)
                : new AnswerFile(stored.substring(0, bar), stored.substring(bar + 1));
    }

    private static String bare(String text) {
        var unquoted = text.replace("\"", "");
        if (!unquoted.matches("[^\\[<{\\p{Cntrl}]{1,300}")) {
            throw new UnreadableException("the reply names no file");
        }
        return unquoted;
    }

    private static String stored(Fields root, String name, String... others) {
        return root.text(name, others)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("success"))
                .orElseThrow(() -> new UnreadableException("the reply names no file"));
    }

    private static void check(String what, int size, int below) {
        if (size == 0 || size >= below) {
            throw new IllegalArgumentException(
                    what + " has at least one byte and fewer than " + below + ", not " + size);
        }
    }
}
