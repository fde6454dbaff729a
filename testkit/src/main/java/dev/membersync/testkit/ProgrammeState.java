package dev.membersync.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The speakers and sessions of one event, and who signed up for which session. Guarded by the switchboard. */
final class ProgrammeState {
    private final Map<Long, FakeRecord> speakers = new TreeMap<>();
    private final Map<Long, FakeRecord> sessions = new TreeMap<>();
    private final Map<Long, Map<Long, Boolean>> attendance = new LinkedHashMap<>();

    Map<Long, FakeRecord> speakers() {
        return speakers;
    }

    Map<Long, FakeRecord> sessions() {
        return sessions;
    }

    /** Issued ticket ids of a session, with true for those who came. */
    Map<Long, Boolean> attendance(long sessionId) {
        return attendance.computeIfAbsent(sessionId, id -> new LinkedHashMap<>());
    }

    FakeRecord speaker(long id) {
        return Optional.ofNullable(speakers.get(id)).orElseThrow(() -> VendorError.of("404801", "Speaker not found"));
    }

    FakeRecord session(long id) {
        return Optional.ofNullable(sessions.get(id)).orElseThrow(ProgrammeState::sessionNotFound);
    }

    static Refusal sessionNotFound() {
        return VendorError.of("404800", "Session not found");
    }

    /** Refuses an e-mail that another speaker of the event has. */
    void requireNewSpeaker(long ownId, String email) {
        boolean taken = speakers.entrySet().stream()
                .anyMatch(entry -> entry.getKey() != ownId
                        && entry.getValue().text("email").orElse("").equalsIgnoreCase(email));
        if (taken && !email.isEmpty()) {
            throw VendorError.of("4068906", "A speaker with this email already exists");
        }
    }
}
