package dev.membersync.testkit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears of every ticket that is issued or changed, by requests and by tests alike. */
interface TicketListener {
    void changed(EventState event, @Nullable FakeTicket before, FakeTicket after, Instant at);

    /** Hears of money that went back to the buyer of a ticket. */
    void refunded(EventState event, FakeTicket ticket, Instant at);

    /** Hears nothing. */
    TicketListener NONE = new TicketListener() {
        @Override
        public void changed(EventState event, @Nullable FakeTicket before, FakeTicket after, Instant at) {}

        @Override
        public void refunded(EventState event, FakeTicket ticket, Instant at) {}
    };
}
