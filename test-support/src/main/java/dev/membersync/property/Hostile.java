package dev.membersync.property;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Foreign text as nobody should send it: real samples that were damaged in one to four places, by bytes, by values or by
 * layers, and now and then something that was never real. An input has at most some hundred kilobytes.
 */
public final class Hostile {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "0",
            "-1",
            "1e999999999",
            "-1e-999999999",
            "1E400",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "0.1",
            "NaN",
            "2147483648",
            "\"\"",
            "\" \"",
            "\"null\"",
            "\"1e999999999\"",
            "\"9999-99-99T99:99:99Z\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"2026-02-30\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\u202e\\u2028\"",
            "\"\ud83d\ude00\"",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{\"\":\"\"}",
            "{\"id\":{\"id\":{\"id\":1}}}",
            "[1,\"x\",{\"id\":7},null,true]");

    private static final List<String> PARTICLES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\\u",
            "\\ud83d",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\ufeff",
            "\u2028",
            "\ud800",
            "'",
            "#",
            "/*",
            "---\n",
            "...\n",
            "&a [*a, *a, *a]",
            "*a",
            "&a",
            "<<: *a",
            "!!java.net.URL [x]",
            "!!binary",
            "? ",
            "- ",
            "%YAML 1.2\n",
            "|+9\n",
            "${",
            "${HOME}",
            "${A:${B}}",
            "%00",
            "=",
            " ");

    private Hostile() {}

    /** One input made of one of these samples. */
    public static byte[] bytes(SplittableRandom random, List<String> samples) {
        if (random.nextInt(64) == 0) {
            return giant(random);
        }
        byte[] text = samples.get(random.nextInt(samples.size())).getBytes(StandardCharsets.UTF_8);
        for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            text = wounded(text, random);
        }
        return text;
    }

    /** The same as a text, for readers whose caller has decoded it. */
    public static String text(SplittableRandom random, List<String> samples) {
        return new String(bytes(random, samples), StandardCharsets.UTF_8);
    }

    private static byte[] wounded(byte[] text, SplittableRandom random) {
        int from = random.nextInt(text.length + 1);
        int to = Math.min(text.length, from + random.nextInt(12));
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(text, from);
            case 1 -> joined(text, from, new byte[0], to);
            case 2 -> joined(text, from, new byte[] {(byte) random.nextInt(0x100)}, to);
            case 3 -> joined(text, from, utf8(AwkwardText.broken(random)), from);
            case 4 -> joined(text, from, utf8(AwkwardText.pick(random, PARTICLES)), random.nextBoolean() ? from : to);
            case 5 -> joined(text, from, Arrays.copyOfRange(text, random.nextInt(text.length + 1), text.length), to);
            case 6 -> doubled(text, random);
            default -> revalued(text, from, random);
        };
    }

    /** Puts another value after the next colon: of JSON, YAML and the like. */
    private static byte[] revalued(byte[] text, int from, SplittableRandom random) {
        int colon = from;
        while (colon < text.length && text[colon] != ':') {
            colon++;
        }
        int start = Math.min(text.length, colon + 1);
        int end = start;
        while (end < text.length && ",}]\n".indexOf(text[end]) < 0) {
            end++;
        }
        return joined(text, start, utf8(value(random)), end);
    }

    private static String value(SplittableRandom random) {
        if (random.nextInt(24) > 0) {
            return AwkwardText.pick(random, VALUES);
        }
        int size = 1 << random.nextInt(17);
        return switch (random.nextInt(5)) {
            case 0 -> "\"" + "x".repeat(size) + "\"";
            case 1 -> "9".repeat(size);
            case 2 -> "0." + "3".repeat(size);
            case 3 -> "[".repeat(size) + "]".repeat(size);
            default -> "{\"a\":".repeat(size / 4) + "1" + "}".repeat(size / 4);
        };
    }

    /** A line, or a part between two commas, twice: keys that stand there again. */
    private static byte[] doubled(byte[] text, SplittableRandom random) {
        int at = random.nextInt(text.length + 1);
        int from = at;
        while (from > 0 && ",{\n".indexOf(text[from - 1]) < 0) {
            from--;
        }
        int to = at;
        while (to < text.length && ",}\n".indexOf(text[to]) < 0) {
            to++;
        }
        byte[] part = Arrays.copyOfRange(text, from, to);
        byte[] twice = new byte[part.length + 1];
        System.arraycopy(part, 0, twice, 0, part.length);
        twice[part.length] = to < text.length && text[to] != '}' ? text[to] : (byte) ',';
        return joined(text, from, twice, from);
    }

    private static byte[] giant(SplittableRandom random) {
        int size = 1 << random.nextInt(18);
        return switch (random.nextInt(7)) {
            case 0 -> utf8("[".repeat(size));
            case 1 -> utf8("{\"a\":".repeat(size / 5));
            case 2 -> utf8("- ".repeat(size / 2));
            case 3 -> utf8("a: &a [x]\n" + bomb(random.nextInt(2, 12)));
            case 4 -> utf8("\"" + "\\u0041".repeat(size / 6));
            case 5 -> utf8("a".repeat(size) + ": 1");
            default -> noise(random, size / 16);
        };
    }

    /** Every anchor is ten times the one before it. */
    private static String bomb(int layers) {
        StringBuilder text = new StringBuilder();
        for (char name = 'b'; name < 'b' + layers; name++) {
            String before = "*" + (char) (name - 1);
            text.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [")
                    .append((before + ",").repeat(9))
                    .append(before);
            text.append("]\n");
        }
        return text.toString();
    }

    private static byte[] noise(SplittableRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] text, int end, byte[] middle, int begin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + middle.length);
        out.write(text, 0, end);
        out.writeBytes(middle);
        out.write(text, begin, text.length - begin);
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
