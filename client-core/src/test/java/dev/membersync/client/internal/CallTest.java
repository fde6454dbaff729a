package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.Call;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.ThrottledException.Quota;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.policy.RateSignal;
import dev.membersync.client.policy.RetryPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
    private static final String ANN = "{\"name\":\"Ann\"}";

    private final Fixture fixture = new Fixture();

    enum Way {
        BLOCKING,
        ASYNC;

        <T> T run(Call<T> call, Fixture fixture) {
            if (this == BLOCKING) {
                return call.execute();
            }
            CompletableFuture<T> future = call.executeAsync();
            fixture.time.advance(Duration.ofMinutes(10));
            try {
                assertThat(future).isDone();
                return future.join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAReply(Way way) {
        fixture.script.reply(200, ANN);
        assertThat(way.run(Fixture.get(fixture.client()), fixture)).isEqualTo("Ann");
        Request sent = fixture.script.requests().get(0);
        assertThat(sent.uri()).hasToString("https://api.test/v1/things/7");
        assertThat(sent.secrets().get("Authorization").reveal()).isEqualTo("Bearer key-1");
    }

    @ParameterizedTest
    @EnumSource
    void aReadIsTriedThreeTimes(Way way) {
        fixture.script
                .reply(503, "")
                .fail(TransportException.outcomeUnknown("lost", null))
                .reply(200, ANN);
        assertThat(way.run(Fixture.get(fixture.client()), fixture)).isEqualTo("Ann");
    }

    @ParameterizedTest
    @EnumSource
    void aReadIsGivenUpAfterThreeTries(Way way) {
        fixture.script.reply(500, "").reply(502, "").reply(503, "");
        assertThatThrownBy(() -> way.run(Fixture.get(fixture.client()), fixture))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("things.get failed: HTTP 503, 3 attempts");
    }

    @ParameterizedTest
    @EnumSource
    void aOnceOnlyCallIsNotRepeatedWhenItMayHaveArrived(Way way) {
        fixture.script.fail(TransportException.outcomeUnknown("lost", null));
        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> way.run(Fixture.post(fixture.client()), fixture));
        assertThat(failure.outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN);
        assertThat(fixture.script.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aOnceOnlyCallIsRepeatedWhenItWasNotSentOrNotAccepted(Way way) {
        fixture.script
                .fail(TransportException.notSent("no", null))
                .reply(429, "")
                .reply(200, "");
        assertThat(way.run(Fixture.post(fixture.client()), fixture)).isTrue();
    }

    @Test
    void notSentIsNotClaimedWhenAnEarlierTryMayHaveArrived() {
        fixture.script
                .fail(TransportException.outcomeUnknown("lost", null))
                .fail(TransportException.notSent("no", null))
                .fail(TransportException.notSent("no", null));
        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> Fixture.put(fixture.client()).execute());
        assertThat(failure.outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN);
        assertThat(failure).hasMessageContaining("3 attempts");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 302})
    void refusalsAreNotRepeated(int status) {
        fixture.script.reply(status, "");
        assertThatThrownBy(() -> Fixture.get(fixture.client()).execute())
                .isInstanceOf(ApiException.class)
                .isInstanceOfAny(AuthException.class, NotFoundException.class, RejectedException.class)
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("Next: ");
        assertThat(fixture.script.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a429WithoutRetryAfterIsTriedAgain(Way way) {
        fixture.script.reply(429, "").reply(200, ANN);
        assertThat(way.run(Fixture.get(fixture.client()), fixture)).isEqualTo("Ann");
    }

    @Test
    void retryAfterInSecondsIsWaitedFor() {
        fixture.script
                .reply(Reply.of(429, "").with(Headers.of("Retry-After", "7")))
                .reply(200, ANN);
        Fixture.get(fixture.client()).execute();
        assertThat(fixture.time.nanos()).isEqualTo(Duration.ofSeconds(7).toNanos());
    }

    @Test
    void retryAfterAsDateCountsFromTheRepliesOwnDate() {
        Headers headers =
                Headers.of("Date", "Fri, 01 Jan 2021 00:00:00 GMT", "Retry-After", "Fri, 01 Jan 2021 00:00:09 GMT");
        fixture.script.reply(Reply.of(429, "").with(headers)).reply(200, ANN);
        Fixture.get(fixture.client()).execute();
        assertThat(fixture.time.nanos()).isEqualTo(Duration.ofSeconds(9).toNanos());
    }

    @Test
    void aRetryAfterPastTheDeadlineIsNotWaitedFor() {
        fixture.script.reply(Reply.of(429, "").with(Headers.of("Retry-After", "3600")));
        ThrottledException failure = catchThrowableOfType(
                ThrottledException.class, () -> Fixture.get(fixture.client()).execute());
        assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
        assertThat(fixture.time.nanos()).isZero();
    }

    @Test
    void aFailingServersRetryAfterIsHonouredAndIsNoRateLimit() {
        RateBudget budget = RateBudget.of(RateLimit.of(100, Duration.ofSeconds(10)), fixture.time);
        fixture.script
                .reply(Reply.of(503, "").with(Headers.of("Retry-After", "7")))
                .reply(200, "{}");
        Fixture.get(fixture.client().budget(budget)).execute();
        assertThat(Duration.ofNanos(fixture.time.nanos())).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        assertThat(budget.state().closedFor()).isZero();
    }

    @Test
    void theQuotaOfTheDayIsNotRetried() {
        RateSignal empty = new RateSignal(
                java.util.OptionalInt.empty(),
                java.util.OptionalInt.empty(),
                Optional.empty(),
                java.util.OptionalInt.empty(),
                java.util.OptionalInt.of(0),
                Optional.of(Duration.ofHours(5)),
                false,
                Optional.empty(),
                Duration.ZERO);
        fixture.script.reply(429, "");
        ThrottledException failure = catchThrowableOfType(
                ThrottledException.class,
                () -> Fixture.get(fixture.client().rates(reply -> empty)).execute());
        assertThat(failure.quota()).isEqualTo(Quota.DAILY);
        assertThat(failure.retryAfter()).contains(Duration.ofHours(5));
    }

    @Test
    void aBudgetThatWaitsPastTheDeadlineFailsAtOnceAndNamesTheInstant() {
        RateBudget closed = new Permits(Duration.ofMinutes(1));
        ThrottledException failure = catchThrowableOfType(
                ThrottledException.class,
                () -> Fixture.get(fixture.client().budget(closed)).execute());
        assertThat(failure.quota()).isEqualTo(Quota.LOCAL);
        assertThat(failure).hasMessageContaining("2026-01-01T00:01:00Z");
        assertThat(fixture.script.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a401IsReplayedOnceWithAnotherTokenAndPaysAPermit(Way way) {
        Permits permits = new Permits(Duration.ZERO);
        fixture.script.reply(401, "").reply(200, ANN);
        String name =
                way.run(Fixture.get(fixture.client().tokens(new Rotating()).budget(permits)), fixture);
        assertThat(name).isEqualTo("Ann");
        assertThat(sentTokens()).containsExactly("Bearer t0", "Bearer t1");
        assertThat(permits.taken).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSecond401IsTheEnd(Way way) {
        fixture.script.reply(401, "").reply(401, "");
        assertThatThrownBy(() -> way.run(Fixture.get(fixture.client().tokens(new Rotating())), fixture))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("2 attempts");
    }

    @Test
    void theTokenIsTakenAfterTheWaitForThePermit() {
        Permits permits = new Permits(Duration.ofSeconds(5));
        permits.waits = 1;
        ArrayDeque<Long> asked = new ArrayDeque<>();
        TokenProvider provider = new Rotating() {
            @Override
            public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
                asked.add(fixture.time.nanos());
                return super.token(rejected);
            }
        };
        fixture.script.reply(200, ANN);
        Fixture.get(fixture.client().tokens(provider).budget(permits)).execute();
        assertThat(asked).containsExactly(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void aPermitThatAgedWhileTheTokenWasAwaitedIsPaidAgain() {
        Permits permits = new Permits(Duration.ZERO);
        CompletableFuture<AccessToken> late = new CompletableFuture<>();
        fixture.script.reply(200, ANN);
        CompletableFuture<String> reply = Fixture.get(
                        fixture.client().tokens(new Late(late)).budget(permits))
                .executeAsync();
        late.complete(AccessToken.of(Secret.of("t")));
        assertThat(reply).isCompletedWithValue("Ann");
        assertThat(permits.taken).isEqualTo(2);
        assertThat(permits.learned).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatCannotBeHadIsAnAuthException(Way way) {
        TokenProvider broken = new Late(CompletableFuture.failedFuture(new IllegalStateException("no")));
        assertThatThrownBy(() -> way.run(Fixture.get(fixture.client().tokens(broken)), fixture))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void aTokenThatNeverComesEndsAtTheDeadline() {
        CompletableFuture<String> reply = Fixture.get(fixture.client().tokens(new Late(new CompletableFuture<>())))
                .executeAsync();
        fixture.time.advance(Duration.ofSeconds(31));
        assertThat(reply).isCompletedExceptionally();
    }

    @ParameterizedTest
    @EnumSource
    void a200ThatCannotBeReadIsAnUnknownOutcome(Way way) {
        fixture.script.reply(200, "{\"name\":");
        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> way.run(Fixture.get(fixture.client().retry(RetryPolicy.none())), fixture));
        assertThat(failure.outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN);
        assertThat(failure).hasMessageContaining("no usable reply").hasMessageContaining("HTTP 200");
    }

    @Test
    void aFailureInA200ReplyIsAFailure() {
        ReplyReader vendor = (operation, reply) -> reply.text().contains("Fail")
                ? Optional.of(Fault.of(Fault.Kind.REJECTED, "sold out").code("4060517"))
                : Optional.empty();
        fixture.script.reply(200, "{\"type\":\"Fail\"}");
        assertThatThrownBy(() -> Fixture.post(fixture.client().replies(vendor)).execute())
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("code 4060517")
                .hasMessageContaining("sold out");
    }

    @ParameterizedTest
    @MethodSource("hostileIds")
    void idsStayInTheirPathSegment(String id, String path) {
        assertThat(fixture.client()
                        .build()
                        .call(Fixture.READ)
                        .path("id", id)
                        .ignoringBody()
                        .describe()
                        .path())
                .isEqualTo(path);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> hostileIds() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("a/b?c#d", "/things/a%2Fb%3Fc%23d"),
                org.junit.jupiter.params.provider.Arguments.of("é {id}", "/things/%C3%A9%20%7Bid%7D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void idsThatWouldLeaveTheirSegmentAreRefused(String id) {
        CallBuilder call = fixture.client().build().call(Fixture.READ);
        assertThatThrownBy(() -> call.path("id", id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDescriptionShowsKeysAndHidesPeople() {
        Call<Boolean> call = fixture.client()
                .showQuery("page")
                .build()
                .call(Fixture.POST)
                .query("page", 2)
                .query("email", "ann@example.com")
                .json(java.util.Map.of("name", "Ann"))
                .reader(body -> true);
        assertThat(call.describe()).hasToString("POST /things?page=2&email=*** {\"name\":\"***\"}");
    }

    @Test
    void rawGivesTheReplyButStillFailsOnAnError() {
        fixture.script.reply(200, ANN).reply(404, "");
        assertThat(Fixture.get(fixture.client()).raw().execute().text()).isEqualTo(ANN);
        assertThatThrownBy(() -> Fixture.get(fixture.client()).raw().execute()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void optionsAddHeadersCredentialsAndAnIdempotencyKey() {
        fixture.script.reply(200, ANN);
        RequestOptions options = RequestOptions.none()
                .withLane(Lane.BACKFILL)
                .withHeader("X-More", "1")
                .withIdempotencyKey("i-1")
                .withCredentials(TokenProvider.fixed(Secret.of("other")));
        Fixture.get(fixture.client()).with(options).execute();
        assertThat(fixture.script.requests().get(0).headers())
                .containsEntry("X-More", "1")
                .containsEntry("Idempotency-Key", "i-1");
        assertThat(sentTokens()).containsExactly("Bearer other");
    }

    @Test
    void credentialsAsPlainHeaderAreRefused() {
        RequestOptions sneaky = RequestOptions.none().withHeader("authorization", "x");
        Call<String> call = Fixture.get(fixture.client()).with(sneaky);
        assertThatThrownBy(call::execute).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallCanBeSentAgain() {
        fixture.script.reply(200, ANN).reply(200, ANN);
        Call<String> call = Fixture.get(fixture.client());
        assertThat(call.execute() + call.execute()).isEqualTo("AnnAnn");
    }

    private Stream<String> sentTokens() {
        return fixture.script.requests().stream()
                .map(request -> request.secrets().get("Authorization").reveal());
    }
}
