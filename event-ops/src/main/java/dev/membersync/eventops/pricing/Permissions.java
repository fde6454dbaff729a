package dev.membersync.eventops.pricing;

import java.util.Set;

/**
 * What the engine may do by itself, whatever rules say.
 *
 * @param experimental whether the document of ticket types may be written at all; without it prices, places and sale are proposals to a person
 * @param auto the experimental calls that a rule on {@link Mode#AUTO} may make without a person
 */
public record Permissions(boolean experimental, Set<Experiment> auto) {
    public Permissions {
        auto = Set.copyOf(auto);
    }

    /** Discount codes, coupons, tags and notices only. */
    public static Permissions standard() {
        return new Permissions(false, Set.of());
    }

    /** Everything, after a person accepted it; what is named, by itself. */
    public static Permissions withExperiments(Experiment... auto) {
        return new Permissions(true, Set.of(auto));
    }
}
