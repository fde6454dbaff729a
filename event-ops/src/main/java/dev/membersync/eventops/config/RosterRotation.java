package dev.membersync.eventops.config;

import dev.membersync.eventops.pricing.Memory;
import dev.membersync.memberships.Member;
import dev.membersync.sync.config.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Codes get a new word when the members of a plan are others: two rules take turns, and the one whose turn begins rotates
 * the code. What is remembered of the members is a keyed hash and whose turn it is.
 */
final class RosterRotation {
    private static final String EVEN = "even";
    private static final String ODD = "odd";

    private final Tenant tenant;
    private final PricingConfig config;
    private final List<Member> current;
    private final Memory memory;

    /**
     * @param current all current members
     * @param memory what the rules of the event remember
     */
    RosterRotation(Tenant tenant, PricingConfig config, List<Member> current, Memory memory) {
        this.memory = memory;
        this.tenant = tenant;
        this.config = config;
        this.current = current;
    }

    /** Both rules of each code. Whose turn it is is kept before it counts, so that a crash leads to the same rules. */
    List<Map<String, Object>> rules() {
        return config.rotating().stream()
                .flatMap(rotating -> {
                    String turn = turn(rotating);
                    return List.of(EVEN, ODD).stream().map(name -> rule(rotating, name, turn.equals(name)));
                })
                .toList();
    }

    private static Map<String, Object> rule(PricingConfig.Rotating rotating, String name, boolean turn) {
        Map<String, Object> rule = new LinkedHashMap<>(rotating.parts());
        rule.put("id", rotating.rule() + "-" + name);
        rule.put("when", turn ? "always" : Map.of("not", "always"));
        rule.put("stability", Map.of("minDwell", "0s"));
        return rule;
    }

    /** A turn that no evaluation has seen yet is kept: to give it back would lose the change that it stands for. */
    private String turn(PricingConfig.Rotating rotating) {
        String name = "roster " + String.join(" ", PricingOffice.name(config), config.id(), rotating.plan());
        String now = tenant.seal("roster", ids(rotating.plan()).getBytes(StandardCharsets.UTF_8));
        String[] before = tenant.remembered(name).orElse(now + " " + EVEN).split(" ", 2);
        boolean passes = !before[0].equals(now) && memory.isActive(rotating.rule() + "-" + before[1]);
        String turn = !passes ? before[1] : before[1].equals(EVEN) ? ODD : EVEN;
        tenant.remember(name, now + " " + turn);
        return turn;
    }

    private String ids(String plan) {
        return current.stream()
                .filter(member -> member.planId().filter(plan::equals).isPresent())
                .map(Member::userId)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
