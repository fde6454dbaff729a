package dev.membersync.sync.story;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.time.Deadline;
import dev.membersync.client.time.Time;
import dev.membersync.testkit.Ending;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries requests to a fake without a socket; what the wire would do to a reply is done here, in manual time. */
final class FakeTransport implements Transport {
    private final FakeService fake;
    private final Time time;

    FakeTransport(FakeService fake, Time time) {
        this.fake = fake;
        this.time = time;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Map<String, String> headers = new HashMap<>(request.headers());
        request.secrets().forEach((name, secret) -> headers.put(name, secret.reveal()));
        String target = request.uri().getRawPath()
                + (request.uri().getRawQuery() == null
                        ? ""
                        : "?" + request.uri().getRawQuery());
        FakeReply reply = fake.handle(
                FakeRequest.of(request.method(), target, headers, request.body().orElse(new byte[0])));
        Duration left = deadline.left(time);
        boolean tooSlow = reply.ending() == Ending.STALLED || reply.delay().compareTo(left) >= 0;
        time.sleep(tooSlow ? left : reply.delay());
        if (tooSlow || reply.ending() != Ending.COMPLETE) {
            throw TransportException.outcomeUnknown("the reply was " + reply.ending(), null);
        }
        Map<String, List<String>> replied = new HashMap<>();
        reply.headers().forEach((name, value) -> replied.put(name, List.of(value)));
        return new Reply(reply.status(), Headers.of(replied), reply.body(), reply.delay());
    }
}
