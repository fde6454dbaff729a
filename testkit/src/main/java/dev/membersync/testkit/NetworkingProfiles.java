package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.Map;

/** How attendees show themselves to each other (DOC). Whose id the path takes is not documented: an attendee id and an issued ticket id both work, and the code of a missing one is MODEL. */
final class NetworkingProfiles {
    private final AcceleventsState state;

    NetworkingProfiles(AcceleventsState state) {
        this.state = state;
    }

    Routes addTo(Routes routes) {
        return routes.add(Operation.read("attendees.profile", "/rest/event/{e}/attendee/{id}"), this::read);
    }

    private FakeReply read(Visit visit) {
        EventState event = state.event(visit);
        String id = visit.variable("id");
        FakeTicket ticket = event.listedTickets().stream()
                .filter(one ->
                        one.attendeeId().equals(id) || String.valueOf(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> VendorError.of("4040100", "User not found"));
        Map<String, Object> profile = Json.map(
                "firstName",
                ticket.firstName(),
                "lastName",
                ticket.lastName(),
                "email",
                ticket.email(),
                "eventId",
                event.details().number(),
                "acceptDirectMessages",
                true,
                "acceptMeetingRequests",
                "EVERY_ONE",
                "allowCallsAndVideosFromNotConnectedAttendees",
                true,
                "availabilityDuration",
                0,
                "availabilityStartTime",
                null,
                "availabilityEndTime",
                null,
                "availabilityTimezoneId",
                null,
                "city",
                null,
                "company",
                ticket.answers().get("Organization"),
                "country",
                ticket.answers().get("Country"),
                "coverPhoto",
                null,
                "deleted",
                false,
                "emailNotification",
                true,
                "equivalentTimezone",
                event.details().text("equivalentTimezone").orElse(""),
                "exposeProfileToOtherUser",
                true,
                "title",
                ticket.answers().get("Job Title"));
        return FakeReply.json(200, profile);
    }
}
