package dev.membersync.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a list comes from: rows as the vendor sends them, which the laws of paging are about, and what is shown of them.
 *
 * @param fetch the call for one page
 * @param key tells the vendor's rows apart
 * @param shown what a row is shown as; empty for one that is left out
 * @param options of each call
 */
record Source<S, T>(
        Function<Cursor, Call<Page<S>>> fetch,
        Function<? super S, String> key,
        Function<? super S, Optional<? extends T>> shown,
        RequestOptions options) {

    Source<S, T> with(RequestOptions other) {
        return new Source<>(fetch, key, shown, other);
    }

    <U> Source<S, U> select(Function<? super T, Optional<? extends U>> selector) {
        return new Source<>(
                fetch,
                key,
                row -> {
                    Optional<? extends T> before = shown.apply(row);
                    return before.isEmpty() ? Optional.empty() : selector.apply(before.get());
                },
                options);
    }

    Call<Page<S>> call(Cursor cursor) {
        Call<Page<S>> call = fetch.apply(cursor);
        return options.equals(RequestOptions.none()) ? call : call.with(options);
    }

    Page<T> show(Page<S> page) {
        List<T> rows = page.items().stream()
                .flatMap(row -> shown.apply(row).stream().map(some -> (T) some))
                .toList();
        return new Page<>(rows, page.total(), page.next(), page.number());
    }
}
