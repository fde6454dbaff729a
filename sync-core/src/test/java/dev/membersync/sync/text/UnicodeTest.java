package dev.membersync.sync.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.AwkwardText;
import dev.membersync.property.Property;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lower case and broken text. */
final class UnicodeTest {
    @Test
    void lowerCaseTwiceIsLowerCaseForEveryCharacterAndMark() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isDefined)
                        .filter(point -> isUnstable(Character.toString(point))
                                || isUnstable(Character.toString(point) + "\u030c")
                                || isUnstable(Character.toString(point) + "\u0331\u0307")))
                .isEmpty();
    }

    @Property(seeds = 3000)
    void lowerCaseTwiceIsLowerCaseForTexts(SplittableRandom random) {
        String text = AwkwardText.text(random) + AwkwardText.word(random) + AwkwardText.word(random);
        assertThat(isUnstable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "a\tb\r\n", "\u0085", "😀", "\u200d\u202b\ufeff"})
    void ordinaryTextIsWhole(String text) {
        assertThat(Unicode.isBroken(text)).isFalse();
    }

    @Property
    void controlCharactersAndHalfPairsBreakText(SplittableRandom random) {
        assertThat(Unicode.isBroken(AwkwardText.broken(random))).isTrue();
    }

    private static boolean isUnstable(String text) {
        String once = Unicode.lowerCase(text);
        return !once.equals(Unicode.lowerCase(once)) || !once.equals(Unicode.nfc(once));
    }
}
