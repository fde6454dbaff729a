package dev.membersync.accelevents;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.time.Deadline;
import dev.membersync.testkit.Ending;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries requests to a fake without a socket; a reply that does not end is a lost one. */
@SuppressWarnings("exports") // a test fixture
public final class FakeTransport implements Transport {
    private final FakeService fake;

    public FakeTransport(FakeService fake) {
        this.fake = fake;
    }

    @Override
    public Reply send(Request request, Deadline deadline) {
        var headers = new LinkedHashMap<>(request.headers());
        request.secrets().forEach((name, value) -> headers.put(name, value.reveal()));
        var query = request.uri().getRawQuery();
        var target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        var reply = fake.handle(
                FakeRequest.of(request.method(), target, headers, request.body().orElse(new byte[0])));
        if (reply.ending() != Ending.COMPLETE) {
            throw TransportException.outcomeUnknown("the reply was lost", null);
        }
        var values = new LinkedHashMap<String, List<String>>();
        reply.headers().forEach((name, value) -> values.put(name, List.of(value)));
        return new Reply(reply.status(), Headers.of(Map.copyOf(values)), reply.body(), reply.delay());
    }
}
