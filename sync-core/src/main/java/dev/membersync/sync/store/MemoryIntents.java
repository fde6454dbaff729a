package dev.membersync.sync.store;

import java.util.List;
import java.util.Optional;

/** Creates under way, in memory. */
final class MemoryIntents implements Intents {
    private final MemoryRows rows;

    MemoryIntents(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Opened open(Intent intent) {
        if (find(intent.userId()).isPresent()) {
            return Opened.MEMBER_BUSY;
        }
        if (isKeyBusy(intent)) {
            return Opened.KEY_BUSY;
        }
        put(intent);
        return Opened.OK;
    }

    @Override
    public Optional<Intent> find(String userId) {
        return rows.intents.find(userId);
    }

    @Override
    public void replace(Intent intent) {
        if (find(intent.userId()).isEmpty()) {
            throw rows.journal.refuse(Refusals.intentIsGone(intent));
        }
        if (isKeyBusy(intent)) {
            throw rows.journal.refuse(Refusals.keyIsBusy(intent));
        }
        put(intent);
    }

    private boolean isKeyBusy(Intent intent) {
        return intent.openMatchKey().isPresent()
                && rows.intentsByKey.keys(intent.openMatchKey().getAsLong()).stream()
                        .anyMatch(owner -> !owner.equals(intent.userId()));
    }

    private void put(Intent intent) {
        Intent kept = new Intent(
                intent.userId(),
                intent.openMatchKey(),
                intent.step(),
                intent.orderId(),
                intent.ticketTypeId(),
                intent.sentAt().map(Micros::kept),
                intent.probeAt().map(Micros::kept),
                intent.attempt(),
                intent.sent());
        rows.intents.put(kept.userId(), kept);
    }

    @Override
    public void remove(String userId) {
        rows.intents.remove(userId);
    }

    @Override
    public List<Intent> page(String afterUserId, int limit) {
        return rows.intents.after(afterUserId).limit(limit).toList();
    }

    @Override
    public long count() {
        return rows.intents.size();
    }
}
