package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.value.Extras;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A discount code to be made, or what an existing one shall become; the vendor's rules are checked here, before anything is sent.
 *
 * @param code the word buyers type: letters and digits only (DOC)
 * @param type whether the amount is a percentage or a sum
 * @param amount per cent up to 100 (4060414), or a sum in major units of the event's currency; never negative
 * @param starts first moment, in the event's time zone (INFER)
 * @param ends last moment, not before the first, likewise
 * @param ticketTypes the ticket types it is for; empty for all
 * @param uses most uses; 0, the default, for no limit
 * @param usesPerBuyer most uses of one buyer; empty leaves it to the vendor. Written under its name in the list, {@code maximumUseOfCouponPerUser} (INFER)
 * @param scope whether it is taken off each ticket or off the order; empty leaves it to the vendor. Written under its name in the list, {@code applicableTo} (INFER)
 * @param extra fields the vendor may want besides, such as {@code recurringRelativeStartTime} (4060444)
 */
public record NewDiscountCode(
        String code,
        DiscountType type,
        BigDecimal amount,
        LocalDateTime starts,
        LocalDateTime ends,
        List<TicketTypeId> ticketTypes,
        long uses,
        OptionalLong usesPerBuyer,
        Optional<DiscountScope> scope,
        Map<String, @Nullable Object> extra) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Refuses what the vendor would refuse: {@link IllegalArgumentException}. */
    public NewDiscountCode {
        check(code.matches("[\\p{L}\\p{N}]+"), "a discount code is one word of letters and digits");
        check(amount.signum() >= 0, "the amount of a discount is not negative");
        check(
                !type.equals(DiscountType.PERCENTAGE) || amount.compareTo(WHOLE) <= 0,
                "a discount is at most 100 per cent");
        check(!ends.isBefore(starts), "a discount code ends before it starts");
        check(uses >= 0 && usesPerBuyer.orElse(0) >= 0, "uses are not negative; 0 means no limit");
        ticketTypes = List.copyOf(ticketTypes);
        extra = Extras.copy(extra);
    }

    /** A code for all ticket types, without limits of use. */
    public static NewDiscountCode of(
            String code, DiscountType type, BigDecimal amount, LocalDateTime starts, LocalDateTime ends) {
        return new NewDiscountCode(
                code, type, amount, starts, ends, List.of(), 0, OptionalLong.empty(), Optional.empty(), Map.of());
    }

    /** The same code with another type and amount. */
    public NewDiscountCode withAmount(DiscountType kind, BigDecimal value) {
        return new NewDiscountCode(code, kind, value, starts, ends, ticketTypes, uses, usesPerBuyer, scope, extra);
    }

    /** The same code for another time. */
    public NewDiscountCode withTimes(LocalDateTime first, LocalDateTime last) {
        return new NewDiscountCode(code, type, amount, first, last, ticketTypes, uses, usesPerBuyer, scope, extra);
    }

    /** The same code for these ticket types only; none means all. */
    public NewDiscountCode withTicketTypes(List<TicketTypeId> only) {
        return new NewDiscountCode(code, type, amount, starts, ends, only, uses, usesPerBuyer, scope, extra);
    }

    /** The same code with a limit of uses; 0 for none. Below the uses so far the vendor refuses it (4060413). */
    public NewDiscountCode withUses(long most) {
        return new NewDiscountCode(code, type, amount, starts, ends, ticketTypes, most, usesPerBuyer, scope, extra);
    }

    /** The same code with a limit of uses by one buyer. */
    public NewDiscountCode withUsesPerBuyer(long most) {
        return new NewDiscountCode(
                code, type, amount, starts, ends, ticketTypes, uses, OptionalLong.of(most), scope, extra);
    }

    /** The same code, taken off each ticket or off the order. */
    public NewDiscountCode withScope(DiscountScope applicableTo) {
        return new NewDiscountCode(
                code, type, amount, starts, ends, ticketTypes, uses, usesPerBuyer, Optional.of(applicableTo), extra);
    }

    /** The same code with one more field, sent as it is. */
    public NewDiscountCode with(String field, @Nullable Object value) {
        var more = new LinkedHashMap<>(extra);
        more.put(field, value);
        return new NewDiscountCode(code, type, amount, starts, ends, ticketTypes, uses, usesPerBuyer, scope, more);
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
