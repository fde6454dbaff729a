package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A world whose engine can be killed at any checkpoint and started again on what its store had kept. */
final class CrashingWorld {
    static final Scope SCOPE = new Scope("test", World.EVENT, "", MembersToAttendees.ID);

    final World world;
    final UnaryOperator<SyncStore> reopened;
    /** Runs after each crash, before the engine starts again. */
    Runnable meanwhile = () -> {};

    private final List<Long> crashes = new ArrayList<>();
    private long steps;
    private boolean dead;

    private CrashingWorld(World world, UnaryOperator<SyncStore> reopened) {
        this.world = world;
        this.reopened = reopened;
        world.engine = builder -> Checkpoints.told(builder, this::step);
    }

    static CrashingWorld inMemory(World world) {
        return new CrashingWorld(world, store -> ((MemoryStore) store).crash());
    }

    static CrashingWorld on(World world, UnaryOperator<SyncStore> reopened) {
        return new CrashingWorld(world, reopened);
    }

    /** Crashes when the engine has made that many steps, counted from now over all restarts. */
    void crashAt(long... points) {
        for (long point : points) {
            crashes.add(steps + point);
        }
    }

    long steps() {
        return steps;
    }

    List<Long> crashesAhead() {
        return List.copyOf(crashes);
    }

    /** A run that ends by itself, with a new process after each crash. */
    SyncReport sync() {
        return untilItEnds(world::sync);
    }

    /** Does this, with a new process and once more after each crash; what was done already need not be possible again. */
    void survive(Runnable command) {
        untilItEnds(() -> {
            try {
                command.run();
            } catch (AnswerException answered) {
                return false;
            }
            return true;
        });
    }

    private <T> T untilItEnds(Supplier<T> command) {
        while (true) {
            try {
                return command.get();
            } catch (Throwable thrown) {
                if (!SimulatedCrash.caused(thrown)) {
                    throw thrown;
                }
                dead = false;
                world.store = reopened.apply(world.store);
                meanwhile.run();
            }
        }
    }

    private void step(String name) {
        if (!dead) {
            steps++;
            dead = crashes.remove(steps);
        }
        if (dead) {
            throw new SimulatedCrash(name);
        }
    }

    /** Every member has one live attendee and shows there as he is, is linked to it, and nothing is under way. */
    void assertInStep() {
        assertOneAttendeeEach();
        Map<String, FakeTicket> own = new HashMap<>();
        world.event.attendees().forEach(ticket -> own.put(ticket.answer("Member ID"), ticket));
        for (FakeMember member : world.memberships.members().all()) {
            FakeTicket ticket = own.get(member.userId());
            assertThat(ticket.email()).as("address of %s", member.userId()).isEqualTo(member.email());
            assertThat(ticket.firstName() + " " + ticket.lastName())
                    .as("name of %s", member.userId())
                    .isEqualTo(member.fullName());
            assertThat(world.event.ticketTypes().stream()
                            .filter(type -> type.id() == ticket.typeId())
                            .findFirst()
                            .orElseThrow()
                            .name())
                    .as("ticket type of %s", member.userId())
                    .isEqualTo("gold".equals(member.planId()) ? "VIP" : "General Admission");
        }
        assertLinked(own);
    }

    /** Nobody is lost, nobody has two. */
    void assertOneAttendeeEach() {
        assertThat(world.event.attendees())
                .extracting(ticket -> ticket.answer("Member ID"))
                .containsExactlyInAnyOrderElementsOf(world.memberships.members().all().stream()
                        .map(FakeMember::userId)
                        .toList());
    }

    private void assertLinked(Map<String, FakeTicket> own) {
        world.store.inTransaction(SCOPE, tx -> {
            assertThat(tx.intents().count()).as("open intents").isZero();
            Map<String, Link> links = tx.links().find(own.keySet());
            own.forEach((userId, ticket) -> {
                assertThat(links).containsKey(userId);
                long row = links.get(userId).ticketRow();
                TicketRef ref = tx.tickets().find(List.of(row)).get(row).ref();
                assertThat(ref.ticketId()).as("ticket of %s", userId).isEqualTo(Long.toString(ticket.id()));
            });
            return true;
        });
    }

    /** One more run has nothing to do. */
    void assertAtRest() {
        world.forgetCalls();
        SyncReport report = sync();
        assertThat(world.accelevents.writes().entries())
                .as("writes of a further run")
                .isEmpty();
        assertThat(report.isClean()).as("%s", report.workflows()).isTrue();
    }
}
