package dev.membersync.testkit;

import java.time.Duration;
import java.util.List;

/** What the organisation of a {@link FakeAccelevents} has beside its events, edited and inspected by tests. Edits here never show in the write log. Thread-safe. */
public final class FakeOrganisation {
    /** What a person with a session may do. The vendor's words are not documented; replies carry these. */
    public enum Role {
        /** Everything. */
        ADMIN,
        /** The staff operations of events. */
        STAFF,
        /** Reads his own orders. */
        BUYER
    }

    private final Switchboard board;
    private final OrganisationState state;

    FakeOrganisation(Switchboard board, OrganisationState state) {
        this.board = board;
        this.state = state;
    }

    /** Adds an organiser by the name in his page's URL, and answers his id. */
    public long addOrganizer(String pageUrl, String name) {
        return board.locked(() -> state.addOrganizer(pageUrl, name));
    }

    /** Adds a white label that may have new events. */
    public void addWhiteLabel(String url) {
        refuseWhiteLabel(url, "");
    }

    /** Lets a white label refuse new events with a code, such as {@code 4040014} for missing billing. */
    public void refuseWhiteLabel(String url, String code) {
        board.locked(() -> {
            state.putWhiteLabel(url, code);
            return true;
        });
    }

    /** Adds a person who can log in, or gives the one of that e-mail another password and role; answers the user id. */
    public long addUser(String email, String password, Role role) {
        return board.locked(() -> state.accounts().add(email, password, role).id());
    }

    /** A key for the login by token or user key, good for one login in the next hour. Throws {@link IllegalArgumentException} for an unknown person. */
    public String loginKey(String email) {
        return board.locked(() -> state.accounts()
                .link(
                        state.accounts()
                                .find(email)
                                .orElseThrow(() -> new IllegalArgumentException("nobody has that e-mail")),
                        board.now().plus(Duration.ofHours(1))));
    }

    /** Ends every session, as a restart of the service would. */
    public void endSessions() {
        board.locked(() -> {
            state.accounts().endSessions();
            return true;
        });
    }

    /** The files that were uploaded, oldest first. */
    public List<FakeUpload> uploads() {
        return board.locked(() -> List.copyOf(state.uploads()));
    }
}
