package dev.membersync.eventops.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * One figure.
 *
 * @param group the group that it is about, empty when the KPI has none
 * @param currency the currency of an amount
 * @param numerator the part, or the whole figure of a count or a sum; empty when it is suppressed
 * @param denominator the whole; empty when there is none, or it is suppressed
 * @param value numerator by denominator, in the decimals of the unit; empty when the denominator is 0, and when it is
 *     suppressed
 * @param note what a reader has to know beside it, else empty
 * @param suppressed whether it was taken out because it is about too few people
 * @param cells the head counts that it gives away
 */
public record Figure(
        String group,
        Optional<Currency> currency,
        OptionalLong numerator,
        OptionalLong denominator,
        Optional<BigDecimal> value,
        String note,
        boolean suppressed,
        List<Long> cells) {
    /** Copies the cells. */
    public Figure {
        cells = List.copyOf(cells);
    }

    /** The code of the currency, else empty. */
    public String currencyCode() {
        return currency.map(Currency::getCurrencyCode).orElse("");
    }

    /** A count, or a sum. */
    static Figure plain(long value) {
        return new Figure(
                "",
                Optional.empty(),
                OptionalLong.of(value),
                OptionalLong.empty(),
                Optional.of(BigDecimal.valueOf(value)),
                "",
                false,
                List.of());
    }

    /** How many there are. */
    static Figure count(Crowd crowd) {
        return plain(crowd.count()).aboutPeople(LongStream.of(crowd.count(), crowd.gap()));
    }

    /** One by another, in the decimals of this unit. */
    static Figure quotient(long numerator, long denominator, Unit unit) {
        return new Figure(
                "",
                Optional.empty(),
                OptionalLong.of(numerator),
                OptionalLong.of(denominator),
                denominator == 0
                        ? Optional.empty()
                        : Optional.of(BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), unit.decimals(), RoundingMode.HALF_EVEN)),
                "",
                false,
                List.of());
    }

    /** A part of a crowd. */
    static Figure share(Crowd part, Crowd whole) {
        return quotient(part.count(), whole.count(), Unit.RATIO).aboutPeople(Crowd.cells(part, whole));
    }

    /** The same figure of this group. */
    Figure of(String name) {
        return new Figure(name, currency, numerator, denominator, value, note, suppressed, cells);
    }

    /** The same figure in this currency. */
    Figure in(Currency code) {
        return new Figure(group, Optional.of(code), numerator, denominator, value, note, suppressed, cells);
    }

    /** The same figure with this beside it. */
    Figure noting(String text) {
        String all = note.isEmpty() || text.isEmpty() ? note + text : note + "; " + text;
        return new Figure(group, currency, numerator, denominator, value, all, suppressed, cells);
    }

    /** The same figure, which gives these head counts away too. */
    Figure aboutPeople(LongStream counts) {
        return new Figure(
                group,
                currency,
                numerator,
                denominator,
                value,
                note,
                suppressed,
                LongStream.concat(cells.stream().mapToLong(Long::longValue), counts)
                        .boxed()
                        .toList());
    }

    /** The same figure without what it says. */
    Figure hidden() {
        return new Figure(
                group, currency, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), note, true, List.of());
    }
}
