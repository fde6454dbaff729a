package dev.membersync.sync.config;

/**
 * What a check found.
 *
 * @param level how bad it is
 * @param subject what was looked at, such as {@code store}
 * @param message what is there, or what is wrong and what to do
 */
public record Finding(Level level, String subject, String message) {
    /** How bad a finding is. */
    public enum Level {
        /** In place. */
        GOOD,
        /** A sync works, and something will be missing. */
        WARNING,
        /** The configuration names something that is not there. */
        WRONG,
        /** A service refuses or is down. */
        REFUSED
    }

    static Finding good(String subject, String message) {
        return new Finding(Level.GOOD, subject, message);
    }

    static Finding warning(String subject, String message) {
        return new Finding(Level.WARNING, subject, message);
    }

    static Finding wrong(String subject, String message) {
        return new Finding(Level.WRONG, subject, message);
    }

    static Finding refused(String subject, String message) {
        return new Finding(Level.REFUSED, subject, message);
    }
}
