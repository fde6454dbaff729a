package dev.membersync.eventops.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept between runs comes back as it was. */
class PricingTermsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a=b", "back\\slash", "two\nlines", "\\n", "\\e=\\\\\n=", "ü=漢"})
    void aTextComesBackAsItWas(String text) {
        Terms terms = Terms.of("name", text).with("other=\n\\", text);
        assertThat(Terms.read(terms.text())).isEqualTo(terms);
    }

    @Test
    void aPlanThatWaitsComesBackAsItWas() {
        PricingPlan plan = Rules.evaluate(
                        Rules.book(SagaTest.memberCode("10"), Rules.price("p", 2, Condition.always(), 120)),
                        Rules.sold(Rules.NOW, 100, 1))
                .plan();
        PricingPlan read = PricingPlan.read(Terms.read(plan.stored().text()));
        assertThat(read.changes()).isEqualTo(plan.changes());
        assertThat(read.hash()).isEqualTo(plan.hash());
    }

    @Test
    void anAnnouncedEndIsNeverShortened() {
        Instant now = Rules.NOW;
        Memory memory = Memory.none(Rules.EVENT)
                .promise("11", now.plusSeconds(100), now, Optional.of(Rules.usd(90)))
                .promise("11", now.plusSeconds(50), now, Optional.of(Rules.usd(95)));
        assertThat(memory.promisedUntil("11")).contains(now.plusSeconds(100));
        assertThat(memory.promisedPrice("11")).contains(Rules.usd(90));
    }

    @Test
    void aCodeIsOneWordOfLettersAndDigits() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            assertThat(CodeWords.draw("gold", random)).matches("GOLD[A-HJKMNP-TV-Z2-9]{10}");
        }
        for (String wrong : List.of("", "two words", "dash-ed", "ümlaut", "a".repeat(41))) {
            assertThatThrownBy(() -> CodeWords.check(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a code is one word");
        }
    }

    @Test
    void aCodeSpecRefusesWhatTheVendorWould() {
        LocalDateTime day = LocalDateTime.parse("2026-09-01T00:00");
        assertThatThrownBy(() -> CodeSpec.percent("101", day, day.plusDays(1)))
                .hasMessage("a code takes off more than 0 and at most 100 per cent");
        assertThatThrownBy(() -> CodeSpec.percent("10", day, day)).hasMessage("a code ends before it starts");
        assertThatThrownBy(() -> CodeSpec.percent("10", day, day.plusDays(1)).withPrefix("MY CODE"))
                .hasMessage("the prefix of a code is at most 10 letters and digits");
    }
}
