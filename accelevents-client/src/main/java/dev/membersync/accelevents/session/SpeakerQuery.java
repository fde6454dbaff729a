package dev.membersync.accelevents.session;

import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.internal.Sizes;
import java.util.List;
import java.util.Optional;

/**
 * Which speakers to read and what to read with them.
 *
 * @param search a text to look for; empty for all
 * @param expand what to unfold, such as {@code TAG}, {@code TRACK}, {@code SPEAKER}; the vendor marks it required (SPEC)
 * @param eventId the numeric event id, which the vendor's prose demands (SPEC) and the service does not (LIVE); default none
 * @param pageSize rows of one page; default 100, the vendor's own is 10 (SPEC)
 */
public record SpeakerQuery(String search, List<String> expand, Optional<EventId> eventId, int pageSize) {
    /** Every speaker, 100 a page. */
    public static final SpeakerQuery ALL =
            new SpeakerQuery("", List.of("TAG", "TRACK", "SPEAKER"), Optional.empty(), 100);

    public SpeakerQuery {
        expand = List.copyOf(expand);
        Sizes.check(pageSize);
    }

    /** The same speakers, searched for a text. */
    public SpeakerQuery withSearch(String text) {
        return new SpeakerQuery(text, expand, eventId, pageSize);
    }

    /** The same speakers with other things unfolded. */
    public SpeakerQuery withExpand(String... parts) {
        return new SpeakerQuery(search, List.of(parts), eventId, pageSize);
    }

    /** The same speakers, the event named by number too. */
    public SpeakerQuery withEventId(EventId id) {
        return new SpeakerQuery(search, expand, Optional.of(id), pageSize);
    }

    /** The same speakers in pages of another size. */
    public SpeakerQuery withPageSize(int rows) {
        return new SpeakerQuery(search, expand, eventId, rows);
    }

    @Override
    public String toString() {
        return "SpeakerQuery[" + (search.isEmpty() ? "" : "a search, ") + pageSize + " a page]";
    }
}
