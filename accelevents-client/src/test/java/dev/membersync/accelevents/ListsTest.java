package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.attendee.AttendeeQuery;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderQuery;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.client.error.PagingException;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
    private final Stage stage = new Stage();
    private final EventScope event = stage.event;

    private void people(int count) {
        for (int i = 0; i < count; i++) {
            stage.there.addAttendee(stage.general, "First" + i, "Last" + i, "p" + i + "@example.org");
        }
    }

    @Test
    void allAttendeesAreReadPageByPageAndNoneTwice() {
        people(7);
        var rows = event.attendees().list(AttendeeQuery.ALL.withPageSize(3)).stream()
                .toList();
        assertThat(rows).extracting(Attendee::barcode).hasSize(7).doesNotHaveDuplicates();
        assertThat(stage.fake.requests().count("attendees.list")).isEqualTo(3);
    }

    @Test
    void aServerThatCutsPagesDownLosesNobody() {
        people(7);
        stage.fake.switches().pageSizeMax(2);
        assertThat(event.attendees().list().stream()).hasSize(7);
    }

    @Test
    void aShortPageMakesTheScanIncomplete() {
        people(7);
        stage.fake.faults(FaultPlan.nth("attendees.list", 1, Fault.SHORT_PAGE));
        assertThatThrownBy(() -> event.attendees().list(AttendeeQuery.ALL.withPageSize(3)).stream()
                        .toList())
                .isInstanceOf(PagingException.class);
    }

    @Test
    void anUnknownStatusIsCarried() {
        people(1);
        stage.fake.faults(FaultPlan.nth("attendees.list", 1, Fault.UNKNOWN_ENUM));
        var row = event.attendees().list().iterator().next();
        assertThat(row.ticketStatus().value()).isEqualTo("UNHEARD_OF");
        assertThat(row.ticketStatus().isKnown()).isFalse();
    }

    @Test
    void attendeeRowsCarryIdsOnlyWhenTheServerShowsThem() {
        people(1);
        assertThat(event.attendees().list().iterator().next().eventTicketId()).isEmpty();
        stage.fake.switches().exposeTicketIdsInAttendeeRows(true);
        var row = event.attendees().list().iterator().next();
        var ticket = stage.there.attendees().get(0);
        assertThat(row.eventTicketId()).contains(Stage.ticketId(ticket));
        assertThat(row.orderId()).contains(new OrderId(ticket.orderId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "data", "content", "items", "results"})
    void ordersAreReadFromAnyOfTheKnownEnvelopes(String key) {
        people(3);
        stage.fake.switches().ordersKey(key);
        assertThat(event.orders().list(OrderQuery.ALL.withPageSize(2)).stream())
                .extracting(order -> order.tickets().get(0).holder().email())
                .containsExactly("p0@example.org", "p1@example.org", "p2@example.org");
    }

    @Test
    void onlyOrdersChangedSinceAreRead() {
        people(2);
        stage.time.advance(Duration.ofMinutes(5));
        var since = stage.time.instant();
        stage.time.advance(Duration.ofMinutes(5));
        stage.there.cancel(stage.there.tickets().get(1).id());
        assertThat(event.orders().list(since).stream())
                .extracting(Order::id)
                .containsExactly(new OrderId(stage.there.tickets().get(1).orderId()));
    }

    @Test
    void aCanceledTicketIsListedAsCanceled() {
        people(1);
        stage.there.cancel(stage.there.tickets().get(0).id());
        assertThat(event.attendees().list().iterator().next().ticketStatus()).isEqualTo(TicketStatus.CANCELED);
    }
}
