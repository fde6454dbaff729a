package dev.membersync.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as HighLevel writes them: ISO in UTC, always with three decimals, so that texts sort as times do. */
final class VendorTime {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private VendorTime() {}

    static String of(Instant instant) {
        return ISO.format(instant);
    }
}
