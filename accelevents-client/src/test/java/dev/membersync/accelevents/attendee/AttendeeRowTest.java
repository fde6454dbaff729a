package dev.membersync.accelevents.attendee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.internal.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendeeRowTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void anAttendeeRowKeepsWhatItDoesNotKnow() {
        var row = Json.page(
                        json(
                                "[{'attendeeId':'x7','barcode':'b','status':'CONFIRMED','ticketStatus':'BOOKED','badge':{'n':1}}]"),
                        List.of(),
                        Attendees::row)
                .items()
                .get(0);
        assertThat(row.extra()).containsOnlyKeys("badge");
        assertThat(row.orderId()).isEmpty();
    }
}
