package dev.membersync.examples.syncapp;

import org.jspecify.annotations.Nullable;

/** Ends a command with a status and one message for people. */
final class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    private AppException(Exit exit, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    static AppException usage(String message) {
        return new AppException(Exit.USAGE, message, null);
    }

    static AppException of(Exit exit, String message, Throwable cause) {
        return new AppException(exit, message, cause);
    }

    static AppException service(String message, Throwable cause) {
        return new AppException(Exit.SERVICE, message, cause);
    }

    Exit exit() {
        return exit;
    }
}
