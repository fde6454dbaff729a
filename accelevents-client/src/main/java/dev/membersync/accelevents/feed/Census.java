package dev.membersync.accelevents.feed;

import dev.membersync.client.Page;
import dev.membersync.client.Paged;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.error.Problem;
import java.util.HashSet;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The pages of a list that may move while it is read. Rows that move between pages come twice or never, with a total that still fits; so at the end the distinct rows
 * must be as many as the list had at the start.
 */
public final class Census<T> implements Iterator<Page<T>> {
    private final String operation;
    private final Iterator<Page<T>> pages;
    private final Function<T, Object> key;
    private final Set<Object> keys = new HashSet<>();
    private OptionalLong atStart = OptionalLong.empty();
    private long rows;

    Census(String operation, Iterable<Page<T>> pages, Function<T, Object> key) {
        this.operation = operation;
        this.pages = pages.iterator();
        this.key = key;
    }

    /**
     * The pages of a list, to be walked once. The walk throws {@link PagingException} when rows were lost between pages; rows
     * that came twice are handed out twice.
     *
     * @param operation the id of the list's operation, for the message
     * @param key what tells rows apart
     */
    public static <T> Iterator<Page<T>> of(String operation, Paged<T> list, Function<T, Object> key) {
        return new Census<>(operation, list.pages(), key);
    }

    @Override
    public boolean hasNext() {
        if (pages.hasNext()) {
            return true;
        }
        if (keys.size() < rows && keys.size() < atStart.orElse(rows)) {
            throw new PagingException(
                            Problem.of(
                                    "incomplete scan: the pages held " + keys.size() + " distinct rows of "
                                            + atStart.orElse(rows),
                                    "read again from the same mark; the list moved meanwhile"),
                            null)
                    .at(operation, 1);
        }
        return false;
    }

    @Override
    public Page<T> next() {
        var page = pages.next();
        if (rows == 0) {
            atStart = page.total();
        }
        for (var row : page.items()) {
            rows++;
            keys.add(key.apply(row));
        }
        return page;
    }
}
