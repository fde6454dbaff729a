package dev.membersync.eventops.analytics;

import java.util.function.Predicate;

/** What a figure may need; one that is not there is named, never estimated. */
public enum Input {
    /** Members. */
    MEMBERS(
            "members with status and plan",
            Source.MEMBERS,
            facts -> facts.data().members().isPresent()),
    /** When members joined. */
    JOIN_DATES(
            "the dates at which members joined",
            Source.MEMBERS,
            facts -> facts.members().values().stream()
                    .anyMatch(one -> one.joined().isPresent())),
    /** Registrations. */
    REGISTRATIONS("registrations", Source.REGISTRATIONS, facts -> true),
    /** When registrations were made. */
    CREATED(
            "the time at which each registration was made",
            Source.REGISTRATIONS,
            facts -> facts.valid().stream().allMatch(one -> one.created().isPresent())),
    /** Money of registrations. */
    AMOUNTS(
            "what was charged and refunded for each registration",
            Source.REGISTRATIONS,
            facts -> facts.live().stream().allMatch(one -> one.amounts().isPresent())),
    /** Fees. */
    FEES(
            "the processor and platform fees of each registration",
            Source.REGISTRATIONS,
            facts -> facts.live().stream()
                    .allMatch(one -> one.amounts()
                            .filter(money -> money.fee().isPresent())
                            .isPresent())),
    /** Cards. */
    CARD(
            "which orders were paid by card",
            Source.REGISTRATIONS,
            facts -> facts.live().stream().allMatch(one -> one.card().isPresent())),
    /** Who came. */
    CHECK_INS(
            "who was checked in",
            Source.SCANS,
            facts -> facts.data().scans().isPresent()
                    || facts.valid().stream().allMatch(one -> one.checkedIn().isPresent())),
    /** Scans. */
    SCANS(
            "scans with device, time and outcome",
            Source.SCANS,
            facts -> facts.data().scans().isPresent()),
    /** Places. */
    CAPACITY(
            "the capacity of the event",
            Source.EVENT,
            facts -> facts.data().event().capacity().isPresent()),
    /** When it starts. */
    EVENT_START(
            "the start of the event",
            Source.EVENT,
            facts -> facts.data().event().starts().isPresent()),
    /** That it is over. */
    EVENT_OVER("that the event is over", Source.EVENT, Facts::isOver),
    /** That it is not over. */
    EVENT_NOT_OVER("that the event is not over", Source.EVENT, facts -> !facts.isOver()),
    /** When the doors are open. */
    ADMISSION_WINDOW(
            "the admission window",
            Source.OWN,
            facts -> facts.data().event().admission().isPresent()),
    /** Who came before. */
    EDITIONS(
            "who attended earlier editions",
            Source.EDITIONS,
            facts -> facts.previous().isPresent()),
    /** When people booked before. */
    EARLIER_BOOKINGS(
            "the booking times of the previous edition",
            Source.EDITIONS,
            facts -> facts.previous().filter(one -> !one.booked().isEmpty()).isPresent()),
    /** Disputes. */
    DISPUTES("disputes", Source.OWN, facts -> facts.own().disputes().isPresent()),
    /** Invitations. */
    INVITES("invitations", Source.OWN, facts -> facts.own().invites().isPresent()),
    /** Offers. */
    OFFERS(
            "offers to people who waited",
            Source.OWN,
            facts -> facts.own().offers().isPresent()),
    /** Prices. */
    PRICES(
            "the standard price of each member ticket when it was bought",
            Source.OWN,
            facts -> facts.own().prices().isPresent() && facts.hasAllStandardPrices()),
    /** Renewals. */
    RENEWALS(
            "memberships that fell due and their renewals",
            Source.OWN,
            facts -> facts.own().renewals().isPresent()),
    /** Codes. */
    CODE_USES(
            "uses of discount codes",
            Source.OWN,
            facts -> facts.own().codeUses().isPresent()),
    /** Ledger. */
    LEDGER(
            "the ledger of the synchronisation",
            Source.LEDGER,
            facts -> facts.data().ledger().isPresent()),
    /** Lags. */
    CHANGE_TIMES(
            "when each change was made at its source and applied",
            Source.JOURNAL,
            facts -> facts.data().lags().isPresent());

    private final String description;
    private final Source source;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Predicate<Facts> there;

    Input(String description, Source source, Predicate<Facts> there) {
        this.description = description;
        this.source = source;
        this.there = there;
    }

    /** What it is, for people. */
    public String description() {
        return description;
    }

    /** Where it comes from. */
    public Source source() {
        return source;
    }

    boolean isIn(Facts facts) {
        return there.test(facts);
    }
}
