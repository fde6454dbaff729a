package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Transport;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.Injection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calls that put members into workflows and go wrong: nobody is put into one twice unasked. */
class EnrolmentTroubleTest {
    private static final String QUESTION = "ENROLMENT:m1";

    private final RegistrationsWorld world = RegistrationsWorld.highLevel();

    @BeforeEach
    void enrol() {
        world.enrol(RegistrationState.REGISTERED, "welcome", RegistrationState.CHECKED_IN, "thanks");
    }

    private void failing(Fault fault) {
        world.failing(Injection.of(fault));
    }

    @Test
    @DisplayName("F-01 a lost answer is asked about, and the call never made again unasked")
    void aLostAnswerIsAskedAboutAndNeverRepeatedUnasked() {
        world.newcomer("m1");
        failing(Fault.DROP_AFTER);
        world.world.sync();
        world.working();
        world.world.sync();

        assertThat(world.reviews()).containsExactly(QUESTION);
        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    void aLostRequestIsAskedAboutTooAndSentOnceForOneAnswer() {
        world.newcomer("m1");
        failing(Fault.DROP_BEFORE);
        world.world.sync();
        world.working();
        world.world.sync();
        assertThat(world.reviews()).containsExactly(QUESTION);
        assertThat(world.enrolments()).isEmpty();

        world.answer(QUESTION, "right");
        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome");
        assertThat(world.reviews()).isEmpty();
        world.assertAtRest();
    }

    @Test
    void anAnswerThatIsLostAgainIsAskedAboutAgain() {
        world.newcomer("m1");
        failing(Fault.DROP_BEFORE);
        world.world.sync();
        world.answer(QUESTION, "right");
        world.world.sync();
        world.working();
        world.world.sync();

        assertThat(world.reviews()).containsExactly(QUESTION);
        assertThat(world.enrolments()).isEmpty();
    }

    @Test
    void ignoredItStaysAsItIs() {
        world.newcomer("m1");
        failing(Fault.DROP_AFTER);
        world.world.sync();
        world.working();
        world.answer(QUESTION, "ignore");
        world.world.sync();

        assertThat(world.reviews()).isEmpty();
        world.assertAtRest();
        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    void anErrorOfAGatewayIsAskedAbout() {
        world.newcomer("m1");
        failing(Fault.STATUS_AFTER_EFFECT);
        world.world.sync();
        world.working();
        world.world.sync();

        assertThat(world.reviews()).containsExactly(QUESTION);
        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    void tooManyRequestsAreTriedAgainWithoutAQuestion() {
        world.newcomer("m1");
        world.world.memberships.faults(
                (operation, call, request) -> operation.id().equals("contacts.workflow.add") && call <= 8
                        ? Optional.of(Injection.of(Fault.TOO_MANY_WITH_RETRY_AFTER))
                        : Optional.empty());
        world.world.sync();
        world.working();
        world.world.sync();

        assertThat(world.reviews()).isEmpty();
        assertThat(world.enrolments()).containsExactly("m1 welcome");
        world.assertAtRest();
    }

    @Test
    void aMemberWhoseUpdateFailsIsNotEnrolled() {
        world.newcomer("m1");
        world.world.memberships.faults(
                (operation, call, request) -> operation.id().equals("contacts.update")
                        ? Optional.of(Injection.of(Fault.STATUS_BEFORE))
                        : Optional.empty());
        world.world.sync();
        assertThat(world.enrolments()).isEmpty();
        world.working();
        world.world.time.advance(Duration.ofHours(2));

        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    @DisplayName("F-06 a refusal without a rule is not believed: what may have had an effect is asked about")
    void aRefusalWithoutARuleIsNotBelieved() {
        world.newcomer("m1");
        failing(Fault.UNPROCESSABLE_AFTER_EFFECT);
        world.world.sync();
        assertThat(world.reviews()).containsExactly("REFUSED:m1");
        world.working();
        world.answer("REFUSED:m1", "left");
        world.world.sync();

        assertThat(world.reviews()).containsExactly(QUESTION);
        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    void aWorkflowThatRefusesEverybodyEndsTheRun() {
        world.newcomer("m1");
        for (int i = 2; i <= 30; i++) {
            world.registered("m" + i, "VIP");
        }
        failing(Fault.UNPROCESSABLE_AFTER_EFFECT);

        assertThatThrownBy(world.world::sync).hasMessageContaining("mend that first");

        assertThat(world.reviews()).hasSize(20);
    }

    @Test
    void aCallThatNeverLeftIsMadeAgainWithoutAQuestion() {
        world.newcomer("m1");
        AtomicBoolean down = new AtomicBoolean(true);
        UnaryOperator<Transport> listening = world.world.wire;
        world.world.wire = wire -> (request, deadline) -> {
            if (down.get() && request.uri().getPath().contains("/workflow/")) {
                throw TransportException.notSent("the wire is cut", null);
            }
            return listening.apply(wire).send(request, deadline);
        };
        world.world.sync();
        assertThat(world.enrolments()).isEmpty();
        assertThat(world.reviews()).isEmpty();
        down.set(false);
        world.world.time.advance(Duration.ofHours(2));

        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome");
        world.assertAtRest();
    }

    @Test
    void aWorkflowThatIsNotThereIsAQuestionAndTheNextAnswerTriesAgain() {
        world.newcomer("m1");
        world.failing(Injection.of(Fault.STATUS_BEFORE).answering(404));
        SyncReport report = world.world.sync();

        assertThat(world.reviews()).containsExactly("REFUSED:m1");
        assertThat(report.workflows().get(0).problems())
                .singleElement()
                .asString()
                .contains("into the workflow welcome");
        world.working();
        world.answer("REFUSED:m1", "left");
        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome");
        world.assertAtRest();
    }
}
