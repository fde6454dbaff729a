package dev.membersync.client;

import dev.membersync.client.error.PagingException;
import dev.membersync.client.error.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The laws of paging as a state machine, shared by the blocking and the async walk. */
final class PageWalk<T> {
    private final Source<T, ?> source;
    private final Set<Long> prints = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();
    private Optional<Cursor> next = Optional.of(Cursor.FIRST);
    private OptionalLong total = OptionalLong.empty();
    private long seen;
    private int number;

    PageWalk(Source<T, ?> source) {
        this.source = source;
    }

    /** The page to fetch; empty at the end of the list. */
    Optional<Cursor> next() {
        return next;
    }

    /** Takes a fetched page; empty when it brings nothing new. */
    Optional<Page<T>> accept(Page<T> page) {
        if (!page.items().isEmpty() && !prints.add(print(page))) {
            if (number == 1) {
                return end(Optional.empty());
            }
            throw incomplete("page " + number + " repeats an earlier one");
        }
        checkTotal(page.total());
        seen += page.items().size();
        number++;
        if (page.items().isEmpty() || page.next().isEmpty()) {
            return end(page.items().isEmpty() ? Optional.empty() : Optional.of(page));
        }
        String token = page.next().get();
        if (!tokens.add(token)) {
            throw incomplete("page " + (number - 1) + " repeats an earlier cursor");
        }
        next = Optional.of(new Cursor(number, page.next(), seen));
        return Optional.of(page);
    }

    private Optional<Page<T>> end(Optional<Page<T>> last) {
        next = Optional.empty();
        if (total.isPresent() && total.getAsLong() != seen) {
            throw incomplete("the total is " + total.getAsLong() + " but the pages held " + seen + " rows");
        }
        return last;
    }

    private void checkTotal(OptionalLong now) {
        if (now.isPresent()) {
            if (total.isPresent() && now.getAsLong() < total.getAsLong()) {
                throw incomplete("the total shrank from " + total.getAsLong() + " to " + now.getAsLong());
            }
            total = now;
        }
    }

    /** 64 bits over the keys in order; all pages of a million rows keep a few kilobytes. */
    private long print(Page<T> page) {
        long hash = page.items().size();
        for (T item : page.items()) {
            String text = source.key().apply(item);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = Long.rotateLeft(hash * 0x9E3779B97F4A7C15L, 29) + 1;
        }
        return hash;
    }

    private PagingException incomplete(String summary) {
        Problem problem = Problem.of("incomplete scan: " + summary, "scan again; the list may have changed meanwhile");
        // The walk sees pages, not calls; a call that is only described is not sent.
        String operation = source.call(Cursor.FIRST).describe().operation();
        return new PagingException(problem.at(operation, 0), null);
    }
}
