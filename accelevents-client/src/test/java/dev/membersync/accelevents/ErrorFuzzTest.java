package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three thousand broken error bodies: always one typed failure that names its operation, is short and quotes nobody. */
class ErrorFuzzTest {
    private static final int GROUP = 100;
    private static final int[] STATUSES = {200, 201, 301, 400, 401, 403, 404, 406, 409, 429, 500, 502, 503};
    private static final String[] KEYS = {
        "errorCode",
        "ErrorCode",
        "code",
        "errorMessage",
        "message",
        "Message",
        "developerMessage",
        "errors",
        "error",
        "type",
        "Type",
        "status"
    };
    private static final String[] SCALARS = {
        "null",
        "true",
        "0",
        "4060426",
        "\"4060426\"",
        "4060426.0",
        "\" 4040504 \"",
        "\"4069999\"",
        "40600013",
        "404800",
        "-4060426",
        "1e999999999",
        "99999999999999999999999999",
        "\"\"",
        "\"Fail\"",
        "\"Success\"",
        "\"Ada Lovelace, only 3 left\"",
        "\"\\ud800 ada@example.org\"",
        "\"\\u0000\\u2028\""
    };

    static IntStream groups() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest(name = "group {0}")
    @MethodSource("groups")
    void becomesOneTypedFailure(int group) {
        for (long seed = (long) group * GROUP; seed < (group + 1L) * GROUP; seed++) {
            var random = new SplittableRandom(seed);
            var body = damaged(text(random).getBytes(StandardCharsets.UTF_8), random);
            var status = STATUSES[random.nextInt(STATUSES.length)];
            var failure = Refusal.ofOrder(new Reply(status, Headers.none(), body, Duration.ZERO));
            assertThat(failure).as("seed %d", seed).isNotNull();
            assertThat(failure.operation()).as("seed %d", seed).isEqualTo("orders.place");
            assertThat(failure.remedy()).as("seed %d", seed).isNotBlank();
            assertThat(failure.getMessage())
                    .as("seed %d", seed)
                    .hasSizeLessThan(700)
                    .contains("orders.place", "HTTP " + status, "Next: ")
                    .doesNotContain("Ada", "ada@", "xxx");
        }
    }

    private static byte[] damaged(byte[] body, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> flipped(body, random);
            default -> body;
        };
    }

    private static byte[] flipped(byte[] body, SplittableRandom random) {
        for (int i = 0; i < body.length; i++) {
            if ("{}[]:,\"".indexOf(body[i]) >= 0 && random.nextInt(10) == 0) {
                body[i] = (byte) random.nextInt(0x100);
            }
        }
        return body;
    }

    private static String text(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> "<html>" + "<p>".repeat(random.nextInt(5_000)) + "Ada Lovelace";
            case 1 -> "{\"errors\":[".repeat(1 + random.nextInt(2_000));
            case 2 -> "[".repeat(random.nextInt(100)) + value(random, 0) + "]".repeat(random.nextInt(100));
            case 3 -> "Ada Lovelace has no ticket";
            case 4 -> "\uFEFF" + object(random, 0);
            default -> object(random, 0);
        };
    }

    private static String object(SplittableRandom random, int depth) {
        var text = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ",").append('"').append(KEYS[random.nextInt(KEYS.length)]);
            text.append("\":").append(value(random, depth + 1));
        }
        return text.append('}').toString();
    }

    private static String value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 4 ? 8 : 10)) {
            case 0 -> "\"" + "x".repeat(random.nextInt(6_000)) + "\"";
            case 8 -> object(random, depth);
            case 9 -> "[" + value(random, depth + 1) + "," + object(random, depth + 1) + "]";
            default -> SCALARS[random.nextInt(SCALARS.length)];
        };
    }
}
