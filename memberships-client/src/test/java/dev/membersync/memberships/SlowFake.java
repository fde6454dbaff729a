package dev.membersync.memberships;

import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.time.Deadline;
import dev.membersync.client.time.Time;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** Carries requests to a fake without a socket; request and reply travel for a while each, in the time of the test. */
final class SlowFake implements Transport {
    private final FakeService fake;
    private final Time time;
    private final long slowest;
    private final SplittableRandom random;

    SlowFake(FakeService fake, Time time, Duration slowest, long seed) {
        this.fake = fake;
        this.time = time;
        this.slowest = slowest.toNanos();
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        long sent = time.nanos();
        time.sleep(travel());
        FakeReply reply = fake.handle(asked(request));
        time.sleep(travel());
        return reply(reply, sent);
    }

    @Override
    public CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
        long sent = time.nanos();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        time.after(travel(), () -> {
            FakeReply reply = fake.handle(asked(request));
            time.after(travel(), () -> answer.complete(reply(reply, sent)));
        });
        return answer;
    }

    private static FakeRequest asked(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        request.secrets().forEach((name, value) -> headers.put(name, value.reveal()));
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        return FakeRequest.of(request.method(), target, headers, request.body().orElse(new byte[0]));
    }

    private Reply reply(FakeReply reply, long sent) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return new Reply(reply.status(), Headers.of(headers), reply.body(), Duration.ofNanos(time.nanos() - sent));
    }

    private Duration travel() {
        return Duration.ofNanos(random.nextLong(slowest + 1));
    }
}
