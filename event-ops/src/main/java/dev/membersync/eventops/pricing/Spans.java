package dev.membersync.eventops.pricing;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90s}, {@code 10m}, {@code 24h}, {@code 7d}; a day is 24 hours. */
final class Spans {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

    private Spans() {}

    static Duration read(String text) {
        Matcher match = FORM.matcher(text.strip());
        Checks.check(match.matches(), "a length of time is a number and s, m, h or d, such as 10m");
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    static String text(Duration length) {
        long seconds = length.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0 && seconds > 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
