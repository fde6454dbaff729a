package dev.membersync.eventops.pricing;

/** How a change of a plan gets done. */
public enum Route {
    /** The engine makes it. */
    AUTO,
    /** The engine makes it after a person accepted the plan. */
    APPROVE,
    /** The engine only tells it; a person makes it by hand. */
    PROPOSE
}
