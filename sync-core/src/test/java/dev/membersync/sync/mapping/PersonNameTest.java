package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.AwkwardText;
import dev.membersync.property.Property;
import dev.membersync.sync.mapping.FieldException.Reason;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Full names in two parts, by the rules N1 to N5. */
final class PersonNameTest {
    private static final String FIFTY = "x".repeat(50);

    @ParameterizedTest
    @CsvSource(textBlock = """
            Anna Berg                    | Anna            | Berg
            Anna Maria Berg              | Anna Maria      | Berg
            Vincent van Gogh             | Vincent         | van Gogh
            Jan Peter van der Berg       | Jan Peter       | van der Berg
            Oscar de la Renta            | Oscar           | de la Renta
            Otto von Bismarck            | Otto            | von Bismarck
            Mohammed bin Salman Al Saud  | Mohammed        | bin Salman Al Saud
            Eddie Van Halen              | Eddie           | Van Halen
            Van Morrison                 | Van             | Morrison
            Van der Berg                 | Van             | der Berg
            Máire Ní Bhriain             | Máire           | Ní Bhriain
            José Ortega y Gasset         | José            | Ortega y Gasset
            José María Ortega y Gasset   | José María      | Ortega y Gasset
            Anna Maria y                 | Anna Maria      | y
            John Ben Smith               | John Ben        | Smith
            Ahmed ben Salah              | Ahmed           | ben Salah
            Jean-Luc O'Neill             | Jean-Luc        | O'Neill
            Anna B                       | Anna            | B
            王 小明                        | 王               | 小明
            محمد بن سلمان                | محمد بن         | سلمان
            Null N/A                     | Null            | N/A
            Anna - Berg                  | Anna -          | Berg
            """, delimiter = '|')
    void splitsBeforeTheFirstParticleOrTheLastWord(String full, String first, String last) {
        assertThat(PersonName.split(full))
                .extracting(PersonName::first, PersonName::last)
                .containsExactly(first, last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sukarno", "王小明", "😀", "N/A", "O'Neill", "--"})
    void aNameOfOneWordGetsADashThatReadingDrops(String mononym) {
        PersonName name = PersonName.split(mononym);
        assertThat(name.last()).isEqualTo("-");
        assertThat(name.joined()).isEqualTo(mononym);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna -", "Anna Berg  -\t", "-"})
    void aNameThatEndsWithADashIsHeld(String name) {
        Held.because(Reason.MALFORMED, () -> PersonName.split(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Anna  Berg ",
                "Anna\tBerg",
                "Anna\u00a0Berg",
                "\u3000Anna\u3000Berg",
                "Anna\r\nBerg",
                "Anna\u2028\u0085Berg",
                "\u1680Anna\u2003\u202f\u205fBerg"
            })
    void everyRunOfWhiteSpaceIsOneBlank(String name) {
        assertThat(PersonName.split(name).joined()).isEqualTo("Anna Berg");
    }

    @Test
    void bothNormalFormsAreOneName() {
        assertThat(PersonName.split("Anna Bergstro\u0308m")).isEqualTo(PersonName.split("Anna Bergstr\u00f6m"));
    }

    @Test
    void caseIsPartOfAName() {
        assertThat(PersonName.canonical("anna berg")).isNotEqualTo(PersonName.canonical("Anna Berg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna\u200b Berg", "\u202bAnna Berg\u202c", "क्\u200dष Berg", "\ufeffAnna Berg"})
    void formatCharactersAreKept(String name) {
        assertThat(PersonName.split(name).joined()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Anna\u0000 Berg", "Anna \u001fBerg", "Anna\u007f", "Anna \ud800 Berg", "\udc00", "\u009f A"})
    void controlCharactersAndBrokenTextAreHeld(String name) {
        Held.because(Reason.INVALID_TEXT, () -> PersonName.split(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\t\r\n"})
    void aBlankNameIsMissing(String name) {
        Held.because(Reason.MISSING, () -> PersonName.split(name));
    }

    @Test
    void theSplitMovesUntilBothPartsFit() {
        PersonName name = PersonName.split("Anna " + "y".repeat(45) + " " + "z".repeat(4) + " Berg");
        assertThat(name.first()).isEqualTo("Anna " + "y".repeat(45));
        assertThat(name.last()).isEqualTo("zzzz Berg");
    }

    @Test
    void theSplitMovesPastAParticleToo() {
        PersonName name = PersonName.split("Anna van " + "y".repeat(40) + " " + "z".repeat(20));
        assertThat(name.first()).isEqualTo("Anna van " + "y".repeat(40));
        assertThat(name.last()).isEqualTo("z".repeat(20));
    }

    @Test
    void fiftyUnitsInEachPartFit() {
        assertThat(PersonName.split(FIFTY + " " + FIFTY).joined()).isEqualTo(FIFTY + " " + FIFTY);
    }

    @Test
    void aNameThatNoSplitFitsIsHeldAndNeverCut() {
        Held.because(Reason.TOO_LONG, () -> PersonName.split("Anna " + FIFTY + "x Berg"));
        Held.because(Reason.TOO_LONG, () -> PersonName.split("a " + FIFTY + " " + FIFTY));
    }

    @Test
    void aMononymAboveFiftyIsHeld() {
        assertThat(PersonName.split(FIFTY).first()).isEqualTo(FIFTY);
        Held.because(Reason.TOO_LONG, () -> PersonName.split(FIFTY + "x"));
    }

    @Test
    void lengthIsCountedInUtf16Units() {
        assertThat(PersonName.split("😀".repeat(25)).first()).hasSize(50);
        Held.because(Reason.TOO_LONG, () -> PersonName.split("😀".repeat(26)));
    }

    @Property(seeds = 5000)
    void joiningTheSplitGivesTheCanonicalName(SplittableRandom random) {
        String name = AwkwardText.text(random);
        try {
            PersonName split = PersonName.split(name);
            assertThat(split.joined()).isEqualTo(PersonName.canonical(name));
            assertThat(split.first()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
            assertThat(split.last()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        } catch (FieldException held) {
            assertThat(held.reason()).isIn(Reason.MISSING, Reason.MALFORMED, Reason.TOO_LONG);
        }
    }

    @Property
    void brokenTextIsAlwaysHeld(SplittableRandom random) {
        Held.because(Reason.INVALID_TEXT, () -> PersonName.split(AwkwardText.broken(random)));
    }

    @Test
    void aNameNeverPrints() {
        assertThat(PersonName.split("Anna Berg")).hasToString("PersonName[***]");
    }
}
