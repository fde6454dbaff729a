package dev.membersync.sync.intake;

import java.util.Set;

/**
 * What was heard at a door where nobody runs live: the marks are in the store already, and whoever runs live there, in this
 * process or another, is told to look at once. Immutable; holds no personal data.
 *
 * @param members userIds whose tickets are to be read again
 * @param tickets whether the orders are to be asked for what changed
 */
public record Heard(Set<String> members, boolean tickets) {
    public Heard {
        members = Set.copyOf(members);
    }
}
