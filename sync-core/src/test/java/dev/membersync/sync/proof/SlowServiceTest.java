package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.story.World;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One answer that does not come holds up its own member and nobody else. */
@Timeout(120)
class SlowServiceTest {
    private static final int WORKERS = 2;

    /** More than are leased at once. */
    private static final int MEMBERS = 6 * WORKERS;

    private final World world = World.ordinary();
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private final CountDownLatch everybodyElse = new CountDownLatch(MEMBERS - 1);
    private volatile String slow = "";
    private volatile boolean waitedInVain;

    /** The desk whose first caller waits until all others have been served. */
    public final class Slow {
        private final TicketDesk real;

        Slow(TicketDesk real) {
            this.real = real;
        }

        /** Called instead of the desk's own. */
        public boolean update(TicketRef ticket, RegistrationDraft draft, Consumer<Registration> witness)
                throws InterruptedException {
            if (isFirst(ticket.shown())) {
                waitedInVain = !everybodyElse.await(60, TimeUnit.SECONDS);
            } else if (others.add(ticket.shown())) {
                everybodyElse.countDown();
            }
            return real.update(ticket, draft, witness);
        }

        private synchronized boolean isFirst(String ticket) {
            slow = slow.isEmpty() ? ticket : slow;
            return slow.equals(ticket);
        }
    }

    @Test
    void anAnswerThatDoesNotComeHoldsUpNobodyElse() { // F-39
        Renamed.people(world, MEMBERS);
        world.desk = desk -> Changed.in(TicketDesk.class, desk, new Slow(desk));
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        world.engine = builder -> builder.workers(WORKERS).executor(threads);

        world.sync();

        threads.shutdown();
        assertThat(waitedInVain).isFalse();
        assertThat(world.event.attendees())
                .allSatisfy(ticket -> assertThat(ticket.lastName()).isEqualTo(ticket.answer("Member ID")));
    }
}
