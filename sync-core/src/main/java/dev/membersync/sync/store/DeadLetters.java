package dev.membersync.sync.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Work that was given up. */
public interface DeadLetters {
    /** Adds or replaces the letter of a member. */
    void put(DeadLetter letter);

    /** Removes the letter of a member, if there is one. */
    void remove(String userId);

    /** The letters of these members, by userId. */
    Map<String, DeadLetter> find(Collection<String> userIds);

    /** Letters by userId, without those that were dropped. */
    List<DeadLetter> page(String afterUserId, int limit);

    /** How many there are, without those that were dropped. */
    long count();
}
