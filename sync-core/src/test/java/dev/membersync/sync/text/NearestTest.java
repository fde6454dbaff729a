package dev.membersync.sync.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word that was probably meant. */
final class NearestTest {
    private static final List<String> KEYS = List.of("ticketTypes", "statuses", "paidTickets", "guards");

    @ParameterizedTest
    @CsvSource({
        "ticketType, ticketTypes",
        "tickettypes, ticketTypes",
        "staatuses, statuses",
        "gaurds, guards",
        "GUARDS, guards",
        "paidTicket, paidTickets"
    })
    void aSlipOfTheKeyboardIsFound(String word, String meant) {
        assertThat(Nearest.to(word, KEYS)).contains(meant);
    }

    @Test
    void aWordUnlikeAnyOtherHasNoNeighbour() {
        assertThat(Nearest.to("zzzz", KEYS)).isEmpty();
        assertThat(Nearest.to("x".repeat(1000), KEYS)).isEmpty();
    }

    @Test
    void theFirstOfEquallyNearWordsWins() {
        assertThat(Nearest.to("bar", List.of("baz", "bat"))).contains("baz");
    }

    @Test
    void anExchangeOfNeighboursIsOneStep() {
        assertThat(Nearest.to("ab", List.of("cb", "ba"))).contains("cb");
        assertThat(Nearest.to("abcd", List.of("xycd", "abdc"))).contains("abdc");
    }

    @Test
    void theHintNamesTheNearestWord() {
        assertThat(Nearest.hint("gaurds", KEYS)).isEqualTo("the nearest is \"guards\"");
    }

    @Test
    void theHintListsTheKnownWordsWhenNoneIsNear() {
        assertThat(Nearest.hint("zzzz", List.of("a", "b"))).isEqualTo("there are \"a\", \"b\"");
        assertThat(Nearest.hint(
                        "zzzz", IntStream.range(0, 11).mapToObj(i -> "word" + i).toList()))
                .endsWith("\"word7\" and 3 more");
    }

    @Test
    void theHintSaysWhenThereIsNothingToChoose() {
        assertThat(Nearest.hint("x", List.of())).isEqualTo("there is none to choose from");
    }
}
