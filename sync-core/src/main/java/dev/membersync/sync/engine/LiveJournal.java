package dev.membersync.sync.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts what one workflow does while it runs live, passes it on, and tells of every page of a full list. Thread-safe. */
final class LiveJournal extends PassingJournal {
    private final BiConsumer<String, Integer> pages;
    private final Map<Operation.Kind, LongAdder> done = new ConcurrentHashMap<>();
    private final LongAdder found = new LongAdder();
    private final LongAdder buried = new LongAdder();

    LiveJournal(Journal next, BiConsumer<String, Integer> pages) {
        super(next);
        this.pages = pages;
    }

    /** How many operations of each kind were made. */
    Map<Operation.Kind, Long> done() {
        Map<Operation.Kind, Long> counts = new EnumMap<>(Operation.Kind.class);
        done.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    /** How many changes no news had told of. */
    long found() {
        return found.sum();
    }

    /** How many members were given up. */
    long buried() {
        return buried.sum();
    }

    @Override
    public void page(String side, int number, int rows) {
        super.page(side, number, rows);
        pages.accept(side, number);
    }

    @Override
    public void done(Operation operation) {
        done.computeIfAbsent(operation.kind(), kind -> new LongAdder()).increment();
        super.done(operation);
    }

    @Override
    public void found(long members) {
        found.add(members);
        super.found(members);
    }

    @Override
    public void buried(String userId, String reason) {
        buried.increment();
        super.buried(userId, reason);
    }
}
