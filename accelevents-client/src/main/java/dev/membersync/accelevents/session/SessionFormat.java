package dev.membersync.accelevents.session;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What kind of session it is: an open word, so that one the vendor adds later is carried, not refused. Two words are equal without regard to case, blanks,
 * underscores and hyphens. Source: R:create-session (SPEC).
 */
public record SessionFormat(String value) {
    /** On the main stage. */
    public static final SessionFormat MAIN_STAGE = new SessionFormat("MAIN_STAGE");

    /** For a part of the audience. */
    public static final SessionFormat BREAKOUT_SESSION = new SessionFormat("BREAKOUT_SESSION");

    /** People meet people. */
    public static final SessionFormat MEET_UP = new SessionFormat("MEET_UP");

    /** With work for those who attend. */
    public static final SessionFormat WORKSHOP = new SessionFormat("WORKSHOP");

    /** Opening time of the exhibition. */
    public static final SessionFormat EXPO = new SessionFormat("EXPO");

    /** A pause. */
    public static final SessionFormat BREAK = new SessionFormat("BREAK");

    /** Anything else. */
    public static final SessionFormat OTHER = new SessionFormat("OTHER");

    public SessionFormat {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionFormat that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
