package dev.membersync.sync.adapter;

import java.util.Iterator;
import java.util.function.Function;

/** An iterator whose elements are turned into others as they are walked. */
final class Mapped<A, B> implements Iterator<B> {
    private final Iterator<? extends A> source;
    private final Function<? super A, ? extends B> mapping;

    Mapped(Iterator<? extends A> source, Function<? super A, ? extends B> mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public B next() {
        return mapping.apply(source.next());
    }
}
