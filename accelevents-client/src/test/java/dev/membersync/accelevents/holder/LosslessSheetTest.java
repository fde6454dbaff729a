package dev.membersync.accelevents.holder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a record holds, changing one answer changes that answer and no other byte. */
class LosslessSheetTest {
    private static final int RECORDS = 2_000;
    private static final List<String> SCALARS = List.of(
            "0",
            "-0",
            "1.0",
            "0.10",
            "1e2",
            "-1E+400",
            "12345678901234567890",
            "0.1000000000000000055511151231257827021181583404541015625",
            "true",
            "false",
            "null",
            "\"\"",
            "\" padded |x|\"",
            "\"Ελένη 😀 \\\"quoted\\\" \\\\ \\n\"",
            "\"1.0\"");

    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"key", "name"})
    void oneUpdatedAnswerLeavesEveryOtherByteAsItWasRead(String answerName) {
        for (int seed = 0; seed < RECORDS; seed++) {
            var random = new SplittableRandom(seed);
            sent.clear();
            var read = "{" + members(random, answerName).collect(Collectors.joining(",")) + "}";
            var written = HolderSheet.read(read.getBytes(UTF_8)).with("The One", "new|value");
            assertThat(new String(Json.bytes(written.body(answerName)), UTF_8))
                    .as("seed %d, read %s", seed, read)
                    .isEqualTo("{" + String.join(",", sent) + "}");
        }
    }

    private Stream<String> members(SplittableRandom random, String answerName) {
        var parts = new ArrayList<Supplier<String>>();
        parts.add(() -> section(random, "attributes", answerName, true));
        parts.add(() -> section(random, "questions", answerName, false));
        parts.add(() -> same("\"nestedQuestions\":[" + joined(random, () -> value(random, 3)) + "]"));
        parts.add(() -> same("\"seatNumber\":" + value(random, 0)));
        parts.add(() -> "\"eventTicketingId\":166");
        for (int i = random.nextInt(4); i > 0; i--) {
            var name = "unknown" + i;
            parts.add(random.nextInt(parts.size() + 1), () -> same("\"" + name + "\":" + value(random, 3)));
        }
        return parts.stream().map(Supplier::get);
    }

    private String same(String member) {
        sent.add(member);
        return member;
    }

    private String section(SplittableRandom random, String section, String answerName, boolean target) {
        var read = new ArrayList<String>();
        var written = new ArrayList<String>();
        int at = random.nextInt(4);
        for (int i = 0; i < 4; i++) {
            if (target && i == at) {
                row(random, answerName, "\"The One\"", value(random, 1), "\"new|value\"", read, written);
            } else if (random.nextInt(5) == 0) {
                var loose = random.nextBoolean() ? "[" + value(random, 2) + "]" : "{\"id\":" + value(random, 2) + "}";
                read.add(loose);
                written.add(loose);
            } else {
                var value = value(random, 2);
                row(random, answerName, "\"Same " + random.nextInt(3) + " Ünï\"", value, value, read, written);
            }
        }
        sent.add("\"" + section + "\":[" + String.join(",", written) + "]");
        return "\"" + section + "\":[" + String.join(",", read) + "]";
    }

    /** A pair or a row of a form, with unknown keys anywhere and the keys of the form, which are not sent. */
    private static void row(
            SplittableRandom random,
            String answerName,
            String label,
            String value,
            String sentValue,
            List<String> read,
            List<String> written) {
        var from = new ArrayList<>(
                List.of("\"" + (random.nextBoolean() ? "name" : "key") + "\":" + label, "\"value\":" + value));
        var to = new ArrayList<>(List.of("\"" + answerName + "\":" + label, "\"value\":" + sentValue));
        for (int i = random.nextInt(4); i > 0; i--) {
            var unknown = "\"x" + i + "\":" + value(random, 2);
            int at = random.nextInt(from.size() + 1);
            from.add(at, unknown);
            to.add(at, unknown);
        }
        if (random.nextBoolean()) {
            from.add("\"type\":\"TEXT\"");
            from.add("\"mandatory\":" + value(random, 0));
            from.add("\"defaultValue\":" + value(random, 2));
        }
        read.add("{" + String.join(",", from) + "}");
        written.add("{" + String.join(",", to) + "}");
    }

    private static String value(SplittableRandom random, int depth) {
        return switch (depth == 0 ? 2 : random.nextInt(5)) {
            case 0 -> "[" + joined(random, () -> value(random, depth - 1)) + "]";
            case 1 -> "{\"key\":" + value(random, depth - 1) + ",\"\\\"é\":" + value(random, depth - 1) + "}";
            default -> SCALARS.get(random.nextInt(SCALARS.size()));
        };
    }

    private static String joined(SplittableRandom random, Supplier<String> item) {
        return Stream.generate(item).limit(random.nextInt(4)).collect(Collectors.joining(","));
    }
}
