package dev.membersync.eventops.pricing;

/** Two runs of one event at the same time: this one stops and leaves the rest to the other. */
public final class PricingConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PricingConflictException(String what) {
        super("another run of the pricing rules changed " + what + " meanwhile; run again when it has ended");
    }
}
