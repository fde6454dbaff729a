package dev.membersync.eventops.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Figures as people read them. */
final class Shown {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Shown() {}

    static String value(Kpi kpi, Figure figure) {
        if (figure.suppressed()) {
            return "hidden";
        }
        return figure.value()
                .map(value -> switch (kpi.unit()) {
                    case COUNT -> number(value, 0);
                    case RATIO -> percent(value);
                    case MINOR_UNITS ->
                        figure.currency()
                                .map(currency -> money(value, currency))
                                .orElse(number(value, 0));
                    case SECONDS -> duration(value.longValue());
                })
                .orElse("\u2013");
    }

    /** Part of whole, where both are people. */
    static String parts(Kpi kpi, Figure figure) {
        if (figure.numerator().isEmpty() || figure.denominator().isEmpty()) {
            return "";
        }
        boolean money = figure.currency().isPresent();
        boolean perHead = money && kpi.unit() == Unit.MINOR_UNITS;
        String part = amount(figure, figure.numerator().getAsLong(), money);
        String whole = amount(figure, figure.denominator().getAsLong(), money && !perHead);
        return perHead ? part + " / " + whole : part + (money ? " of " : "\u00a0of\u00a0") + whole;
    }

    private static String amount(Figure figure, long number, boolean money) {
        BigDecimal value = BigDecimal.valueOf(number);
        return money ? money(value, figure.currency().orElseThrow()) : number(value, 0);
    }

    static String percent(BigDecimal ratio) {
        return number(ratio.movePointRight(2), 1) + "%";
    }

    static String money(BigDecimal minor, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return currency.getCurrencyCode() + "\u00a0" + number(minor.movePointLeft(digits), digits);
    }

    static String number(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value).replace("-", "\u2212");
    }

    static String duration(long seconds) {
        Duration time = Duration.ofSeconds(Math.abs(seconds));
        String sign = seconds < 0 ? "\u2212" : "";
        if (time.toDays() > 1) {
            return sign + time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return sign + time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return sign + (time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s");
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
