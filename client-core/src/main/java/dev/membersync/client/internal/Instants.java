package dev.membersync.client.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Points in time as vendors write them. */
final class Instants {
    private Instants() {}

    /** ISO 8601 with an offset or Z, or milliseconds since 1970; empty for everything else. */
    static Optional<Instant> read(String text) {
        String stripped = text.strip();
        try {
            return stripped.matches("-?[0-9]{1,15}")
                    ? Optional.of(Instant.ofEpochMilli(Long.parseLong(stripped)))
                    : Optional.of(OffsetDateTime.parse(stripped).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
