package dev.membersync.eventops.checkin;

import dev.membersync.sync.mapping.EmailAddress;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Value;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Whose ticket it is, as keyed hashes. The address tells people apart; where one side has none, the name does. A new
 * spelling of a name is no new holder.
 *
 * @param email the mark of the address
 * @param name the mark of the name
 * @param key what stands for the key of the marks: marks of two keys cannot be compared
 */
public record HolderMark(Mark email, Mark name, long key) {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    static HolderMark of(Registration registration, Marker marker) {
        Value email = registration.email().map(text -> EmailAddress.of(text).compared());
        return new HolderMark(
                marker.mark("ticket.email", email),
                marker.mark("ticket.name", name(registration)),
                marker.hash("ticket.key", ""));
    }

    private static Value name(Registration registration) {
        Value first = registration.firstName();
        Value last = registration.lastName();
        if (first.isUnseen() || last.isUnseen()) {
            return Value.unseen();
        }
        String whole = first.text().orElse("") + " " + last.text().orElse("");
        return Value.of(WHITE_SPACE
                .matcher(Normalizer.normalize(whole, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip());
    }

    /** True when the ticket has changed hands; what was not seen, or marked with another key, tells nothing. */
    boolean isAnother(HolderMark now) {
        if (key != now.key) {
            return false;
        }
        if (email.kind() == Value.Kind.TEXT && now.email.kind() == Value.Kind.TEXT) {
            return !email.equals(now.email);
        }
        boolean addressUnseen = email.isUnseen() || now.email.isUnseen();
        return !addressUnseen
                && name.kind() == Value.Kind.TEXT
                && now.name.kind() == Value.Kind.TEXT
                && !name.equals(now.name);
    }

    /** These marks, with the gaps of what was not seen filled from older ones of the same key. */
    HolderMark over(HolderMark older) {
        return older.key != key
                ? this
                : new HolderMark(email.isUnseen() ? older.email : email, name.isUnseen() ? older.name : name, key);
    }
}
