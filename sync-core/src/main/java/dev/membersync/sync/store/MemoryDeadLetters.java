package dev.membersync.sync.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters in memory. */
final class MemoryDeadLetters implements DeadLetters {
    private final MemoryRows rows;

    MemoryDeadLetters(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void put(DeadLetter letter) {
        rows.deadLetters.put(
                letter.userId(),
                new DeadLetter(
                        letter.userId(), letter.kind(), letter.why(), letter.attempts(), Micros.kept(letter.at())));
    }

    @Override
    public void remove(String userId) {
        rows.deadLetters.remove(userId);
    }

    @Override
    public Map<String, DeadLetter> find(Collection<String> userIds) {
        Map<String, DeadLetter> found = new LinkedHashMap<>();
        userIds.forEach(userId -> rows.deadLetters.find(userId).ifPresent(letter -> found.put(userId, letter)));
        return found;
    }

    @Override
    public List<DeadLetter> page(String afterUserId, int limit) {
        return rows.deadLetters
                .after(afterUserId)
                .filter(MemoryDeadLetters::isWaiting)
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return rows.deadLetters.rows().stream()
                .filter(MemoryDeadLetters::isWaiting)
                .count();
    }

    private static boolean isWaiting(DeadLetter letter) {
        return !letter.kind().equals(DeadLetter.DROPPED);
    }
}
