package dev.membersync.client;

import dev.membersync.client.error.PagingException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is fetched page by page while it is walked; one page is in memory. Nothing is sent before the walk begins,
 * and each walk begins anew. A second page equal to the first means that the server does not page: the list ends there,
 * unless a total contradicts it.
 *
 * @param <T> a row
 */
public final class Paged<T> implements Iterable<T> {
    private final Source<?, T> source;

    private Paged(Source<?, T> source) {
        this.source = source;
    }

    /**
     * A list.
     *
     * @param fetch the call for one page; its page's {@code next} says whether another follows
     * @param key what tells rows apart; used to notice a page that comes again
     */
    public static <T> Paged<T> of(Function<Cursor, Call<Page<T>>> fetch, Function<? super T, String> key) {
        return new Paged<>(new Source<T, T>(fetch, key, Optional::of, RequestOptions.none()));
    }

    /** The same list, each page fetched with these options. */
    public Paged<T> with(RequestOptions options) {
        return new Paged<>(source.with(options));
    }

    /** The same list, its rows turned into something else. */
    public <U> Paged<U> map(Function<? super T, ? extends U> mapper) {
        return select(row -> Optional.of(mapper.apply(row)));
    }

    /**
     * The same list, its rows turned into something else or left out. What is left out still counts where the vendor's
     * total and the repetition of pages are checked; a page may become empty.
     */
    public <U> Paged<U> select(Function<? super T, Optional<? extends U>> selector) {
        return new Paged<>(source.select(selector));
    }

    /**
     * The pages, fetched one ahead of nothing: a page is fetched when it is asked for.
     *
     * <p>Walking throws {@link PagingException} when the scan is incomplete.
     */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(source);
    }

    /** The rows. */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /** The rows as a lazy, sequential stream. */
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(page -> page.items().stream());
    }

    /**
     * Walks without blocking.
     *
     * @param visitor is given each page in order and says whether to go on
     * @return completes when the walk ends; cancelling it stops the request under way and the walk
     */
    public CompletableFuture<Void> forEachAsync(Function<Page<T>, Boolean> visitor) {
        return AsyncWalk.start(source, visitor);
    }
}
