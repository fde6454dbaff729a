package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.Decision;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ends a call before its reply: interrupts, cancelling, failures of an asynchronous one; and who pays for it. */
class CallLifeTest {
    private static final String ANN = "{\"name\":\"Ann\"}";
    private static final RetryPolicy SECOND = attempt -> Decision.retryAfter(Duration.ofSeconds(1));

    private final Fixture fixture = new Fixture();

    @Test
    void executeNeverTouchesTheAsyncPath() {
        Thread caller = Thread.currentThread();
        Transport blockingOnly = new Transport() {
            @Override
            public Reply send(Request request, Deadline deadline) {
                assertThat(Thread.currentThread()).isSameAs(caller);
                return Reply.of(200, ANN);
            }

            @Override
            public CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
                throw new AssertionError("execute() went the asynchronous way");
            }
        };
        assertThat(Fixture.get(fixture.over(blockingOnly)).execute()).isEqualTo("Ann");
    }

    @Test
    void anInterruptDuringAWaitStopsTheCallAndKeepsTheFlag() {
        fixture.script.reply(503, "");
        Thread caller = Thread.currentThread();
        fixture.time.after(Duration.ofMillis(500), caller::interrupt);
        assertThatThrownBy(() -> Fixture.get(fixture.client().retry(SECOND)).execute())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.script.requests()).hasSize(1);
    }

    @Test
    void anInterruptDuringASendIsAnUnknownOutcomeAndKeepsTheFlag() {
        Transport interrupted = (request, deadline) -> {
            throw new InterruptedException();
        };
        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> Fixture.get(fixture.over(interrupted)).execute());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN);
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();
        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> Fixture.get(fixture.client()).execute());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(fixture.script.requests()).isEmpty();
    }

    @Test
    void cancellingStopsTheRequestUnderWay() {
        CompletableFuture<Reply> pending = new CompletableFuture<>();
        fixture.script.pending(pending);
        CompletableFuture<String> future = Fixture.get(fixture.client()).executeAsync();
        future.cancel(true);
        assertThat(pending).isCancelled();
        assertThat(fixture.script.requests()).hasSize(1);
    }

    @Test
    void cancellingReachesThroughAMappedCall() {
        CompletableFuture<Reply> pending = new CompletableFuture<>();
        fixture.script.pending(pending);
        CompletableFuture<Integer> future =
                Fixture.get(fixture.client()).map(String::length).executeAsync();
        future.cancel(true);
        assertThat(pending).isCancelled();
    }

    @Test
    void cancellingStopsWaitsAndRetries() {
        fixture.script.reply(503, "");
        CompletableFuture<String> future =
                Fixture.get(fixture.client().retry(SECOND)).executeAsync();
        assertThat(fixture.time.waiting()).isEqualTo(1);
        future.cancel(true);
        assertThat(fixture.time.waiting()).isZero();
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.script.requests()).hasSize(1);
    }

    @Test
    void cancellingLeavesATokenForOthersAlone() {
        CompletableFuture<AccessToken> shared = new CompletableFuture<>();
        CompletableFuture<String> future =
                Fixture.get(fixture.client().tokens(new Late(shared))).executeAsync();
        future.cancel(true);
        assertThat(shared).isNotDone();
    }

    @Test
    void anAsyncCallCompletesWhenTheTransportThrowsOnALaterAttempt() {
        ArrayDeque<Reply> replies = new ArrayDeque<>();
        replies.add(Reply.of(503, ""));
        Transport throwing = new Transport() {
            @Override
            public Reply send(Request request, Deadline deadline) {
                throw new AssertionError();
            }

            @Override
            public CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
                return CompletableFuture.completedFuture(replies.remove());
            }
        };
        CompletableFuture<String> future =
                Fixture.get(fixture.over(throwing).retry(SECOND.upTo(2))).executeAsync();
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(future).isCompletedExceptionally();
    }

    @Test
    void anAsyncCallCompletesWhenTheRetryPolicyThrows() {
        fixture.script.reply(503, "");
        CompletableFuture<String> future = Fixture.get(fixture.client().retry(attempt -> {
                    throw new IllegalStateException("policy");
                }))
                .executeAsync();
        assertThat(future).isCompletedExceptionally();
    }

    @Test
    void aThousandRetriesNeedNoStack() {
        for (int i = 0; i < 5000; i++) {
            fixture.script.reply(503, "");
        }
        fixture.script.reply(200, ANN);
        RetryPolicy atOnce = attempt -> Decision.retryAfter(Duration.ZERO);
        assertThat(Fixture.get(fixture.client().retry(atOnce)).executeAsync()).isCompletedWithValue("Ann");
    }

    @Test
    void everyPermitIsReportedBack() {
        Permits permits = new Permits(Duration.ZERO);
        fixture.script
                .reply(503, "")
                .fail(TransportException.notSent("no", null))
                .reply(200, ANN);
        Fixture.get(fixture.client().budget(permits)).execute();
        assertThat(permits.taken).isEqualTo(3);
        assertThat(permits.learned).isEqualTo(3);
    }

    @Test
    void aFreshProcessSendsOneCallBeforeTheSecond() {
        CompletableFuture<Reply> first = new CompletableFuture<>();
        fixture.script.pending(first).reply(200, ANN);
        ApiClient.Builder client =
                fixture.client().budget(RateBudget.of(RateLimit.of(100, Duration.ofSeconds(10)), fixture.time));
        CompletableFuture<String> one = Fixture.get(client).executeAsync();
        CompletableFuture<String> two = Fixture.get(client).executeAsync();
        fixture.time.advance(Duration.ofSeconds(5));
        assertThat(fixture.script.requests()).hasSize(1);
        first.complete(Reply.of(200, ANN));
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(Stream.of(one, two)).allMatch(CompletableFuture::isDone);
    }
}
