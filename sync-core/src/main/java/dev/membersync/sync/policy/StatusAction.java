package dev.membersync.sync.policy;

import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.Arrays;
import java.util.List;

/** What a member's status means for a registration. */
public enum StatusAction {
    /** A member with this status is registered. */
    REGISTER,
    /** An existing registration stays and follows the member; none is made. */
    KEEP,
    /** The same, and a person is asked about the registration: its member has lapsed. */
    FLAG,
    /** A person decides. */
    REVIEW,
    /** A registration without a price is removed; a paid one goes to a person, because the vendor's delete refunds. */
    REMOVE;

    /** The word for this action in a configuration file. */
    public String word() {
        return Unicode.lowerCase(name());
    }

    /**
     * The action with this word, whatever its case.
     *
     * @throws IllegalArgumentException when there is none; the message names the nearest one
     */
    public static StatusAction parse(String word) {
        String wanted = Unicode.lowerCase(WhiteSpace.trimmed(word));
        List<String> known = Arrays.stream(values()).map(StatusAction::word).toList();
        int found = known.indexOf(wanted);
        if (found < 0) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is no action for a status; " + Nearest.hint(word, known));
        }
        return values()[found];
    }
}
