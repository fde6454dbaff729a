package dev.membersync.examples.middleware;

import dev.membersync.examples.middleware.demo.DemoServices;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The application with both services in it, when all that it can do by itself is done. */
final class Demo implements AutoCloseable {
    private static @Nullable Demo shared;

    final Running app = Running.start("--demo");

    Demo() {
        Running.until(() -> !app.bean(Doors.class).codes(1).isEmpty() && priced().isPresent());
    }

    /** One for all tests that leave it as they found it; it ends with the process. */
    static synchronized Demo shared() {
        if (shared == null) {
            shared = new Demo();
        }
        return shared;
    }

    DemoServices services() {
        return app.bean(DemoServices.class);
    }

    FakeEvent event() {
        return services().accelevents().event(SampleData.EVENT);
    }

    Optional<FakeTicket> ticketOf(String userId) {
        return event().attendees().stream()
                .filter(ticket -> ticket.answer("Member ID").equals(userId))
                .findFirst();
    }

    /** A question about a ticket with a price. */
    Optional<Review> priced() {
        return app.bean(Tenant.class).engine().queues().reviews(100).stream()
                .filter(review ->
                        review.kind().equals("PRICED") && review.decision().isEmpty())
                .findFirst();
    }

    Visitor visitor() {
        return Visitor.known(app, "demo", "demo");
    }

    @Override
    public void close() {
        app.close();
    }
}
