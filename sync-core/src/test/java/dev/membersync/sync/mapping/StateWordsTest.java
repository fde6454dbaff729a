package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.mapping.Lifecycle.Step.Kind;
import dev.membersync.sync.policy.Transitions;
import dev.membersync.sync.record.RegistrationState;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateWordsTest {
    private static final StateWords WORDS = StateWords.standard();

    @ParameterizedTest
    @CsvSource({
        "unpaid,registered,LEGAL,paid",
        "registered,checked_in,LEGAL,admitted",
        "registered,refunded,LEGAL,refunded; the ticket still admits",
        "registered,canceled,LEGAL,cancelled",
        "checked_in,registered,LEGAL,check-in undone",
        "refunded,canceled,LEGAL,cancelled after a refund",
        "canceled,deleted,LEGAL,deleted after it was cancelled",
        "unpaid,refunded,ILLEGAL,a ticket that was unpaid cannot be refunded next; look at the order at Accelevents",
        "canceled,registered,ILLEGAL,a ticket that was canceled cannot be registered next; look at the order at Accelevents",
        "deleted,checked_in,ILLEGAL,a ticket that was deleted cannot be checked_in next; look at the order at Accelevents",
        "refunded,registered,ILLEGAL,a ticket that was refunded cannot be registered next; look at the order at Accelevents",
    })
    @DisplayName("F-66 a state goes backwards by a documented event or not at all")
    void eachStepHasAReason(String from, String to, Kind kind, String reason) {
        assertThat(WORDS.step(from, to)).isEqualTo(new Lifecycle.Step(kind, reason));
    }

    @ParameterizedTest
    @EnumSource(RegistrationState.class)
    void aTicketThatWasDeletedHasNoWayBack(RegistrationState to) {
        assertThat(Transitions.standard().reason(RegistrationState.DELETED, to)).isEmpty();
    }

    @Test
    void aStepIsLegalWhenItIsForOneOfTheStatesThatShareAWord() {
        StateWords shared = WORDS.with(RegistrationState.UNPAID, "registered");

        assertThat(shared.step("registered", "refunded").kind()).isEqualTo(Kind.LEGAL);
        assertThat(shared.values()).doesNotContain("unpaid");
    }

    @Test
    void aStateThatIsNeverDowngradedIsKept() {
        StateWords words = WORDS.neverDowngrading(List.of(RegistrationState.CHECKED_IN));

        assertThat(words.step("checked_in", "canceled").kind()).isEqualTo(Kind.KEPT);
        assertThat(words.step("registered", "checked_in").kind()).isEqualTo(Kind.LEGAL);
    }

    @Test
    void anotherStepCanBeAllowed() {
        StateWords words = WORDS.with(
                Transitions.standard().with(RegistrationState.REFUNDED, RegistrationState.REGISTERED, "paid again"));

        assertThat(words.step("refunded", "registered").reason()).isEqualTo("paid again");
    }

    @Test
    void aStateWithoutAWordIsNotWritten() {
        StateWords words = WORDS.without(RegistrationState.UNPAID);

        assertThat(words.word(RegistrationState.UNPAID)).isEmpty();
        assertThat(words.word(RegistrationState.REGISTERED)).contains("registered");
    }

    @ParameterizedTest
    @CsvSource({"' '", "?"})
    void aWordIsAWord(String word) {
        assertThatThrownBy(() -> WORDS.with(RegistrationState.UNPAID, word))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("unpaid");
    }
}
