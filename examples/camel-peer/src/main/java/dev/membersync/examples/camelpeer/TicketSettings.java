package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The staff settings of an event. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TicketSettings(List<TicketType> ticketTypes) {
    /** VIP for the plan gold, General Admission for all others. */
    TicketType of(Member member) {
        String name = "gold".equals(member.planId()) ? "VIP" : "General Admission";
        return ticketTypes.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the event has no ticket type " + name));
    }
}
