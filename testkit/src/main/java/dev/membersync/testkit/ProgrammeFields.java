package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of speakers and of sessions (SPEC). A body counts as a whole: what it leaves out is null, or false for a flag; what is no field of the schema is dropped
 * without a word.
 */
final class ProgrammeFields {
    /** A speaker. */
    static final ProgrammeFields SPEAKER = new ProgrammeFields(
            "speakerId",
            """
            firstName lastName email title pronouns company bio imageUrl linkedIn twitter instagram position
            ticketTypesForSpeaker sessionDTO
            """,
            "moderator showModerator deviceChecked allowAttendeeAccess allowOverrideDetails allowEditSessions");
    /** A session. */
    static final ProgrammeFields SESSION =
            new ProgrammeFields("sessionId", """
            title description startTime endTime format capacity sessionVisibilityType status locationId location
            ticketTypesThatCanBeRegistered speakerList tags tracks streamProvider streamUrl allowedMinutesToJoinLate
            assetList chimeConfig closedCaptionHeight closedCaptionUrl currentUserRegisteredEventTicketId
            documentKeyValue duration
            """, "accelEventsStudio directVideoAutoStart displayDonation");

    private static final Set<String> FORMATS =
            Set.of("MAIN_STAGE", "BREAKOUT_SESSION", "MEET_UP", "WORKSHOP", "EXPO", "BREAK", "OTHER");

    private final String id;
    private final List<String> values;
    private final List<String> flags;

    private ProgrammeFields(String id, String values, String flags) {
        this.id = id;
        this.values = List.of(values.trim().split("\\s+"));
        this.flags = List.of(flags.split(" "));
    }

    /** What a body says of these fields. */
    Map<String, @Nullable Object> in(JsonObject body) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        values.forEach(name -> said.put(name, body.values().get(name)));
        flags.forEach(name -> said.put(name, body.flag(name)));
        return said;
    }

    /** A record as lists show it: every field, the unset ones null or false. */
    Map<String, Object> row(FakeRecord record) {
        Map<String, Object> row = Json.map(id, Long.parseLong(record.id()));
        values.forEach(name -> row.put(name, record.values().get(name)));
        flags.forEach(name -> row.put(name, record.values().getOrDefault(name, false)));
        record.values().forEach(row::putIfAbsent);
        return row;
    }

    /** Refuses a body without one of these fields, null and empty texts included. */
    static void require(JsonObject body, String... names) {
        for (String name : names) {
            if (!body.has(name) || body.isNull(name) || body.text(name, "set").isBlank()) {
                throw new IllegalArgumentException(name + " is mandatory");
            }
        }
    }

    /** Refuses a session whose texts are too long, whose format is unknown or whose times have another layout. */
    static void requireSession(JsonObject body) {
        require(body, "title", "startTime", "endTime");
        VendorDates.requireYearFirst("startTime", body.text("startTime", ""));
        VendorDates.requireYearFirst("endTime", body.text("endTime", ""));
        if (body.text("title", "").length() > 255) {
            throw new IllegalArgumentException("title must not be longer than 255 characters");
        }
        if (body.text("description", "").length() > 65_024) {
            throw new IllegalArgumentException("description must not be longer than 65024 characters");
        }
        if (!FORMATS.contains(body.text("format", "OTHER"))) {
            throw new IllegalArgumentException("format is not known");
        }
    }
}
