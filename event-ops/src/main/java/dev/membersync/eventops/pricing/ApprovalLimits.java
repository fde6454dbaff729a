package dev.membersync.eventops.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From where on a person has to accept the plan, whatever the mode says.
 *
 * @param abovePercent a price that moves by more than this share of the price before
 * @param aboveSeats a change of more places than this
 */
public record ApprovalLimits(Optional<BigDecimal> abovePercent, OptionalLong aboveSeats) {
    /** No limits. */
    public static ApprovalLimits none() {
        return new ApprovalLimits(Optional.empty(), OptionalLong.empty());
    }
}
