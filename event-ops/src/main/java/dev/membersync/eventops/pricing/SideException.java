package dev.membersync.eventops.pricing;

import org.jspecify.annotations.Nullable;

/** A call of a system that did not succeed. The message holds no secret and nothing about a person. */
public final class SideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean effectPossible;

    private SideException(String message, boolean effectPossible, @Nullable Throwable cause) {
        super(message, cause);
        this.effectPossible = effectPossible;
    }

    /** The system said no, or never got the call. */
    public static SideException refused(String message, @Nullable Throwable cause) {
        return new SideException(message, false, cause);
    }

    /** Nobody knows whether it took effect, or will. */
    public static SideException outcomeUnknown(String message, @Nullable Throwable cause) {
        return new SideException(message, true, cause);
    }

    /** Whether it may have taken effect, or still may. */
    public boolean isEffectPossible() {
        return effectPossible;
    }
}
