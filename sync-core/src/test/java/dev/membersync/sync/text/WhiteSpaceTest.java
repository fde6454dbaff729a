package dev.membersync.sync.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** White space is Unicode's property, not the platform's. */
final class WhiteSpaceTest {
    private static final Pattern PROPERTY = Pattern.compile("\\p{IsWhite_Space}");

    @Test
    void everyCharacterIsClassedAsUnicodeClassesIt() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(point -> WhiteSpace.is(point)
                                != PROPERTY.matcher(Character.toString(point)).matches()))
                .isEmpty();
    }

    @Test
    void trimmingKeepsWhatIsInside() {
        assertThat(WhiteSpace.trimmed("\u00a0a \n b\u3000")).isEqualTo("a \n b");
        assertThat(WhiteSpace.trimmed("\u200ba")).isEqualTo("\u200ba");
        assertThat(WhiteSpace.trimmed(" \t")).isEmpty();
    }

    @Test
    void squeezingLeavesOneBlankForEachRun() {
        assertThat(WhiteSpace.squeezed(" a \r\n b\u2028c ")).isEqualTo("a b c");
    }
}
