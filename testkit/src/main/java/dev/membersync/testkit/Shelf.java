package dev.membersync.testkit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one kind, in the order they were added, with the way back to how they were a while ago. Guarded by the switchboard. */
final class Shelf {
    /** Hears of every change; of a creation there is no before, of a deletion no after. */
    @FunctionalInterface
    interface Listener {
        void changed(RecordKind kind, @Nullable FakeRecord before, @Nullable FakeRecord after, Instant at);
    }

    private record Undo(Instant at, String id, @Nullable FakeRecord before) {}

    private final RecordKind kind;
    private final HighLevelSwitches switches;
    private final Listener listener;
    private final Map<String, FakeRecord> records = new LinkedHashMap<>();
    private final Map<String, Integer> repeats = new LinkedHashMap<>();
    private final Deque<Undo> undos = new ArrayDeque<>();
    private long version;

    Shelf(RecordKind kind, HighLevelSwitches switches, Listener listener) {
        this.kind = kind;
        this.switches = switches;
        this.listener = listener;
    }

    RecordKind kind() {
        return kind;
    }

    /** Grows with every change. */
    long version() {
        return version;
    }

    Optional<FakeRecord> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    List<FakeRecord> all() {
        return List.copyOf(records.values());
    }

    /** The records whose value is the text. */
    List<FakeRecord> where(String name, String text) {
        return records.values().stream()
                .filter(record -> record.text(name).filter(text::equals).isPresent())
                .toList();
    }

    FakeRecord put(FakeRecord after, Instant now) {
        FakeRecord before = records.put(after.id(), after);
        changed(after.id(), before, after, now);
        return after;
    }

    void remove(String id, Instant now) {
        FakeRecord before = records.remove(id);
        if (before != null) {
            repeats.remove(id);
            changed(id, before, null, now);
        }
    }

    void repeat(String id) {
        version++;
        repeats.merge(id, 1, Integer::sum);
    }

    /** How often lists show a record. */
    int rows(String id) {
        return 1 + repeats.getOrDefault(id, 0);
    }

    private void changed(String id, @Nullable FakeRecord before, @Nullable FakeRecord after, Instant now) {
        version++;
        if (!switches.searchLag().isZero()) {
            undos.addLast(new Undo(now, id, before));
        }
        listener.changed(kind, before, after, now);
    }

    /** Whether {@link #lagging} would differ from {@link #all}. */
    boolean behind(Instant now) {
        Instant seen = now.minus(switches.searchLag());
        while (!undos.isEmpty() && !undos.getFirst().at().isAfter(seen)) {
            undos.removeFirst();
        }
        return !undos.isEmpty();
    }

    /** The records as a lagging index has them: without the changes of the last while. */
    List<FakeRecord> lagging(Instant now) {
        if (!behind(now)) {
            return all();
        }
        Map<String, FakeRecord> seen = new LinkedHashMap<>(records);
        for (Iterator<Undo> back = undos.descendingIterator(); back.hasNext(); ) {
            Undo undo = back.next();
            if (undo.before() == null) {
                seen.remove(undo.id());
            } else {
                seen.put(undo.id(), undo.before());
            }
        }
        return new ArrayList<>(seen.values());
    }
}
