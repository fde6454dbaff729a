package dev.membersync.accelevents.feed;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A server that has the two lists page by page, as a test writes them; single quotes stand for double ones. */
final class Lists {
    static final Instant NOW = Instant.parse("2026-03-04T22:06:09.750Z");

    final List<String> orders = new ArrayList<>();
    final List<String> attendees = new ArrayList<>();
    final ManualTime time = ManualTime.at(NOW);
    private final ScriptedTransport transport = ScriptedTransport.answering(this::answer);
    private Headers headers = Headers.none();
    private Duration took = Duration.ZERO;
    private AcceleventsDialect dialect = AcceleventsDialect.DEFAULT;

    Lists orders(String... pages) {
        orders.addAll(List.of(pages));
        return this;
    }

    Lists attendees(String... pages) {
        attendees.addAll(List.of(pages));
        return this;
    }

    Lists date(String date) {
        headers = Headers.of("Date", date);
        return this;
    }

    Lists took(Duration perReply) {
        took = perReply;
        return this;
    }

    Lists dialect(AcceleventsDialect other) {
        dialect = other;
        return this;
    }

    EventScope event() {
        return AcceleventsClient.builder(Secret.of("k"))
                .transport(transport)
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .dialect(dialect)
                .build()
                .event("e");
    }

    /** The queries of all requests for a list, decoded. */
    List<String> asked(String list) {
        return transport.requests().stream()
                .filter(request -> request.uri().getPath().endsWith(list))
                .map(request -> URLDecoder.decode(request.uri().getRawQuery(), StandardCharsets.UTF_8))
                .toList();
    }

    private Reply answer(Request request) {
        var pages = request.uri().getPath().endsWith("orders") ? orders : attendees;
        var number = Integer.parseInt(request.uri().getQuery().replaceAll(".*page=(\\d+).*", "$1"));
        time.advance(Duration.ofSeconds(5));
        var body = (number < pages.size() ? pages.get(number) : "[]").replace('\'', '"');
        return new Reply(200, headers, body.getBytes(StandardCharsets.UTF_8), took);
    }

    static List<JoinedTicket> tickets(Iterable<ChangePage> reading) {
        var all = new ArrayList<JoinedTicket>();
        reading.forEach(page -> all.addAll(page.tickets()));
        return all;
    }

    static FeedMark mark(Iterable<ChangePage> reading) {
        var marks = new ArrayList<FeedMark>();
        reading.forEach(page -> page.next().ifPresent(marks::add));
        if (marks.size() != 1) {
            throw new AssertionError("a reading gives one mark, not " + marks);
        }
        return marks.get(0);
    }
}
