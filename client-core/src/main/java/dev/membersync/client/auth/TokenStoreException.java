package dev.membersync.client.auth;

import org.jspecify.annotations.Nullable;

/** The store of the tokens failed, or refused; the message says what to do and holds no secret. */
public final class TokenStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with this message, and its cause if there is one. */
    public TokenStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
