package dev.membersync.eventops.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Facts that neither service shows: only the organiser has them. What is not given is empty, and figures that need it are
 * not available; an empty list says that there were none.
 *
 * @param disputes disputes of card payments
 * @param invites who was invited
 * @param offers places that were offered to people who waited
 * @param prices what tickets cost without a membership
 * @param renewals memberships that fell due
 * @param codeUses uses of discount codes
 * @param renewalGrace how long after it fell due a renewal still counts; 30 days unless said otherwise
 */
public record OwnFacts(
        Optional<List<Dispute>> disputes,
        Optional<List<Invite>> invites,
        Optional<List<Offer>> offers,
        Optional<List<StandardPrice>> prices,
        Optional<List<Renewal>> renewals,
        Optional<List<CodeUse>> codeUses,
        Duration renewalGrace) {
    private static final OwnFacts NONE = new OwnFacts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofDays(30));

    /** Copies the lists. */
    public OwnFacts {
        disputes = disputes.map(List::copyOf);
        invites = invites.map(List::copyOf);
        offers = offers.map(List::copyOf);
        prices = prices.map(List::copyOf);
        renewals = renewals.map(List::copyOf);
        codeUses = codeUses.map(List::copyOf);
    }

    /**
     * A dispute of a card payment; one about several tickets is a fact for each of them, with its part.
     *
     * @param id the dispute
     * @param registration the ticket
     * @param currency its currency
     * @param minor the disputed amount in minor units
     * @param lost whether it was lost
     */
    public record Dispute(String id, String registration, Currency currency, long minor, boolean lost) {}

    /**
     * An invitation.
     *
     * @param person who was invited, a keyed pseudonym
     * @param opened whether it was opened
     */
    public record Invite(String person, boolean opened) {}

    /**
     * A place that was offered to somebody who waited.
     *
     * @param person to whom, a keyed pseudonym
     * @param offered when
     * @param accepted when it was accepted
     */
    public record Offer(String person, Instant offered, Optional<Instant> accepted) {}

    /**
     * What a ticket cost without a membership from a moment on.
     *
     * @param ticketClass the name of the ticket type, as registrations name it
     * @param from from when on
     * @param currency the currency
     * @param minor the price in minor units
     */
    public record StandardPrice(String ticketClass, Instant from, Currency currency, long minor) {}

    /**
     * A membership that fell due.
     *
     * @param person the member, a keyed pseudonym
     * @param due when it fell due
     * @param renewed when it was renewed
     * @param attempted whether a payment was attempted
     * @param failed whether the first attempt failed; renewed all the same, it was recovered
     */
    public record Renewal(
            String person, LocalDate due, Optional<LocalDate> renewed, boolean attempted, boolean failed) {}

    /**
     * One use of a discount code.
     *
     * @param code the code
     * @param currency the currency
     * @param revenue what the order brought, in minor units
     * @param discount what the code took off, in minor units
     */
    public record CodeUse(String code, Currency currency, long revenue, long discount) {}

    /** Nothing. */
    public static OwnFacts none() {
        return NONE;
    }

    /** These, with disputes. */
    public OwnFacts withDisputes(List<Dispute> facts) {
        return new OwnFacts(Optional.of(facts), invites, offers, prices, renewals, codeUses, renewalGrace);
    }

    /** These, with invitations. */
    public OwnFacts withInvites(List<Invite> facts) {
        return new OwnFacts(disputes, Optional.of(facts), offers, prices, renewals, codeUses, renewalGrace);
    }

    /** These, with offers to people who waited. */
    public OwnFacts withOffers(List<Offer> facts) {
        return new OwnFacts(disputes, invites, Optional.of(facts), prices, renewals, codeUses, renewalGrace);
    }

    /** These, with prices. */
    public OwnFacts withPrices(List<StandardPrice> facts) {
        return new OwnFacts(disputes, invites, offers, Optional.of(facts), renewals, codeUses, renewalGrace);
    }

    /** These, with renewals that count until the grace is over. */
    public OwnFacts withRenewals(List<Renewal> facts, Duration grace) {
        return new OwnFacts(disputes, invites, offers, prices, Optional.of(facts), codeUses, grace);
    }

    /** These, with uses of discount codes. */
    public OwnFacts withCodeUses(List<CodeUse> facts) {
        return new OwnFacts(disputes, invites, offers, prices, renewals, Optional.of(facts), renewalGrace);
    }
}
