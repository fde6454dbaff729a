package dev.membersync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.PagingException;
import dev.membersync.client.http.Reply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedTest {
    private final List<Cursor> fetched = new ArrayList<>();

    @Test
    void nothingIsSentBeforeTheWalk() {
        Paged<String> paged = pages(page("1", "a"), page("", "b"));
        Iterator<Page<String>> pages = paged.pages().iterator();
        assertThat(pages).isNotNull();
        Iterator<String> rows = paged.iterator();
        assertThat(fetched).isEmpty();
        assertThat(rows.next()).isEqualTo("a");
        assertThat(fetched).hasSize(1);
    }

    @Test
    void aPageIsFetchedWhenItsFirstRowIsAskedFor() {
        Iterator<String> rows = pages(page("1", "a", "b"), page("", "c")).iterator();
        rows.next();
        rows.next();
        assertThat(fetched).hasSize(1);
        assertThat(rows.next()).isEqualTo("c");
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void cursorsCarryNumberTokenAndRowsSeen() {
        assertThat(pages(page("x", "a", "b"), page("", "c"))).containsExactly("a", "b", "c");
        assertThat(fetched).containsExactly(Cursor.FIRST, new Cursor(1, Optional.of("x"), 2));
    }

    @Test
    void eachWalkBeginsAnew() {
        Paged<String> paged = pages(page("", "a"));
        assertThat(paged).containsExactly("a");
        assertThat(paged.stream()).containsExactly("a");
        assertThat(fetched).hasSize(2);
    }

    @Test
    void anEmptyPageEndsTheList() {
        assertThat(pages(page("1", "a"), page("2"))).containsExactly("a");
    }

    @Test
    void aSecondPageEqualToTheFirstMeansTheServerDoesNotPage() {
        assertThat(pages(page("1", "a", "b"), page("1", "a", "b"))).containsExactly("a", "b");
    }

    @Test
    void aSecondPageEqualToTheFirstIsAnErrorWhenATotalContradicts() {
        Paged<String> paged = pages(total(4, "1", "a", "b"), total(4, "1", "a", "b"));
        assertThatThrownBy(() -> paged.forEach(row -> {}))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("total");
    }

    @Test
    void aLaterRepeatedPageIsAnError() {
        Paged<String> paged = pages(page("1", "a"), page("2", "b"), page("3", "a"));
        assertThatThrownBy(() -> paged.forEach(row -> {}))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("repeats an earlier one");
    }

    @Test
    void anIncompleteScanTellsWhichListBrokeOff() {
        Paged<String> paged = pages(page("1", "a"), page("2", "b"), page("3", "a"));
        assertThatThrownBy(() -> paged.forEach(row -> {}))
                .isInstanceOfSatisfying(
                        PagingException.class, e -> assertThat(e.operation()).isEqualTo("users.list"))
                .hasMessageStartingWith("users.list failed: incomplete scan: page 2");
    }

    @Test
    void aRepeatedCursorIsAnError() {
        Paged<String> paged = pages(page("x", "a"), page("y", "b"), page("x", "c"));
        assertThatThrownBy(() -> paged.forEach(row -> {}))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void aShrinkingTotalIsAnError() {
        Paged<String> paged = pages(total(3, "1", "a"), total(2, "", "b"));
        assertThatThrownBy(() -> paged.forEach(row -> {}))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("shrank");
    }

    @Test
    void fewerRowsThanTheTotalIsAnError() {
        Paged<String> paged = pages(total(3, "1", "a"), total(3, "", "b"));
        assertThatThrownBy(() -> paged.forEach(row -> {})).isInstanceOf(PagingException.class);
    }

    @Test
    void aTotalThatFitsIsFine() {
        assertThat(pages(total(2, "1", "a"), total(2, "", "b"))).containsExactly("a", "b");
    }

    @Test
    void rowsThatAreLeftOutStillCountForTheTotal() {
        Paged<String> some = pages(total(4, "1", "a", "b"), total(4, "", "c", "d"))
                .select(row -> Optional.of(row).filter("d"::equals));
        assertThat(some).containsExactly("d");
    }

    @Test
    void rowsThatAreLeftOutDoNotMakeUpForMissingOnes() {
        Paged<String> none = pages(total(4, "1", "a", "b"), total(4, "", "c")).select(row -> Optional.empty());
        assertThatThrownBy(() -> none.forEach(row -> {})).isInstanceOf(PagingException.class);
    }

    @Test
    void pagesThatAreEmptyForTheReaderAreNoRepeatedPages() {
        Paged<String> last = pages(page("1", "a"), page("2", "b"), page("3", "c"), page("", "d"))
                .select(row -> Optional.of(row).filter("d"::equals));
        List<String> rows = new ArrayList<>();
        assertThat(last).containsExactly("d");
        assertThat(last.forEachAsync(page -> {
                    rows.addAll(page.items());
                    return true;
                }))
                .isCompleted();
        assertThat(rows).containsExactly("d");
    }

    @Test
    void theAsyncWalkSeesTheSamePages() {
        List<String> rows = new ArrayList<>();
        CompletableFuture<Void> walk =
                pages(page("1", "a"), page("", "b")).forEachAsync(page -> rows.addAll(page.items()));
        assertThat(walk).isCompleted();
        assertThat(rows).containsExactly("a", "b");
    }

    @Test
    void theAsyncWalkStopsWhenToldTo() {
        assertThat(pages(page("1", "a"), page("", "b")).forEachAsync(page -> false))
                .isCompleted();
        assertThat(fetched).hasSize(1);
    }

    @Test
    void theAsyncWalkFailsWithThePagingException() {
        assertThat(pages(page("x", "a"), page("y", "b"), page("x", "c")).forEachAsync(page -> true))
                .isCompletedExceptionally();
    }

    @Test
    void theAsyncWalkFailsWhenTheVisitorThrows() {
        CompletableFuture<Void> walk = pages(page("", "a")).forEachAsync(page -> {
            throw new IllegalStateException("visitor");
        });
        assertThat(walk).isCompletedExceptionally();
    }

    @Test
    void cancellingTheAsyncWalkStopsTheRequest() {
        CompletableFuture<Page<String>> pending = new CompletableFuture<>();
        CompletableFuture<Void> walk =
                Paged.<String>of(cursor -> call(pending), Function.identity()).forEachAsync(page -> true);
        walk.cancel(true);
        assertThat(pending).isCancelled();
    }

    @Test
    void tenThousandPagesNeedNoStack() {
        @SuppressWarnings("unchecked")
        Page<String>[] many = IntStream.range(0, 10_000)
                .mapToObj(i -> page(i == 9_999 ? "" : "p" + i, "r" + i))
                .toArray(Page[]::new);
        assertThat(pages(many).forEachAsync(page -> true)).isCompleted();
        assertThat(fetched).hasSize(10_000);
    }

    @Test
    void optionsGoToEachPage() {
        List<RequestOptions> seen = new ArrayList<>();
        RequestOptions options = RequestOptions.none().withHeader("X", "1");
        Paged<String> paged = Paged.<String>of(
                        cursor -> new Ready<>(CompletableFuture.completedFuture(page("", "a")), seen),
                        Function.identity())
                .with(options);
        assertThat(paged).hasSize(1);
        assertThat(seen).containsExactly(options);
    }

    @SafeVarargs
    private Paged<String> pages(Page<String>... pages) {
        return Paged.of(
                cursor -> {
                    fetched.add(cursor);
                    return call(CompletableFuture.completedFuture(pages[cursor.number()]));
                },
                Function.identity());
    }

    private static Page<String> page(String next, String... rows) {
        return new Page<>(List.of(rows), OptionalLong.empty(), next(next), 0);
    }

    private static Page<String> total(long total, String next, String... rows) {
        return new Page<>(List.of(rows), OptionalLong.of(total), next(next), 0);
    }

    private static Optional<String> next(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    private static <T> Call<T> call(CompletableFuture<T> future) {
        return new Ready<>(future, new ArrayList<>());
    }

    private record Ready<T>(CompletableFuture<T> future, List<RequestOptions> seen) implements Call<T> {
        @Override
        public T execute() {
            return future.join();
        }

        @Override
        public CompletableFuture<T> executeAsync() {
            return future;
        }

        @Override
        public Call<Reply> raw() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<T> with(RequestOptions options) {
            seen.add(options);
            return this;
        }

        @Override
        public CallDescription describe() {
            return new CallDescription("users.list", "", "", "");
        }
    }
}
