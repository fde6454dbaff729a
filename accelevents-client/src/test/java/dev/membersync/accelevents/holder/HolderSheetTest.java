package dev.membersync.accelevents.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HolderSheetTest {
    private final HolderSheet sheet = new HolderSheet(
            Optional.of(new EventTicketId("166")),
            List.of(new Answer("First Name", "Ada"), new Answer("Company", null)),
            List.of(new Answer("Dietary needs", "None|Nuts ")),
            List.of(Map.of("id", 7L)),
            "A-1",
            Map.of());

    @Test
    void oneAnswerChangesWhereItStandsAndAllOthersStay() {
        var changed = sheet.with("first name", "Grace");
        assertThat(changed.attributes())
                .containsExactly(new Answer("First Name", "Grace"), new Answer("Company", null));
        assertThat(changed.questions()).isEqualTo(sheet.questions());
        assertThat(changed.nestedQuestions()).isEqualTo(sheet.nestedQuestions());
        assertThat(changed.seatNumber()).isEqualTo("A-1");
    }

    @Test
    void anAnswerToAQuestionStaysAQuestion() {
        assertThat(sheet.with("Dietary needs", "Fish").questions())
                .containsExactly(new Answer("Dietary needs", "Fish"));
    }

    @Test
    void anUnknownLabelIsRefusedWithTheLabelsThereAre() {
        assertThatThrownBy(() -> sheet.with("Diet", "Fish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Dietary needs")
                .hasMessageNotContaining("Ada");
    }

    @Test
    void aFieldNotAnsweredSoFarIsAddedToTheSectionNamed() {
        assertThat(sheet.with(Section.QUESTIONS, "Member ID", "u1").questions())
                .containsExactly(new Answer("Dietary needs", "None|Nuts "), new Answer("Member ID", "u1"));
    }

    @Test
    void aSheetPrintsNoAnswer() {
        assertThat(sheet.toString()).doesNotContain("Ada");
    }
}
