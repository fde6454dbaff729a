package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.story.World;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** An error of the Java runtime ends the run, as itself, when nobody is at work any more. */
@Timeout(120)
class FatalErrorTest {
    private static final int MEMBERS = 30;

    private final StackOverflowError deep = new StackOverflowError("of a mapper");
    private final World world = World.ordinary();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    /** The desk whose fifth call ends in an error. */
    public final class Broken {
        private final TicketDesk real;

        Broken(TicketDesk real) {
            this.real = real;
        }

        /** Called instead of the desk's own. */
        public boolean update(TicketRef ticket, RegistrationDraft draft, Consumer<Registration> witness) {
            atWork.incrementAndGet();
            try {
                if (calls.incrementAndGet() == 5) {
                    throw deep;
                }
                return real.update(ticket, draft, witness);
            } finally {
                atWork.decrementAndGet();
            }
        }
    }

    @RepeatedTest(5)
    void comesOutOfTheRunWhenAllWorkHasEnded() {
        Renamed.people(world, MEMBERS);
        world.desk = desk -> Changed.in(TicketDesk.class, desk, new Broken(desk));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        world.engine = builder -> builder.workers(2).executor(threads);

        Throwable thrown = catchThrowable(world::sync);

        assertThat(thrown).isSameAs(deep);
        assertThat(atWork).hasValue(0);
        int sent = calls.get();
        threads.shutdown();
        assertThat(calls).hasValue(sent);

        world.desk = desk -> desk;
        world.engine = builder -> builder;
        world.time.advance(Duration.ofHours(1));
        world.sync();
        assertThat(world.event.attendees())
                .hasSize(MEMBERS)
                .allSatisfy(ticket -> assertThat(ticket.lastName()).isEqualTo(ticket.answer("Member ID")));
    }
}
