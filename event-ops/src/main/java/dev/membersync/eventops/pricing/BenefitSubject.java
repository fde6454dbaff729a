package dev.membersync.eventops.pricing;

/** Whose membership a rule reads; vendors disagree, so each rule says it. */
public enum BenefitSubject {
    /** The person who will use the ticket. */
    HOLDER,
    /** The person who pays. */
    BUYER,
    /** The organisation that the holder belongs to. */
    ORGANISATION
}
