package dev.membersync.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param items the rows, in the vendor's order
 * @param total how many rows the whole list has, when the vendor says so
 * @param next what fetches the following page; empty on the last one
 * @param number which page of the walk it is, from 0
 * @param <T> a row
 */
public record Page<T>(List<T> items, OptionalLong total, Optional<String> next, int number) {
    /** Copies the rows. */
    public Page {
        items = List.copyOf(items);
    }
}
