package dev.membersync.sync.config;

import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.time.Deadline;
import dev.membersync.client.time.Time;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Carries the requests to one service, and compares its clock with ours from the {@code Date} of its replies: of the
 * fastest one, whose way says least. Thread-safe.
 */
final class ServiceClock implements Transport {
    /** A Date has whole seconds, cut off. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    /** Beyond this something will go wrong. */
    private static final Duration NEAR = Duration.ofMinutes(2);
    /** Beyond this nothing that depends on the time can be trusted. */
    private static final Duration FAR = Duration.ofMinutes(15);

    private final Transport way;
    private final Time time;
    private Optional<Sample> best = Optional.empty();

    private record Sample(Duration ahead, Duration took) {}

    ServiceClock(Transport way, Time time) {
        this.way = way;
        this.time = time;
    }

    /** How far the service's clock is ahead of ours, negative where it is behind; empty before it told its time. */
    synchronized Optional<Duration> ahead() {
        return best.map(Sample::ahead);
    }

    /** What is to be said of a service's clock. */
    static Finding finding(String service, Optional<Duration> ahead) {
        if (ahead.isEmpty()) {
            return Finding.warning(
                    service,
                    "its replies tell no time, so nobody knows whether this machine's clock is right; see that NTP runs");
        }
        long seconds = ahead.get().toSeconds();
        Duration off = ahead.get().abs();
        if (off.compareTo(NEAR) <= 0) {
            return Finding.good(service, "its clock and this machine's are " + Math.abs(seconds) + " s apart");
        }
        String told = "its clock is " + Math.abs(seconds) + " s " + (seconds > 0 ? "ahead of" : "behind")
                + " this machine's, so tokens, signed deliveries and the times of changes are taken for older or newer than"
                + " they are; set this machine's clock (NTP), then run doctor again";
        return off.compareTo(FAR) > 0 ? Finding.wrong(service, told) : Finding.warning(service, told);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Reply reply = way.send(request, deadline);
        note(reply);
        return reply;
    }

    @Override
    public CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
        CompletableFuture<Reply> reply = way.sendAsync(request, deadline);
        var unused = reply.thenAccept(this::note); // the first one is answered: cancelling it has to reach the request
        return reply;
    }

    @Override
    public void check(URI address) {
        way.check(address);
    }

    private void note(Reply reply) {
        boolean stored = reply.headers().first("Age").isPresent(); // a cache tells the time at which it was filled
        if (!stored) {
            reply.headers()
                    .first("Date")
                    .flatMap(ServiceClock::instant)
                    .ifPresent(date -> note(date.plus(HALF_A_SECOND), reply.took()));
        }
    }

    private synchronized void note(Instant date, Duration took) {
        if (best.filter(sample -> sample.took().compareTo(took) <= 0).isEmpty()) {
            Instant half = time.instant().minus(took.dividedBy(2));
            best = Optional.of(new Sample(Duration.between(half, date), took));
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
