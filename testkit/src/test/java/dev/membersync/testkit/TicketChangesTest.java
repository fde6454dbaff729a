package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.pair;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketChangesTest {
    private final Accelevents vendor = new Accelevents();

    private FakeTicket attendee(long type) {
        return vendor.event.addAttendee(
                type,
                Map.of(
                        "First Name", "Ada",
                        "Last Name", "Lovelace",
                        "Email", "ada@example.com",
                        "Organization", "Analytical Society"),
                "");
    }

    private FakeTicket now(FakeTicket ticket) {
        return vendor.event.ticket(ticket.id()).orElseThrow();
    }

    private String holder(FakeTicket ticket) {
        return "/rest/host/ticketing/" + EVENT + "/holderData/ticket/" + ticket.id();
    }

    private FakeReply exchange(FakeTicket ticket, long type) {
        return vendor.send(
                "PUT",
                "/rest/host/event/" + EVENT + "/order/" + ticket.orderId() + "/transfer-event-ticket",
                text(Json.map("eventTicketId", ticket.id(), "newTicketTypeId", type, "sentMailToAttendee", false)));
    }

    private FakeReply delete(FakeTicket ticket) {
        return vendor.send(
                "DELETE",
                "/rest/host/event/" + EVENT + "/ticketing/deleteEventTicket/order/" + ticket.orderId()
                        + "?eventTicketingId=" + ticket.id() + "&isRefundEmailSend=false",
                "");
    }

    @Test
    void aHolderUpdateWipesWhatItLeavesOut() {
        FakeTicket ticket = attendee(vendor.free);
        String body = text(Json.map(
                "attributes",
                List.of(pair("First Name", "Augusta"), pair("Last Name", "King"), pair("Email", "ada@example.com"))));

        FakeReply reply = vendor.send("PUT", holder(ticket), body);

        assertThat(object(reply).text("type")).hasValue("Success");
        assertThat(now(ticket).firstName()).isEqualTo("Augusta");
        assertThat(now(ticket).answer("Organization")).isEmpty();
    }

    @Test
    void aHolderUpdateByBarcodeReachesTheSameTicket() {
        FakeTicket ticket = attendee(vendor.free);
        String path = "/rest/host/ticketing/" + EVENT + "/holder-data/barcode/" + ticket.barcode();

        vendor.send("PUT", path, text(Json.map("attributes", List.of(pair("Last Name", "King")))));

        assertThat(now(ticket).lastName()).isEqualTo("King");
        assertThat(vendor.fake.writes().count("holder-update")).isEqualTo(1);
    }

    @Test
    void anAnswerInTheWrongSectionIsDroppedInSilence() {
        FakeTicket ticket = attendee(vendor.free);
        String body = text(Json.map("attributes", List.of(pair("Membership Status", "active"))));

        assertThat(vendor.send("PUT", holder(ticket), body).status()).isEqualTo(200);
        assertThat(now(ticket).answer("Membership Status")).isEmpty();
    }

    @Test
    void holderDataShowsAttributesAndQuestionsApart() {
        FakeTicket ticket = attendee(vendor.free);

        var data = object(vendor.get(holder(ticket)));

        assertThat(data.objects("attributes"))
                .extracting(field -> field.text("name", "") + "=" + field.text("value", ""))
                .containsExactly(
                        "First Name=Ada",
                        "Last Name=Lovelace",
                        "Email=ada@example.com",
                        "Organization=Analytical Society");
        assertThat(data.objects("questions"))
                .extracting(field -> field.text("name", ""))
                .containsExactly("Membership Status");
    }

    @Test
    void anUnknownBarcodeHasItsCode() {
        String path = "/rest/host/ticketing/" + EVENT + "/holder-data/barcode/none";

        assertThat(code(vendor.send("PUT", path, "{\"attributes\":[]}"))).isEqualTo("4060405");
    }

    @Test
    void anExchangeChangesTheTypeAndKeepsTheTicket() {
        long vip = vendor.event.addTicketType("VIP", "0", 5);
        FakeTicket ticket = attendee(vendor.free);

        assertThat(exchange(ticket, vip).text()).isEqualTo("{\"type\":\"Success\",\"message\":\"Success\"}");
        assertThat(now(ticket).typeId()).isEqualTo(vip);
        assertThat(vendor.event.remaining(vip)).isEqualTo(4);
        assertThat(vendor.event.mails()).isEmpty();
    }

    @Test
    void anExchangeFromPaidToFreeRefunds() {
        FakeTicket ticket = attendee(vendor.paid);

        exchange(ticket, vendor.free);

        assertThat(vendor.fake.writes().entries())
                .extracting(WriteLog.Entry::kind)
                .containsExactly("exchange", "refund");
        assertThat(now(ticket).paid()).isZero();
    }

    @Test
    void anExchangeFromFreeToPaidMailsAPaymentLink() {
        exchange(attendee(vendor.free), vendor.paid);

        assertThat(vendor.event.mails()).extracting(FakeMail::reason).containsExactly("payment-link");
    }

    @Test
    void anExchangeBetweenPaidTypesOfRisingPriceOwesTheRest() {
        long vip = vendor.event.addTicketType("VIP", "99", 5);
        FakeTicket ticket = attendee(vendor.paid);

        exchange(ticket, vip);

        assertThat(vendor.event.mails()).extracting(FakeMail::reason).containsExactly("payment-link");
        assertThat(vendor.event.orders()).extracting(FakeOrder::status).containsExactly("Partial");
        assertThat(vendor.fake.writes().count("refund")).isZero();
    }

    @Test
    void anExchangeToADearerTypeThatTheHostMarksAsPaidOwesNothing() {
        FakeTicket ticket = attendee(vendor.free);
        Object details = Json.map("paymentType", "CASH", "amount", 49);

        vendor.send(
                "PUT",
                "/rest/host/event/" + EVENT + "/order/" + ticket.orderId() + "/transfer-event-ticket",
                text(Json.map(
                        "eventTicketId", ticket.id(), "newTicketTypeId", vendor.paid, "paymentDetails", details)));

        assertThat(vendor.event.mails()).isEmpty();
        assertThat(now(ticket).paid()).isEqualByComparingTo("49");
    }

    @Test
    void anAmountThatNobodyOwesIsNotBooked() {
        long basic = vendor.event.addTicketType("Basic", "20", 5);
        FakeTicket ticket = attendee(vendor.paid);
        Object details = Json.map("paymentType", "CASH", "amount", 29);

        vendor.send(
                "PUT",
                "/rest/host/event/" + EVENT + "/order/" + ticket.orderId() + "/transfer-event-ticket",
                text(Json.map("eventTicketId", ticket.id(), "newTicketTypeId", basic, "paymentDetails", details)));

        assertThat(now(ticket).paid()).isEqualByComparingTo("49");
        assertThat(vendor.event.boxOffice().refunds()).isEmpty();
    }

    @Test
    void deletingAPaidTicketRefundsItUnasked() {
        FakeTicket ticket = attendee(vendor.paid);

        delete(ticket);

        assertThat(now(ticket).state()).isEqualTo(FakeTicket.State.DELETED);
        assertThat(vendor.fake.writes().count("refund")).isEqualTo(1);
    }

    @Test
    void deletingAFreeTicketMovesNoMoneyAndMailsNobody() {
        delete(attendee(vendor.free));

        assertThat(vendor.fake.writes().entries())
                .extracting(WriteLog.Entry::kind)
                .containsExactly("delete");
        assertThat(vendor.event.mails()).isEmpty();
    }

    @Test
    void aDeletedTicketCannotBeDeletedAgain() {
        FakeTicket ticket = attendee(vendor.free);
        delete(ticket);

        assertThat(code(delete(ticket))).isEqualTo("4040501");
        assertThat(vendor.fake.writes().count("delete")).isEqualTo(1);
    }

    @Test
    void theCatalogueListsEveryFieldOfTheForm() {
        var form = object(vendor.get("/rest/host/ticketing/" + EVENT + "/settings"));

        assertThat(form.objects("attributes"))
                .extracting(field -> field.text("fieldName", ""))
                .containsExactly("First Name", "Last Name", "Email", "Organization", "Membership Status");
    }
}
