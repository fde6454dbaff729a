package dev.membersync.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The records of one kind that {@link FakeMemberships} holds on HIGHLEVEL, edited and inspected by tests. Edits here never show in the write log, but webhooks tell of them.
 * Thread-safe.
 */
public final class FakeRecords {
    private final Switchboard board;
    private final HighLevelState state;
    private final RecordKind kind;

    FakeRecords(Switchboard board, HighLevelState state, RecordKind kind) {
        this.board = board;
        this.state = state;
        this.kind = kind;
    }

    /** Adds a record with a new id; values that are not given have the defaults of the kind. */
    public FakeRecord add(Map<String, ?> values) {
        return board.locked(() -> state.create(kind, values));
    }

    /** Adds a record with an id of the test's choice, or replaces the one that has it. */
    public FakeRecord put(String id, Map<String, ?> values) {
        return board.locked(() ->
                state.shelf(kind).put(new FakeRecord(id, RecordDefaults.of(kind, state)).withAll(values), state.now()));
    }

    /** Changes a record. Throws {@link IllegalArgumentException} when there is none. */
    public FakeRecord edit(String id, UnaryOperator<FakeRecord> edit) {
        return board.locked(() -> {
            FakeRecord before = state.shelf(kind)
                    .find(id)
                    .orElseThrow(() -> new IllegalArgumentException("no " + kind.label() + " " + id));
            return state.update(kind, new FakeRecord(id, edit.apply(before).values()));
        });
    }

    /** Deletes a record, if it is there. */
    public void delete(String id) {
        board.locked(() -> {
            state.remove(kind, id);
            return true;
        });
    }

    /** One record. */
    public Optional<FakeRecord> find(String id) {
        return board.locked(() -> state.shelf(kind).find(id));
    }

    /** All records, in the order they were added. */
    public List<FakeRecord> all() {
        return board.locked(() -> state.shelf(kind).all());
    }

    /** How many records there are. */
    public int count() {
        return all().size();
    }
}
