package dev.membersync.accelevents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.client.error.PagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinTest {
    private static final String ORDER =
            "{'id':7,'status':'Paid','note':'membersync:u1','currency':'USD','attendee':[{'eventTicketingId':166,'barcode':'B-166','firstName':'Ada','lastName':'L','email':'ada@example.org',"
                    + "'ticketType':'VIP','dataType':'TICKET','ticketPrice':50.00,'paidAmount':'45.50','refundedAmount':0,'ticketStatus':'BOOKED'}]}";

    private final Lists lists = new Lists();

    private static String attendees(int total, String... rows) {
        return "{'attendees':[" + String.join(",", rows) + "],'recordsTotal':" + total + "}";
    }

    private Iterable<ChangePage> all() {
        return lists.event().changes().all();
    }

    private JoinedTicket only() {
        var tickets = Lists.tickets(all());
        assertThat(tickets).hasSize(1);
        return tickets.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attendeeId':'a-1','barcode':'B-166','status':'CONFIRMED','ticketStatus':'CHECKED_IN'}",
                "{'attendeeId':'a-1','eventTicketId':'166','status':'CONFIRMED','ticketStatus':'CHECKED_IN'}",
                "{'attendeeId':'a-1','eventTicketingId':166,'barcode':'reprinted','status':'CONFIRMED'}"
            })
    void theRowsOfBothListsBecomeOneTicket(String row) {
        lists.attendees(attendees(1, row)).orders("[" + ORDER + "]");
        var ticket = only();
        assertThat(ticket.origin()).isEqualTo(Origin.BOTH);
        assertThat(ticket.attendeeId()).contains(new AttendeeId("a-1"));
        assertThat(ticket.orderId()).contains(new OrderId(7));
        assertThat(ticket.barcode()).contains(new Barcode("B-166"));
        assertThat(ticket.attendeeStatus()).isEqualTo("CONFIRMED");
        assertThat(ticket.ticketStatus()).isEqualTo(TicketStatus.BOOKED);
        assertThat(ticket.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(ticket.note()).isEqualTo("membersync:u1");
        assertThat(ticket.paidAmount().orElseThrow()).isEqualByComparingTo("45.5");
    }

    @Test
    void whatTheOrderDoesNotSayIsTakenFromTheAttendeeList() {
        lists.attendees(attendees(1, "{'eventTicketId':1,'barcode':'B','ticketStatus':'CHECKED_IN'}"))
                .orders("[{'id':7,'attendee':[{'eventTicketingId':1}]}]");
        var ticket = only();
        assertThat(ticket.ticketStatus()).isEqualTo(TicketStatus.CHECKED_IN);
        assertThat(ticket.barcode()).contains(new Barcode("B"));
    }

    @Test
    void anOrderThatNoAttendeeRowHasIsKeptAndMarked() {
        lists.attendees(attendees(0)).orders("[" + ORDER + "]");
        assertThat(only().origin()).isEqualTo(Origin.ORDERS);
        assertThat(lists.asked("allAttendees")).hasSize(1);
    }

    @Test
    void anAttendeeWhomNoOrderHasIsKeptAndMarkedWithEveryField() {
        lists.attendees(attendees(1, "{'attendeeId':'a-9','barcode':'B-9','firstName':'Grace','ticketType':'VIP'}"))
                .orders("[]");
        var ticket = only();
        assertThat(ticket.origin()).isEqualTo(Origin.ATTENDEES);
        assertThat(ticket.holder().firstName()).isEqualTo("Grace");
        assertThat(ticket.ticketType()).isEqualTo("VIP");
        assertThat(ticket.orderId()).isEmpty();
    }

    @Test
    void anAttendeeWithoutAnyIdIsKeptToo() {
        lists.attendees(attendees(1, "{'firstName':'Grace'}")).orders("[]");
        assertThat(only().origin()).isEqualTo(Origin.ATTENDEES);
    }

    @Test
    void theAttendeeListIsReadOnceWhenEveryRowHasItsOrder() {
        lists.attendees(attendees(1, "{'barcode':'B-166'}")).orders("[" + ORDER + "]");
        assertThat(Lists.mark(all())).isNotNull();
        assertThat(lists.asked("allAttendees")).hasSize(1);
    }

    @Test
    void twoTicketsWithOneBarcodeAreBothJoined() {
        var exchanged = ORDER.replace("'id':7", "'id':8").replace("166,", "167,");
        lists.attendees(attendees(1, "{'barcode':'B-166'}")).orders("[" + ORDER + "," + exchanged + "]");
        assertThat(Lists.tickets(all())).extracting(JoinedTicket::origin).containsExactly(Origin.BOTH, Origin.BOTH);
    }

    @Test
    void anIncompleteAttendeeListIsAnErrorBeforeTheFirstTicket() {
        lists.attendees(attendees(2, "{'barcode':'B-166'}")).orders("[" + ORDER + "]");
        var reading = all().iterator();
        assertThatThrownBy(reading::next).isInstanceOf(PagingException.class);
        assertThat(lists.asked("orders")).isEmpty();
        assertThat(reading.hasNext()).isFalse();
    }

    @Test
    void attendeesThatMovedBetweenPagesAreAnErrorThoughTheTotalFits() {
        lists.attendees(
                attendees(4, "{'barcode':'A'}", "{'barcode':'B'}"), attendees(4, "{'barcode':'D'}", "{'barcode':'A'}"));
        assertThatThrownBy(() -> Lists.mark(all()))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("3 distinct rows of 4");
    }

    @Test
    void aTicketIsPrintedWithoutItsHolder() {
        lists.attendees(attendees(0)).orders("[" + ORDER + "]");
        assertThat(only()).asString().contains("166").doesNotContain("Ada", "ada@");
    }
}
