package dev.membersync.accelevents.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.client.internal.UnreadableException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void anOrderRowIsReadWithItsTicketsUnderTheSingularKey() {
        var order = OrderReaders.oneOrder(new OrderId(9), json("""
                {'id':'9','status':'Partially Paid','amount':12.5,'orderType':'CARD','note':'n','purchaser':{'firstName':'A','lastName':'B','email':'e'},
                'attendee':[{'eventTicketingId':166,'barcode':'b','firstName':'Grace','lastName':'D','email':'g@example.org','qty':1,'paidAmount':null,
                'bundleType':null,'ticketStatus':'Checked In','userId':77}],'cardType':null,'lastFour':'4242'}"""));
        var ticket = order.tickets().get(0);
        assertThat(order.id()).isEqualTo(new OrderId(9));
        assertThat(order.totalAmount().orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(order.type()).isEqualTo(OrderType.CARD);
        assertThat(order.purchaser()).isEqualTo(new Person("A", "B", "e"));
        assertThat(order.extra()).containsEntry("lastFour", "4242");
        assertThat(ticket.eventTicketId()).isEqualTo(new EventTicketId("166"));
        assertThat(ticket.paidAmount()).isEmpty();
        assertThat(ticket.extra().get("userId").toString()).isEqualTo("77");
        assertThat(order.toString() + ticket + ticket.holder()).doesNotContain("Grace", "g@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'eventTicketId':'166','email':'e','attendeeId':'x7'}]",
                "[{'eventTicketId':166,'email':'e','attendeeId':'x7'}]",
                "{'eventTicketId':'166','email':'e','attendeeId':'x7'}",
                "{'data':[{'eventTicketId':'166','email':'e','attendeeId':'x7'}]}"
            })
    void issuedTicketsAreReadFromAnArrayOrASingleObject(String body) {
        assertThat(OrderReaders.issued(json(body)))
                .containsExactly(
                        new IssuedTicket(new EventTicketId("166"), Optional.of(new AttendeeId("x7")), "e", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'type':'Success','message':'ok'}", "[{'email':'e'}]", "<html>", ""})
    void aPaymentThatNamesNoTicketIsNoUsableAnswer(String body) {
        assertThatThrownBy(() -> OrderReaders.issued(json(body))).isInstanceOf(UnreadableException.class);
    }
}
