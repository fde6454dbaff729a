package dev.membersync.property;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words and texts that break careless code: many scripts, both normal forms, odd white space, invisible characters. */
public final class AwkwardText {
    private static final List<String> WORDS = List.of(
            "Anna",
            "O",
            "van",
            "der",
            "de",
            "la",
            "bin",
            "Ben",
            "y",
            "-",
            "--",
            "Ní",
            "O'Neill",
            "D\u2019Arcy",
            "Bergstr\u00f6m",
            "Bergstro\u0308m",
            "\u0130stanbul",
            "I\u0131\u0130i",
            "Stra\u00dfe",
            "STRASSE",
            "\u039f\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2",
            "\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3",
            "\u738b\u5c0f\u660e",
            "\u0645\u062d\u0645\u062f",
            "\u202b\u05d3\u05d5\u05d3\u202c",
            "\u0915\u094d\u0937\u093f\u0924\u093f\u091c",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\ude80",
            "zero\u200bwidth",
            "\ufeffmark",
            "J\u030c",
            "H\u0331",
            "\u0301",
            "a\u0323\u0307",
            "\u212b",
            "\ufb01n",
            "Null",
            "N/A",
            "=1+1",
            "<b>",
            "\"q\"",
            "\u1fb3",
            "\uac00\u11a8");

    private static final List<String> GAPS = List.of(" ", " ", " ", "  ", "\t", "\u00a0", "\u3000", "\r\n", "\u2028");

    private static final List<String> BROKEN = List.of("\u0000", "\u0007", "\u001f", "\u007f", "\ud800", "\udc00");

    private AwkwardText() {}

    /** One word without white space. */
    public static String word(SplittableRandom random) {
        return pick(random, WORDS);
    }

    /** Up to seven words with gaps between and around them; may be blank or empty. */
    public static String text(SplittableRandom random) {
        return edge(random)
                + IntStream.range(0, random.nextInt(8))
                        .mapToObj(i -> word(random))
                        .collect(Collectors.joining(pick(random, GAPS)))
                + edge(random);
    }

    /** A text that has a control character or half a surrogate pair in it. */
    public static String broken(SplittableRandom random) {
        return word(random) + pick(random, BROKEN) + word(random);
    }

    /** One of these. */
    public static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String edge(SplittableRandom random) {
        return random.nextInt(3) == 0 ? pick(random, GAPS) : "";
    }
}
