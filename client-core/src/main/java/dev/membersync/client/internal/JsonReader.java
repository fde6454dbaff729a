package dev.membersync.client.internal;

/**
 * Reads the body of a successful reply.
 *
 * @param <T> what it is read into
 */
@FunctionalInterface
public interface JsonReader<T> {
    /** Reads; a body that cannot be understood is an {@link UnreadableException}. */
    T read(byte[] body);
}
