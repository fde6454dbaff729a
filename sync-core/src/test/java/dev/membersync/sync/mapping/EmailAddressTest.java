package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.AwkwardText;
import dev.membersync.property.Property;
import dev.membersync.sync.text.Unicode;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F-43: addresses as match keys, by the rules N6 to N9. */
final class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Anna.Berg@Example.ORG, anna.berg@example.org",
        "anna+news@example.org, anna+news@example.org",
        "a.n.n.a@example.org, a.n.n.a@example.org",
        "info@example.org., info@example.org.",
        "JOSÉ@EXÄMPLE.test, josé@exämple.test",
        "'\"john doe\"@example.org', '\"john doe\"@example.org'",
        "'\"a@b\"@example.org', '\"a@b\"@example.org'",
        "'\"@example.org', '\"@example.org'",
        "'\"\"@example.org', '\"\"@example.org'",
        "o'neill@example.org, o'neill@example.org",
        "Straße@example.org, straße@example.org",
        "STRASSE@example.org, strasse@example.org",
        "王@例.test, 王@例.test",
        "محمد@example.org, محمد@example.org",
        "😀@example.org, 😀@example.org"
    })
    void theKeyIsTheAddressInLowerCase(String text, String key) {
        assertThat(EmailAddress.of(text).matchKey()).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " a@example.org",
                "a@example.org\u00a0",
                "\u200ba@example.org\u200b",
                "\ufeff \u3000a@example.org\r\n",
                "\u200b\ufeff\u200ba@example.org"
            })
    void whiteSpaceAndTwoInvisibleCharactersAreTrimmed(String text) {
        assertThat(EmailAddress.of(text).written()).isEqualTo("a@example.org");
    }

    @Test
    void otherInvisibleCharactersAreNotTrimmed() {
        assertThat(EmailAddress.of("\u200da@example.org").matchKey()).contains("\u200da@example.org");
    }

    @Test
    void bothNormalFormsAreOneAddress() { // F-43
        assertThat(EmailAddress.of("jose\u0301@example.org")).isEqualTo(EmailAddress.of("JOS\u00c9@example.org"));
    }

    @Test
    void sharpSIsNoDoubleS() {
        assertThat(EmailAddress.of("a@straße.test")).isNotEqualTo(EmailAddress.of("a@strasse.test"));
    }

    @Test
    void anInternationalDomainAndItsPunycodeAreTwo() {
        assertThat(EmailAddress.of("a@bücher.test")).isNotEqualTo(EmailAddress.of("a@xn--bcher-kva.test"));
    }

    @Test
    void aPluggedFormOfDomainsMakesThemOne() {
        String punycode = "xn--bcher-kva.test";
        assertThat(EmailAddress.of("a@B\u00fccher.test", domain -> domain.replace("b\u00fccher.test", punycode)))
                .isEqualTo(EmailAddress.of("a@" + punycode));
    }

    @Test
    void aPluggedFormReachesADomainWithoutALocalPart() {
        assertThat(EmailAddress.of("@example.org", domain -> "plugged." + domain)
                        .compared())
                .isEqualTo("@plugged.example.org");
    }

    @Test
    void twoSpellingsOfAnAddressHaveOneHash() {
        assertThat(EmailAddress.of("Anna@example.org")).hasSameHashCodeAs(EmailAddress.of("anna@EXAMPLE.org"));
    }

    @Test
    void twoAddressesHaveTwoHashes() {
        assertThat(EmailAddress.of("anna@example.org").hashCode())
                .isNotEqualTo(EmailAddress.of("berta@example.org").hashCode());
    }

    @Test
    void aFinalSigmaIsWhatTheRootLocaleMakesOfIt() {
        assertThat(EmailAddress.of("ΟΔΥΣΣΕΥΣ@example.org").matchKey())
                .contains("ΟΔΥΣΣΕΥΣ@example.org".toLowerCase(Locale.ROOT))
                .contains("οδυσσευς@example.org");
    }

    @Test
    @DefaultLocale("tr-TR")
    void aTurkishMachineMakesTheSameKeys() {
        assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
        assertThat(EmailAddress.of("INFO@EXAMPLE.ORG").matchKey()).contains("info@example.org");
        assertThat(EmailAddress.of("\u0130@example.org").matchKey()).contains("i\u0307@example.org");
        assertThat(EmailAddress.of("\u0131@example.org").matchKey()).contains("\u0131@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna",
                "@",
                "@example.org",
                "anna@",
                "\u200b@example.org",
                "anna@\u200b",
                "a b@example.org",
                "a@exa mple.org",
                "a@example.org, b@example.org",
                "Anna <anna@example.org>",
                "a@b@example.org",
                "@a@example.org",
                "a\u0000@example.org",
                "a\ud800@example.org"
            })
    void aTextThatIsNoAddressMatchesNothing(String text) {
        assertThat(EmailAddress.of(text).matchKey()).isEmpty();
    }

    @Property(seeds = 3000)
    void theComparedFormIsItsOwnAndNormal(SplittableRandom random) {
        String compared = EmailAddress.of(AwkwardText.text(random) + "@" + AwkwardText.text(random))
                .compared();
        assertThat(EmailAddress.of(compared).compared()).isEqualTo(compared);
        assertThat(Unicode.nfc(compared)).isEqualTo(compared);
    }

    @Test
    void anAddressNeverPrints() {
        assertThat(EmailAddress.of("a@example.org")).hasToString("EmailAddress[***]");
    }
}
