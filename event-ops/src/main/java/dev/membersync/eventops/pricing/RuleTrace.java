package dev.membersync.eventops.pricing;

/**
 * What became of a rule in an evaluation.
 *
 * @param rule as {@code id@version}
 * @param state how it stands
 * @param why for people: the comparisons with their values, the inputs that are not known, or why it does not count
 */
public record RuleTrace(String rule, State state, String why) {
    /** How a rule stands. */
    public enum State {
        /** Its condition holds, and its effects count. */
        ACTIVE,
        /** Its condition does not hold. */
        INACTIVE,
        /** An input is not known: nothing that depends on it is done. */
        UNKNOWN,
        /** Another rule of its group comes first. */
        YIELDS,
        /** It is off, or is about another event, channel or currency. */
        NOT_HERE
    }
}
