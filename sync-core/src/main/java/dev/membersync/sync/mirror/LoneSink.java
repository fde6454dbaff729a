package dev.membersync.sync.mirror;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.PaymentSink;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.record.TicketRef;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Tells while nobody else of this process writes tickets: a ticket is read, merged and written back, and whoever wrote it in
 * between would be overwritten.
 *
 * @param sink who is told
 * @param alone held during each telling
 */
record LoneSink(PaymentSink sink, Lock alone) implements PaymentSink {
    @Override
    public String system() {
        return sink.system();
    }

    @Override
    public Duration horizon() {
        return sink.horizon();
    }

    @Override
    public Told tell(PaymentRow row, int number, Optional<TicketRef> registration) {
        alone.lock();
        try {
            return sink.tell(row, number, registration);
        } finally {
            alone.unlock();
        }
    }

    @Override
    public boolean writesRegistrations() {
        return sink.writesRegistrations();
    }

    @Override
    public PaymentSink inLane(Lane lane) {
        return new LoneSink(sink.inLane(lane), alone);
    }
}
