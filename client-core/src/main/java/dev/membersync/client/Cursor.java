package dev.membersync.client;

import java.util.Optional;

/**
 * Where a walk over pages stands.
 *
 * @param number the page to fetch, from 0
 * @param token {@link Page#next()} of the page before; empty for the first
 * @param seen how many rows the pages before held
 */
public record Cursor(int number, Optional<String> token, long seen) {
    /** The first page. */
    public static final Cursor FIRST = new Cursor(0, Optional.empty(), 0);
}
