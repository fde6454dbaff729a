package dev.membersync.memberships.contact;

import java.util.List;

/**
 * Who follows a contact after a change.
 *
 * @param followers all followers, by user id. Unmodifiable
 * @param changed   those who were added or removed by it. Unmodifiable
 */
public record Followers(List<String> followers, List<String> changed) {

    /** Copies the lists. */
    public Followers {
        followers = List.copyOf(followers);
        changed = List.copyOf(changed);
    }
}
