package dev.membersync.memberships.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Call;
import dev.membersync.client.CallDescription;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ChainedCallTest {

    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();
    private final List<String> sent = new ArrayList<>();

    @Test
    void theSecondIsMadeOfTheFirst() {
        first.complete("a");
        second.complete("b");
        assertThat(chain(Optional.empty()).execute()).isEqualTo("b");
        assertThat(sent).containsExactly("first", "second of a");
    }

    @Test
    void theFirstIsNotSentWhenItsResultIsKnown() {
        second.complete("b");
        assertThat(chain(Optional.of("known")).execute()).isEqualTo("b");
        assertThat(chain(Optional.of("known")).executeAsync()).isCompletedWithValue("b");
        assertThat(sent).containsExactly("second of known", "second of known");
    }

    @Test
    void asynchronouslyTheSecondFollowsWhenTheFirstIsThere() {
        CompletableFuture<String> result = chain(Optional.empty()).executeAsync();
        assertThat(sent).containsExactly("first");
        first.complete("a");
        assertThat(sent).containsExactly("first", "second of a");
        second.complete("b");
        assertThat(result).isCompletedWithValue("b");
    }

    @Test
    void cancellingReachesTheFirst() {
        chain(Optional.empty()).executeAsync().cancel(true);
        assertThat(first).isCancelled();
        assertThat(sent).containsExactly("first");
    }

    @Test
    void cancellingReachesTheSecond() {
        CompletableFuture<String> result = chain(Optional.empty()).executeAsync();
        first.complete("a");
        result.cancel(true);
        assertThat(second).isCancelled();
    }

    @Test
    void aFailureOfEitherIsNotWrapped() {
        IllegalStateException reason = new IllegalStateException("reason");
        CompletableFuture<String> one = chain(Optional.empty()).executeAsync();
        first.completeExceptionally(new CompletionException(reason));
        assertThatThrownBy(one::join).isInstanceOf(CompletionException.class).hasCause(reason);

        CompletableFuture<String> two = chain(Optional.of("known")).executeAsync();
        second.completeExceptionally(new CompletionException(reason));
        assertThatThrownBy(two::join).isInstanceOf(CompletionException.class).hasCause(reason);
    }

    @Test
    void aSecondThatCannotBeMadeFailsTheFuture() {
        for (Optional<String> known : List.of(Optional.of("known"), Optional.<String>empty())) {
            Call<String> call = ChainedCall.of(() -> known, new Watched("first", first), result -> {
                throw new UnsupportedOperationException();
            });
            CompletableFuture<String> result = call.executeAsync();
            first.complete("a");
            assertThatThrownBy(result::join).hasCauseInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void optionsGoToBoth() {
        first.complete("a");
        second.complete("b");
        chain(Optional.empty()).with(RequestOptions.none().withHeader("X", "1")).execute();
        assertThat(sent).containsExactly("first with [X]", "second of a with [X]");
    }

    @Test
    void rawIsTheReplyToTheSecond() {
        first.complete("a");
        Reply reply = chain(Optional.empty()).raw().execute();
        assertThat(new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("second of a");
        assertThat(sent).containsExactly("first", "raw second of a");
    }

    @Test
    void describesWhatIsSentNext() {
        assertThat(chain(Optional.empty()).describe().operation()).isEqualTo("first");
        assertThat(chain(Optional.of("known")).describe().operation()).isEqualTo("second of known");
    }

    private Call<String> chain(Optional<String> known) {
        return ChainedCall.of(
                () -> known, new Watched("first", first), result -> new Watched("second of " + result, second));
    }

    private final class Watched implements Call<String> {
        private final String name;
        private final CompletableFuture<String> result;

        Watched(String name, CompletableFuture<String> result) {
            this.name = name;
            this.result = result;
        }

        @Override
        public String execute() {
            sent.add(name);
            return result.join();
        }

        @Override
        public CompletableFuture<String> executeAsync() {
            sent.add(name);
            return result;
        }

        @Override
        public Call<Reply> raw() {
            Call<String> raw = new Watched("raw " + name, CompletableFuture.completedFuture(name));
            return raw.map(body -> Reply.of(200, body));
        }

        @Override
        public Call<String> with(RequestOptions options) {
            return new Watched(name + " with " + options.headers().keySet(), result);
        }

        @Override
        public CallDescription describe() {
            return new CallDescription(name, "", "", "");
        }
    }
}
