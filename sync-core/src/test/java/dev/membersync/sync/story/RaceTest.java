package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What changes while a run goes on, and what changes in the mapping between two runs. */
class RaceTest {
    @Test
    @DisplayName("F-60 an edit between the decision and the write is decided about, not overwritten")
    void anEditBetweenDecisionAndWrite() {
        World world = World.twoWay();
        world.members(1);
        world.sync();
        world.sync();
        world.memberships.members().rename("m1", "Left Name");
        AtomicInteger calls = new AtomicInteger();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("call") && calls.incrementAndGet() == 2) { // the first one is the rehearsal's
                world.editTicket("m1", "First Name", "Meanwhile");
            }
        });

        SyncReport report = world.sync();

        assertThat(world.ticketOf("m1").firstName()).isEqualTo("Meanwhile");
        assertThat(report.counts().review()).isEqualTo(1);
    }

    @Test
    void aMemberWhoLeftLongAfterThePageWasReadIsNotRegistered() {
        World world = World.highLevel();
        world.members(2);
        world.engine = builder -> builder.listener(new SyncListener() {
            @Override
            public void starting(long mails) {
                world.time.advance(Duration.ofMinutes(6));
                world.memberships.contacts().untag("m2", "member");
            }
        });

        world.sync();

        assertThat(world.attendeesOf("m1")).hasSize(1);
        assertThat(world.attendeesOf("m2")).isEmpty();
        assertThat(world.memberships.requests().count("contacts.get")).isEqualTo(2);
    }

    @Test
    void aPageThatIsFreshIsTrusted() {
        World world = World.highLevel();
        world.members(2);

        world.sync();

        assertThat(world.memberships.requests().count("contacts.get")).isZero();
    }

    @Test
    @DisplayName("F-61 another revision of a mapper: equal values agree without a write, others are shown by the plan")
    void anotherRevision() {
        World world = World.ordinary();
        world.workflow = template -> template.guards(World.WIDE).with(new Food(1));
        world.members(5);
        world.sync();
        world.sync();
        world.editTicket("m3", "Dietary needs", "edited by hand");
        world.forgetCalls();
        world.workflow = template -> template.guards(World.WIDE).with(new Food(2));

        SyncPlan plan = world.plan();
        assertThat(world.writes()).isZero();
        assertThat(plan.workflows().get(0).operations())
                .singleElement()
                .satisfies(operation -> assertThat(operation.userId()).isEqualTo("m3"));
        world.sync();

        assertThat(world.writes()).isEqualTo(1);
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(5);
        assertThat(world.writes()).isZero();
        assertThat(world.accelevents.requests().count("holders.get")).isZero();
    }

    /** What members eat, by a rule of our own. */
    private record Food(int revision) implements FieldMapper {
        @Override
        public String name() {
            return "food";
        }

        @Override
        public Value left(Member member) {
            return Value.of("whatever there is");
        }

        @Override
        public Value right(Registration registration) {
            return registration.answer("Dietary needs");
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            draft.answer("Dietary needs", value.text().orElse(""));
        }

        @Override
        public Visibility visibility() {
            return Visibility.DETAIL;
        }
    }
}
