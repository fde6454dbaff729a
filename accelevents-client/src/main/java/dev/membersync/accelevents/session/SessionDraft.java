package dev.membersync.accelevents.session;

import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session to be created.
 *
 * @param fields what is sent, by the names on the wire
 */
public record SessionDraft(Map<String, @Nullable Object> fields) {
    public SessionDraft {
        fields = Extras.copy(fields);
    }

    /**
     * A session with what the vendor needs (SPEC); times are of the event's time zone, {@code yyyy/MM/dd HH:mm} on the wire, seconds are cut.
     *
     * @throws IllegalArgumentException for a title above 255 characters
     */
    public static SessionDraft of(String title, LocalDateTime starts, LocalDateTime ends) {
        return new SessionDraft(Map.of())
                .with("title", title)
                .with("startTime", WireTime.EVENT.format(starts))
                .with("endTime", WireTime.EVENT.format(ends));
    }

    /** The draft with a kind. */
    public SessionDraft withFormat(SessionFormat format) {
        return with("format", format.value());
    }

    /** The draft with one more field, such as {@code description} or {@code capacity}; limits as {@link Session#with}. */
    public SessionDraft with(String name, @Nullable Object value) {
        return new SessionDraft(Records.with(fields, name, value));
    }
}
