package dev.membersync.client;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

final class PageIterator<S, T> implements Iterator<Page<T>> {
    private final Source<S, T> source;
    private final PageWalk<S> walk;
    private Optional<Page<T>> ready = Optional.empty();

    PageIterator(Source<S, T> source) {
        this.source = source;
        this.walk = new PageWalk<>(source);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && walk.next().isPresent()) {
            ready = walk.accept(source.call(walk.next().get()).execute()).map(source::show);
        }
        return ready.isPresent();
    }

    @Override
    public Page<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Page<T> page = ready.get();
        ready = Optional.empty();
        return page;
    }
}
