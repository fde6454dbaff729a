package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.WriteLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Latencies latencies = new Latencies();
    private final FakeEvent event = FakeAccelevents.builder().build().event("gala");

    @Test
    void eachChangeIsMeasuredFromItsWebhookToTheNextWriteOfItsMember() {
        List<FakeTicket> tickets = List.of(attendee("m1"), attendee("m2"));
        latencies.add(new Latencies.Told("m1", START, START.plusMillis(100)));
        latencies.add(new Latencies.Told("m2", START, START.plusMillis(100)));

        List<Double> millis = latencies.millis(
                tickets,
                List.of(
                        write("holder-update", "ticketId", tickets.get(0).id(), 250),
                        write("payment", "orderId", tickets.get(1).orderId(), 400)));

        assertThat(millis).containsExactly(150.0, 300.0);
    }

    @Test
    void aChangeThatWasWrittenBeforeItsWebhookOrNeverIsLeftOut() {
        List<FakeTicket> tickets = List.of(attendee("m1"), attendee("m2"));
        latencies.add(new Latencies.Told("m1", START, START.plusMillis(100)));
        latencies.add(new Latencies.Told("m2", START, START.plusMillis(100)));

        assertThat(latencies.millis(
                        tickets,
                        List.of(write(
                                "holder-update", "ticketId", tickets.get(0).id(), 50))))
                .isEmpty();
    }

    @Test
    void percentilesAreByNearestRank() {
        List<Double> sorted = List.of(1.0, 2.0, 3.0, 4.0);

        assertThat(Latencies.at(sorted, 0.5)).isEqualTo(2.0);
        assertThat(Latencies.at(sorted, 0.99)).isEqualTo(4.0);
        assertThat(Latencies.at(List.of(), 0.5)).isZero();
    }

    private FakeTicket attendee(String memberId) {
        long type = event.addTicketType("General Admission", "0", 10);
        return event.addAttendee(
                type, Map.of("First Name", "A", "Last Name", "B", "Email", "a@example.org", "Member ID", memberId), "");
    }

    private static WriteLog.Entry write(String kind, String subject, long id, long millis) {
        return new WriteLog.Entry(START.plusMillis(millis), kind, Map.of(subject, String.valueOf(id)));
    }
}
