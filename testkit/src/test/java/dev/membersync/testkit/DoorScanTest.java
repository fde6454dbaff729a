package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.DATE;
import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorScanTest {
    private final Accelevents vendor = new Accelevents();

    private FakeReply scan(String barcode, Object flag) {
        return vendor.get("/rest/events/" + EVENT + "/staff/checkin/barcode/" + barcode + "/checkin/" + flag);
    }

    private FakeTicket ada(long type) {
        return vendor.event.addAttendee(type, "Ada", "Lovelace", "ada@example.com");
    }

    @Test
    void aScanChecksInAndTellsWhoItWas() {
        FakeTicket ticket = ada(vendor.paid);
        vendor.event.boxOffice().seat(ticket.id(), "A-7");

        JsonObject reply = object(scan(ticket.barcode(), true));

        assertThat(reply.keys())
                .containsExactlyInAnyOrder(
                        "bundleTypeTable",
                        "paid",
                        "responseMessage",
                        "seatNumber",
                        "status",
                        "table",
                        "ticketHolderName",
                        "ticketId",
                        "ticketingType");
        assertThat(reply.text("ticketHolderName")).hasValue("Ada Lovelace");
        assertThat(reply.text("status")).hasValue("CHECKED_IN");
        assertThat(reply.text("seatNumber")).hasValue("A-7");
        assertThat(reply.flag("paid")).isTrue();
    }

    @Test
    void aSecondScanIsRefusedAndChangesNothing() {
        FakeTicket ticket = ada(vendor.free);
        scan(ticket.barcode(), true);

        assertThat(code(scan(ticket.barcode(), true))).isEqualTo("4060406");
        assertThat(vendor.fake.writes().count("check-in")).isEqualTo(1);
    }

    @Test
    void aCheckInIsUndoneOnce() {
        FakeTicket ticket = ada(vendor.free);
        scan(ticket.barcode(), true);

        assertThat(object(scan(ticket.barcode(), false)).text("status")).hasValue("BOOKED");
        assertThat(code(scan(ticket.barcode(), false))).isEqualTo("4060407");
        assertThat(vendor.fake.writes().count("check-out")).isEqualTo(1);
    }

    @Test
    void anUnknownBarcodeHasItsCode() {
        assertThat(code(scan("none", true))).isEqualTo("4060405");
    }

    @Test
    void aFullyRefundedTicketIsRefused() {
        FakeTicket ticket = ada(vendor.paid);
        Object line = Json.map("eventTicketingId", ticket.id(), "qty", 1, "refundAmount", 49);
        vendor.send(
                "POST",
                "/rest/events/" + EVENT + "/staff/refund/order/" + ticket.orderId(),
                text(Json.map("clientDate", DATE, "refunds", List.of(line))));

        assertThat(code(scan(ticket.barcode(), true))).isEqualTo("4060408");
    }

    @Test
    void aVirtualTicketIsRefusedAtTheDoor() {
        vendor.event.editTicketType(vendor.free, FakeTicketType::asVirtualOnly);

        assertThat(code(scan(ada(vendor.free).barcode(), true))).isEqualTo("4068011");
    }

    @Test
    void anotherFlagIsNoUrlOfTheService() {
        assertThat(code(scan(ada(vendor.free).barcode(), "maybe"))).isEqualTo("40600013");
    }

    @Test
    void theStatusCanReadAsTheConsoleShowsIt() {
        vendor.fake.switches().turn(AcceleventsQuirk.OTHER_STATUS_WORDS, true);

        assertThat(object(scan(ada(vendor.free).barcode(), true)).text("status"))
                .hasValue("Checked In");
    }

    @Test
    void aScanWhoseReplyIsLostHasHappened() {
        FakeTicket ticket = ada(vendor.free);
        vendor.fake.faults(FaultPlan.nth("tickets.scan", 1, Fault.DROP_AFTER));

        scan(ticket.barcode(), true);

        assertThat(code(scan(ticket.barcode(), true))).isEqualTo("4060406");
    }
}
