package dev.membersync.sync.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.membersync.sync.record.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a membership status means. */
final class StatusesTest {
    static List<Value> missing() {
        return List.of(Value.absent(), Value.empty(), Value.unseen(), Value.of(" \u00a0"));
    }

    @ParameterizedTest
    @CsvSource({"active, REGISTER", "' ACTIVE ', REGISTER", "Inactive, KEEP", "frozen, KEEP"})
    void theStandardTableRegistersActiveMembers(String status, StatusAction action) {
        assertThat(Statuses.standard().action(Value.of(status))).isEqualTo(action);
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aMissingStatusKeeps(Value status) {
        Statuses statuses = Statuses.of(Map.of("*", StatusAction.REMOVE));
        assertThat(statuses.action(status)).isEqualTo(StatusAction.KEEP);
    }

    @Test
    void whereNoWordMattersEveryOneKeepsAndIsKnown() {
        assertThat(Statuses.indifferent().action(Value.of("unheard of"))).isEqualTo(StatusAction.KEEP);
        assertThat(Statuses.indifferent().isKnown("unheard of")).isTrue();
    }

    @Test
    void aWordWithoutARowIsUnknown() {
        assertThat(Statuses.standard().isKnown("frozen")).isFalse();
        assertThat(Statuses.standard().isKnown("ACTIVE")).isTrue();
    }

    @Test
    void theStarSaysWhatAnUnknownWordMeansAndLeavesItUnknown() {
        Statuses statuses = Statuses.parse(Map.of("active", "register", "*", "review"));
        assertThat(statuses.action(Value.of("frozen"))).isEqualTo(StatusAction.REVIEW);
        assertThat(statuses.isKnown("frozen")).isFalse();
        assertThat(statuses.isKnown("*")).isFalse();
        assertThat(statuses.otherwise()).isEqualTo(StatusAction.REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"register, REGISTER", "Keep, KEEP", "' REVIEW', REVIEW", "remove, REMOVE"})
    void everyActionHasAWord(String word, StatusAction action) {
        assertThat(StatusAction.parse(word)).isEqualTo(action);
    }

    @Test
    @DefaultLocale("tr-TR")
    void aTurkishMachineKnowsTheSameWords() {
        assertThat(StatusAction.parse("REGISTER")).isEqualTo(StatusAction.REGISTER);
        assertThat(Statuses.standard().isKnown("INACTIVE")).isTrue();
    }

    @Test
    void aWrongActionNamesItsRowAndTheNearestOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statuses.parse(Map.of("active", "registr")))
                .withMessage("statuses: active: \"registr\" is no action for a status; the nearest is \"register\"");
    }

    @Test
    void rowsThatOnlyCaseTellsApartAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statuses.of(Map.of("Active", StatusAction.KEEP, "active ", StatusAction.REVIEW)))
                .withMessageContaining("has two rows");
    }

    @Test
    void aRowWithoutAWordIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statuses.of(Map.of(" ", StatusAction.KEEP)));
    }

    @Test
    void whoIsNoMemberIsNeverRegistered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statuses.of(Map.of(" Not_A_Member", StatusAction.REGISTER)))
                .withMessageContaining("they are never registered");
        assertThat(Statuses.of(Map.of(Statuses.OUTSIDE, StatusAction.REMOVE)).words())
                .containsExactly(Statuses.OUTSIDE);
    }
}
