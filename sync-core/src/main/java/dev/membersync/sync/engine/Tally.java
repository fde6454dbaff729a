package dev.membersync.sync.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what happens, and keeps the reasons by their number; thread-safe. */
public final class Tally extends PassingJournal {
    private static final int MOST_NAMED = 20;

    private final Map<Operation.Kind, Long> done = new EnumMap<>(Operation.Kind.class);
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> waiting = new TreeMap<>();
    private final Map<String, Long> parked = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long held;
    private long unchanged;
    private long failed;
    private long buried;

    /** A tally that passes everything on. */
    public Tally(Journal next) {
        super(next);
    }

    /** How many operations of this kind were made. */
    public synchronized long done(Operation.Kind kind) {
        return done.getOrDefault(kind, 0L);
    }

    /** How many members are as agreed. */
    public synchronized long unchanged() {
        return unchanged;
    }

    /** How many members were left alone, by reason. */
    public synchronized Map<String, Long> skipped() {
        return Map.copyOf(skipped);
    }

    /** How many members wait for a place, by ticket type id. */
    public synchronized Map<String, Long> parked() {
        return Map.copyOf(parked);
    }

    /** How many members wait, or have a field that waits. */
    public synchronized long held() {
        return held;
    }

    /** How many members wait, or have a field that waits, by reason. */
    public synchronized Map<String, Long> waiting() {
        return Map.copyOf(waiting);
    }

    /** How many members failed and stay in the queue. */
    public synchronized long failed() {
        return failed;
    }

    /** How many members were given up. */
    public synchronized long buried() {
        return buried;
    }

    /** The first failures, for people. */
    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public synchronized void done(Operation operation) {
        done.merge(operation.kind(), 1L, Long::sum);
        super.done(operation);
    }

    @Override
    public synchronized void skipped(String userId, String reason) {
        skipped.merge(reason, 1L, Long::sum);
        super.skipped(userId, reason);
    }

    @Override
    public synchronized void unchanged(long members) {
        unchanged += members;
        super.unchanged(members);
    }

    @Override
    public synchronized void held(String userId, List<String> reasons) {
        held++;
        reasons.forEach(reason -> waiting.merge(reason, 1L, Long::sum));
        super.held(userId, reasons);
    }

    @Override
    public synchronized void parked(String userId, String ticketTypeId) {
        parked.merge(ticketTypeId, 1L, Long::sum);
        super.parked(userId, ticketTypeId);
    }

    @Override
    public synchronized void failed(String userId, String reason) {
        failed++;
        name(userId, reason);
        super.failed(userId, reason);
    }

    @Override
    public synchronized void buried(String userId, String reason) {
        buried++;
        name(userId, reason);
        super.buried(userId, reason);
    }

    private void name(String userId, String reason) {
        if (problems.size() < MOST_NAMED) {
            problems.add(userId + ": " + reason);
        }
    }
}
