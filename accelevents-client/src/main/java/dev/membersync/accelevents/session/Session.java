package dev.membersync.accelevents.session;

import dev.membersync.accelevents.id.SessionId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session with every field as read: an update replaces the whole record (SPEC, LIVE), so what is not known here must travel too.
 *
 * @param id the session
 * @param fields all fields by their names on the wire, nulls too
 */
public record Session(SessionId id, Map<String, @Nullable Object> fields) {
    public Session {
        fields = Extras.copy(fields);
    }

    /** The title; empty without one. */
    public String title() {
        return text("title").orElse("");
    }

    /** The beginning, in the event's time zone. */
    public WireTime starts() {
        return Records.time(fields, "startTime");
    }

    /** The end, in the event's time zone. */
    public WireTime ends() {
        return Records.time(fields, "endTime");
    }

    /** The kind; an empty word without one. */
    public SessionFormat format() {
        return new SessionFormat(text("format").orElse(""));
    }

    /** A field that is a text or a number, such as {@code location} or {@code capacity}. */
    public Optional<String> text(String name) {
        return Extras.text(fields, name);
    }

    /**
     * The session with one field replaced or added and all others as they were.
     *
     * @param value a text, number, boolean, map, list, or null
     * @throws IllegalArgumentException for a title above 255 or a description above 65,024 characters
     */
    public Session with(String name, @Nullable Object value) {
        return new Session(id, Records.with(fields, name, value));
    }

    /** The session at another time of the event's time zone; seconds are cut. */
    public Session withTimes(LocalDateTime starts, LocalDateTime ends) {
        return with("startTime", WireTime.EVENT.format(starts)).with("endTime", WireTime.EVENT.format(ends));
    }

    @Override
    public String toString() {
        return "Session[" + id + ", " + title() + "]";
    }
}
