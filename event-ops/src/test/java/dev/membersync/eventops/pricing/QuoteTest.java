package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.NOW;
import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteTest {
    private final RuleBook book = Rules.book(
            Rules.forPlans(Rules.price("gold-price", 1, Condition.always(), 70), "gold"),
            Rules.forPlans(SagaTest.memberCode("20"), "gold", "silver"));
    private final Memory memory = Memory.none(Rules.EVENT)
            .code(
                    "gold",
                    new Memory.Code("GOLDXYZ", 1, Instant.EPOCH, Terms.of("type", "PERCENTAGE"), Optional.empty()));

    private Quote quote(Person person) {
        return Quote.of(book, Rules.sold(NOW, 100, 10), memory, "11", person);
    }

    @Test
    void aMemberGetsTheBestSingleOffer() {
        Quote quote = quote(Person.of(MembershipStatus.ACTIVE, "gold"));
        assertThat(quote.price()).contains(usd(70));
        assertThat(quote.rule()).contains("gold-price@1");
        assertThat(quote.asOf()).isEqualTo(NOW);
        assertThat(quote.why())
                .containsExactly(
                        "the class costs 100.00 USD", "rule gold-price@1: 70.00 USD", "rule member-code@1: 80.00 USD");
    }

    @Test
    void aCodeIsNamedWithItsOffer() {
        Quote quote = quote(Person.of(MembershipStatus.GRACE, "silver"));
        assertThat(quote.price()).contains(usd(80));
        assertThat(quote.code()).contains("GOLDXYZ");
    }

    @Test
    void aLapsedMemberGetsTheStandardPrice() {
        assertThat(quote(Person.of(MembershipStatus.EXPIRED, "gold")).price()).contains(usd(100));
        assertThat(quote(Person.of(MembershipStatus.PENDING, "gold")).price()).contains(usd(100));
    }

    @Test
    void aPriceForPlansNeverBecomesThePriceOfTheClass() {
        assertThat(Rules.evaluate(book, Rules.sold(NOW, 100, 10)).plan().changes())
                .noneMatch(change -> change.object().kind() == ObjectKind.CLASSES);
    }
}
