package dev.membersync.eventops.config;

import dev.membersync.eventops.pricing.Mode;
import dev.membersync.memberships.Member;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A contact list of Accelevents that opens ticket types to members. No call fills one (accelevents-api.md), so a person
 * does, from a file.
 *
 * @param name its name at Accelevents
 * @param plans the plans of its members; empty for all
 * @param into the folder of the file; empty: no file, since it holds addresses
 * @param mode how far it may go: on {@link Mode#SHADOW} nothing is written, on {@link Mode#APPROVE} each list is accepted
 */
public record AllowList(String name, Set<String> plans, Optional<Path> into, Mode mode) {
    /** A list that lost more than this share of its people, and more than {@link #FEW} of them, needs a person. */
    public static final int SHRINK_PERCENT = 10;
    /** See {@link #SHRINK_PERCENT}. */
    public static final int FEW = 10;

    public AllowList {
        plans = Set.copyOf(plans);
    }

    /** Whether somebody with a current membership belongs on it. */
    public boolean has(Member member) {
        return plans.isEmpty() || member.planId().filter(plans::contains).isPresent();
    }

    /** Whether a list of so many people instead of so many needs a person. */
    public static boolean shrinks(long before, long now) {
        long gone = before - now;
        return gone > FEW && gone * 100 > before * SHRINK_PERCENT;
    }
}
