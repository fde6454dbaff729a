package dev.membersync.sync.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.property.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F-64: decimals become minor units, exactly or not at all")
final class MoneyTest {
    private static final List<String> CURRENCIES =
            List.of("JPY", "KRW", "CLP", "USD", "EUR", "HUF", "KWD", "BHD", "TND");

    @ParameterizedTest
    @CsvSource({
        "10.1, USD, 1010",
        "10.10, USD, 1010",
        "-0.01, USD, -1",
        "+7, USD, 700",
        "0, USD, 0",
        "-0.00, USD, 0",
        "1000, JPY, 1000",
        "1.234, KWD, 1234",
        "12.5, HUF, 1250",
        "1, usd, 100",
        "007.5, BHD, 7500",
        "92233720368547758.07, USD, 9223372036854775807",
        "-9223372036854775808, JPY, -9223372036854775808"
    })
    void aTextIsTakenExactly(String text, String currency, long minor) {
        assertThat(Money.parse(text, currency).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "12.345, USD",
        "12.340, USD",
        "1000.00, JPY",
        "1000.5, JPY",
        "1.2345, KWD",
        "92233720368547758.08, USD",
        "9223372036854775808, JPY",
        "'1.234,56', EUR",
        "'1,5', USD",
        "1e3, USD",
        ".5, USD",
        "5., USD",
        "'', USD",
        "' 5', USD",
        "$5, USD",
        "٥, USD",
        "--5, USD",
        "5, XAU",
        "5, XXX",
        "5, ZZZZ",
        "5, ''"
    })
    void whatCannotBeTakenExactlyIsRefused(String text, String currency) {
        assertThatThrownBy(() -> Money.parse(text, currency)).isInstanceOf(MoneyException.class);
    }

    @Test
    void theRefusalNamesTheAmountItsCurrencyAndWhatToDo() {
        assertThatThrownBy(() -> Money.parse("12.345", "USD"))
                .hasMessage(
                        "the amount 12.345 USD has more decimals than the 2 of its currency; it is not rounded: mend"
                                + " it where it comes from");
    }

    @Test
    void theRefusalOfATextNeverRepeatsWords() {
        assertThatThrownBy(() -> Money.parse("Ada owes 5", "USD"))
                .hasMessage(
                        "the amount is no plain decimal number such as 12.34; nothing is stripped from it or guessed");
    }

    @ParameterizedTest
    @CsvSource({"12.340, USD, 1234", "1000.00, JPY, 1000", "1.5E+2, USD, 15000", "0E-9, USD, 0", "1.2340, KWD, 1234"})
    void aJsonNumberIsTakenByItsValue(BigDecimal number, String currency, long minor) {
        assertThat(Money.of(number, currency).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "12.345, USD",
        "0.5, JPY",
        "1E+2147483647, USD",
        "1E-2147483647, USD",
        "10000000000000000000, JPY",
        "0.00001, KWD"
    })
    void aJsonNumberThatDoesNotFitIsRefused(BigDecimal number, String currency) {
        assertThatThrownBy(() -> Money.of(number, currency)).isInstanceOf(MoneyException.class);
    }

    @Test
    void aVendorThatPrintsTwoDecimalsOfEveryCurrencyIsUnderstood() {
        MoneyScale vendor = MoneyScale.iso().printing(2);

        assertThat(vendor.parse("1000.00", "JPY")).isEqualTo(Money.ofMinor(1000, "JPY"));
        assertThatThrownBy(() -> vendor.parse("1000.50", "JPY")).isInstanceOf(MoneyException.class);
        assertThatThrownBy(() -> vendor.parse("1000.0", "JPY")).isInstanceOf(MoneyException.class);
    }

    @Test
    void aProcessorThatCountsHundredthsOfACurrencyWithoutDecimalsIsConvertedOrRefused() {
        MoneyScale processor = MoneyScale.iso().with("ISK", 2);

        assertThat(processor.ofUnits(500, "ISK")).isEqualTo(Money.ofMinor(5, "ISK"));
        assertThat(processor.ofUnits(500, "USD")).isEqualTo(Money.ofMinor(500, "USD"));
        assertThatThrownBy(() -> processor.ofUnits(501, "ISK")).isInstanceOf(MoneyException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE})
    void sumsBeyondTheRangeAreRefused(long minor) {
        Money edge = Money.ofMinor(minor, "USD");

        assertThatThrownBy(() -> edge.plus(Money.ofMinor(Long.signum(minor), "USD")))
                .isInstanceOf(MoneyException.class);
    }

    @Test
    void currenciesDoNotAddUp() {
        assertThatThrownBy(() -> Money.zero("USD").plus(Money.zero("EUR"))).hasMessageContaining("USD and EUR");
    }

    @Property
    void whatIsPrintedIsReadBack(SplittableRandom random) {
        Money money = Money.ofMinor(random.nextLong(), CURRENCIES.get(random.nextInt(CURRENCIES.size())));

        assertThat(Money.parse(money.decimal().toPlainString(), money.code())).isEqualTo(money);
        assertThat(Money.of(money.decimal(), money.code())).isEqualTo(money);
    }

    @Test
    void ofEqualRemaindersTheEarlierPartGetsTheUnit() {
        assertThat(Money.ofMinor(100, "USD").split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(34L, 33L, 33L);
        assertThat(Money.ofMinor(-100, "USD").split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(-34L, -33L, -33L);
    }

    @Property
    void partsSumToTheWholeAndEachIsWithinOneUnitOfItsShare(SplittableRandom random) {
        Money whole = Money.ofMinor(random.nextLong(), "USD");
        List<Long> weights =
                random.longs(random.nextInt(1, 9), 0, Long.MAX_VALUE).boxed().toList();
        if (weights.stream().allMatch(weight -> weight == 0)) {
            return;
        }
        List<Money> parts = whole.split(weights);

        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(Money.sum(Money.zero("USD"), parts)).isEqualTo(whole);
        for (int i = 0; i < parts.size(); i++) {
            BigInteger exact = BigInteger.valueOf(whole.minor()).multiply(BigInteger.valueOf(weights.get(i)));
            BigInteger off = BigInteger.valueOf(parts.get(i).minor())
                    .multiply(total)
                    .subtract(exact)
                    .abs();
            assertThat(off).isLessThan(total);
        }
    }
}
