package dev.membersync.sync.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Times at rest: whole microseconds since 1970, the finest grain that every supported database keeps. */
public final class Micros {
    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    /** The time as a store keeps it. */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / 1000);
    }

    /** The same for a time that may be missing. */
    public static @Nullable Long of(Optional<Instant> time) {
        return time.isPresent() ? of(time.get()) : null;
    }

    /** The time that a store kept. */
    public static Instant at(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000);
    }

    /** The same for a time that may be missing. */
    public static Optional<Instant> at(OptionalLong micros) {
        return micros.isPresent() ? Optional.of(at(micros.getAsLong())) : Optional.empty();
    }

    /** The time as a store gives it back. */
    public static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
