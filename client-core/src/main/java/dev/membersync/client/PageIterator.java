package dev.membersync.client;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

final class PageIterator<T> implements Iterator<Page<T>> {
    private final Paged<T> paged;
    private final PageWalk<T> walk;
    private Optional<Page<T>> ready = Optional.empty();

    PageIterator(Paged<T> paged, PageWalk<T> walk) {
        this.paged = paged;
        this.walk = walk;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && walk.next().isPresent()) {
            ready = walk.accept(paged.fetch(walk.next().get()).execute());
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
