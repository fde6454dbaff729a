package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.internal.value.Extras;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rules that hold for all ticket types of an event; whatever the reply does not say is empty.
 *
 * @param showRemaining whether buyers see how many places are left
 * @param showRegistrationButton whether the page has its button
 * @param showPrice whether buyers see prices
 * @param seating whether seats are assigned
 * @param limitCapacity whether the event as a whole is limited
 * @param eventCapacity the number of the limit, meaningful only with {@code limitCapacity}; see {@link #capacity()}
 * @param disclaimerRequired whether buyers confirm the disclaimer
 * @param disclaimerRefusable whether they may disagree with it
 * @param disclaimerEditable whether the organiser may edit it
 * @param disclaimer its text, or empty
 * @param extra every other field of the reply
 */
public record TicketRules(
        Optional<Boolean> showRemaining,
        Optional<Boolean> showRegistrationButton,
        Optional<Boolean> showPrice,
        Optional<Boolean> seating,
        Optional<Boolean> limitCapacity,
        OptionalLong eventCapacity,
        Optional<Boolean> disclaimerRequired,
        Optional<Boolean> disclaimerRefusable,
        Optional<Boolean> disclaimerEditable,
        String disclaimer,
        Map<String, Object> extra) {
    public TicketRules {
        extra = Extras.copy(extra);
    }

    /** How many people the event takes over all ticket types; empty when it is not limited. */
    public OptionalLong capacity() {
        return limitCapacity.orElse(false) ? eventCapacity : OptionalLong.empty();
    }
}
