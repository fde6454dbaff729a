package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.user.UsersApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken error bodies: always one typed failure, short and without a person in it. */
class ErrorFuzzTest {

    private static final int[] STATUSES = {301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503};
    private static final String[] KEYS = {
        "message",
        "error",
        "error_description",
        "detail",
        "statusCode",
        "status",
        "traceId",
        "canonicalCode",
        "meta",
        "details",
        "resolution",
        "code",
        "id",
        "conversationId"
    };

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void becomesATypedFailureThatIsShortAndMasked(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] body = body(random);
        int status = STATUSES[random.nextInt(STATUSES.length)];
        Reply reply = new Reply(status, Headers.none(), body, Duration.ZERO);
        UsersApi users = Scripts.client(ScriptedTransport.create().reply(reply)).users();
        Throwable failure = catchThrowable(() -> users.user("u1").execute());
        assertThat(failure).isInstanceOf(ApiException.class);
        assertThat(failure.getMessage())
                .hasSizeLessThan(3_500)
                .contains("users.get", String.valueOf(status), "Next: ")
                .doesNotContain("ann.smith", "010 9999");
    }

    private static byte[] body(SplittableRandom random) {
        byte[] body = text(random).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> flipped(body, random);
            default -> body;
        };
    }

    private static byte[] flipped(byte[] body, SplittableRandom random) {
        // Only structure: a flipped letter of the address would be another address.
        for (int i = 0; i < body.length; i++) {
            if ("{}[]:".indexOf(body[i]) >= 0 && random.nextInt(10) == 0) {
                body[i] = (byte) (0x80 + random.nextInt(0x80));
            }
        }
        return body;
    }

    private static String text(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> "<html><script>" + "<script>".repeat(random.nextInt(20_000)) + "ann.smith@example.org";
            case 1 -> "{\"message\":".repeat(1 + random.nextInt(5_000));
            case 2 -> "[".repeat(random.nextInt(100)) + value(random, 0) + "]".repeat(random.nextInt(100));
            default -> object(random, 0);
        };
    }

    private static String object(SplittableRandom random, int depth) {
        StringBuilder text = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ",").append('"').append(KEYS[random.nextInt(KEYS.length)]);
            text.append("\":").append(value(random, depth + 1));
        }
        return text.append('}').toString();
    }

    private static String value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 4 ? 7 : 9)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-" + random.nextInt() + "e" + random.nextInt();
            case 3 -> "\"\"";
            case 4 -> "\"" + "ann.smith@example.org ".repeat(random.nextInt(60)) + "\"";
            case 5 -> "\"call +1 555 010 9999 or \\ud800 ann.smith%40example.org\"";
            case 6 -> "\"" + "x".repeat(random.nextInt(5_000)) + "\"";
            case 7 -> object(random, depth);
            default -> "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]";
        };
    }
}
