package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The speakers and sessions of one event of {@link FakeAccelevents}, edited and inspected by tests. Fields have the vendor's names. Edits here never show in the write log.
 * Thread-safe.
 */
public final class FakeProgramme {
    private final Switchboard board;
    private final AcceleventsState state;
    private final EventState event;

    FakeProgramme(Switchboard board, AcceleventsState state, EventState event) {
        this.board = board;
        this.state = state;
        this.event = event;
    }

    /** Adds a speaker and answers his id. */
    public long addSpeaker(String firstName, String lastName, String email) {
        return board.locked(() -> add(
                event.programme().speakers(),
                Json.map("firstName", firstName, "lastName", lastName, "email", email, "loggedInAtVEH", false)));
    }

    /** Adds a visible session and answers its id; times are {@code yyyy/MM/dd HH:mm} in the zone of the event. */
    public long addSession(String title, String startTime, String endTime) {
        return board.locked(() -> add(
                event.programme().sessions(),
                Json.map(
                        "title",
                        title,
                        "startTime",
                        startTime,
                        "endTime",
                        endTime,
                        "format",
                        "BREAKOUT_SESSION",
                        "status",
                        "VISIBLE",
                        "ticketTypesThatCanBeRegistered",
                        List.copyOf(event.types().keySet()))));
    }

    private long add(Map<Long, FakeRecord> shelf, Map<String, Object> values) {
        long id = state.nextProgrammeId();
        shelf.put(id, new FakeRecord(String.valueOf(id), values));
        return id;
    }

    /** Changes a speaker; {@code loggedInAtVEH} freezes the e-mail. Throws {@link IllegalArgumentException} when there is none. */
    public void editSpeaker(long id, UnaryOperator<FakeRecord> edit) {
        edit(event.programme().speakers(), id, edit);
    }

    /** Changes a session. Throws {@link IllegalArgumentException} when there is none. */
    public void editSession(long id, UnaryOperator<FakeRecord> edit) {
        edit(event.programme().sessions(), id, edit);
    }

    private void edit(Map<Long, FakeRecord> shelf, long id, UnaryOperator<FakeRecord> edit) {
        board.locked(() -> {
            FakeRecord before = shelf.get(id);
            if (before == null) {
                throw new IllegalArgumentException("no speaker or session " + id);
            }
            shelf.put(id, new FakeRecord(before.id(), edit.apply(before).values()));
            return true;
        });
    }

    /** Signs a ticket up for a session; true when its holder came, too. Throws {@link IllegalArgumentException} when one of them is unknown. */
    public void attend(long sessionId, long ticketId, boolean came) {
        board.locked(() -> {
            if (!event.programme().sessions().containsKey(sessionId)
                    || !event.tickets().containsKey(ticketId)) {
                throw new IllegalArgumentException("no session " + sessionId + " or no ticket " + ticketId);
            }
            event.programme().attendance(sessionId).put(ticketId, came);
            return true;
        });
    }

    /** The issued ticket ids of a session, with true for those whose holders came. */
    public Map<Long, Boolean> attendance(long sessionId) {
        return board.locked(() -> new LinkedHashMap<>(event.programme().attendance(sessionId)));
    }

    /** One speaker. */
    public Optional<FakeRecord> speaker(long id) {
        return board.locked(
                () -> Optional.ofNullable(event.programme().speakers().get(id)));
    }

    /** One session. */
    public Optional<FakeRecord> session(long id) {
        return board.locked(
                () -> Optional.ofNullable(event.programme().sessions().get(id)));
    }

    /** All speakers, oldest first. */
    public List<FakeRecord> speakers() {
        return board.locked(() -> List.copyOf(event.programme().speakers().values()));
    }

    /** All sessions, oldest first. */
    public List<FakeRecord> sessions() {
        return board.locked(() -> List.copyOf(event.programme().sessions().values()));
    }
}
