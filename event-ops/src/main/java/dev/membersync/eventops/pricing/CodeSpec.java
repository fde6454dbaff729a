package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a code gives. Its word is drawn when it is made: letters and digits only (Accelevents article 869733), the prefix
 * first.
 *
 * @param kind whether it lowers a price or opens hidden classes
 * @param percent per cent off, above 0 and at most 100
 * @param amount a sum off, above 0, of the rule's currency
 * @param starts first moment, a local time of the event
 * @param ends last moment, likewise; for an access code neither is sent, since no page shows how
 * @param uses most uses, 0 for no limit; a checkout that is open holds one (DOC)
 * @param usesPerBuyer most uses of one buyer e-mail, 0 for no limit; only told at the end of checkout, and an alias passes it (DOC)
 * @param prefix the beginning of its word: letters and digits, at most 10, may be empty
 */
public record CodeSpec(
        CodeKind kind,
        Optional<BigDecimal> percent,
        Optional<Money> amount,
        LocalDateTime starts,
        LocalDateTime ends,
        long uses,
        long usesPerBuyer,
        String prefix) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Refuses what the vendor would refuse. */
    public CodeSpec {
        Checks.check(
                kind == CodeKind.ACCESS || percent.isPresent() != amount.isPresent(),
                "a discount code takes off per cent or an amount, one of them");
        Checks.check(
                kind == CodeKind.DISCOUNT || (percent.isEmpty() && amount.isEmpty()),
                "an access code opens classes and takes nothing off");
        Checks.check(
                percent.map(value -> value.signum() > 0 && value.compareTo(WHOLE) <= 0)
                        .orElse(true),
                "a code takes off more than 0 and at most 100 per cent");
        Checks.check(amount.map(value -> value.signum() > 0).orElse(true), "a code takes off more than nothing");
        Checks.check(starts.isBefore(ends), "a code ends before it starts");
        Checks.check(uses >= 0 && usesPerBuyer >= 0, "uses are not negative; 0 means no limit");
        Checks.check(prefix.matches("[A-Za-z0-9]{0,10}"), "the prefix of a code is at most 10 letters and digits");
    }

    /** So many per cent off, for any number of uses. */
    public static CodeSpec percent(String percent, LocalDateTime starts, LocalDateTime ends) {
        return new CodeSpec(
                CodeKind.DISCOUNT, Optional.of(new BigDecimal(percent)), Optional.empty(), starts, ends, 0, 0, "");
    }

    /** The same, with a prefix. */
    public CodeSpec withPrefix(String word) {
        return new CodeSpec(kind, percent, amount, starts, ends, uses, usesPerBuyer, word);
    }

    /** The same, with limits of use. */
    public CodeSpec withUses(long most, long perBuyer) {
        return new CodeSpec(kind, percent, amount, starts, ends, most, perBuyer, prefix);
    }
}
