package dev.membersync.accelevents.attendee;

import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import java.util.Map;

/**
 * What an attendee shows to others at a virtual or hybrid event.
 *
 * @param person name and address
 * @param title the job title, or empty
 * @param company the company, or empty
 * @param city the city, or empty
 * @param country the country, or empty
 * @param zone the time zone's IANA id, or empty
 * @param acceptMeetingRequests from whom: {@code NO_ONE}, {@code EVERY_ONE}, {@code MY_CONNECTION} (DOC), or empty
 * @param extra every other field
 */
public record AttendeeProfile(
        Person person,
        String title,
        String company,
        String city,
        String country,
        String zone,
        String acceptMeetingRequests,
        Map<String, Object> extra) {
    public AttendeeProfile {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "AttendeeProfile[" + extra.size() + " more fields]";
    }
}
