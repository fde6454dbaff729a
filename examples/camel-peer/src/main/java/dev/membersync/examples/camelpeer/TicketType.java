package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/** A ticket type as the staff settings show it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TicketType(long typeId, String name, BigDecimal price) {}
