package dev.membersync.eventops.pricing;

/** How far a rule may go by itself; the constants stand in order of trust. */
public enum Mode {
    /** The rule is not looked at. */
    OFF,
    /** What the rule would change is shown beside the plan and has no effect on it. */
    SHADOW,
    /** Its changes wait until a person accepts the plan by its hash. */
    APPROVE,
    /** Its changes are made at once, within bounds and approvals. */
    AUTO
}
