package dev.membersync.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompareTest {
    @Test
    void sameTextsAreQuiet() {
        assertThatCode(() -> Compare.lines("old", "a\nb\n", "a\nb\n")).doesNotThrowAnyException();
    }

    @Test
    void theFirstLineThatDiffersIsTold() {
        assertThatThrownBy(() -> Compare.lines("old", "a\nb\nc\n", "a\nx\ny\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("old\nline 2\nis:        \"b\"\nshould be: \"x\"");
    }

    @Test
    void aLineThatIsMissingOrTooMuchIsTold() {
        assertThatThrownBy(() -> Compare.lines("old", "a", "a\nb"))
                .hasMessage("old\nline 2\nis:        the end\nshould be: \"b\"");
        assertThatThrownBy(() -> Compare.lines("old", "a\n", "a"))
                .hasMessage("old\nline 2\nis:        \"\"\nshould be: the end");
    }

    @Test
    void anotherLineEndIsTold() {
        assertThatThrownBy(() -> Compare.lines("old", "a\r\n", "a\n"))
                .hasMessage("old\nline 1\nis:        \"a\\r\"\nshould be: \"a\"");
    }

    @Test
    void whatIsNotKnownIsTold() {
        assertThatThrownBy(() -> Compare.allKnown("codes without a row", List.of("a", "b", "c"), List.of("c", "d")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("codes without a row: [a, b]");
        assertThatCode(() -> Compare.allKnown("codes without a row", List.of("a", "b"), List.of("c", "b", "a")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsThereTwiceHasToBeKnownTwice() {
        assertThat(Compare.unknown(List.of("a", "b", "a"), List.of("a"))).containsExactly("b", "a");
        assertThat(Compare.unknown(List.of("a", "a"), List.of("a", "a"))).isEmpty();
    }
}
