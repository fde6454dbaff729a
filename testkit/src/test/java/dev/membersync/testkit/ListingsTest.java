package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingsTest {
    private static final String ATTENDEES = "/rest/events/" + EVENT + "/staff/allAttendees";
    private static final String ORDERS = "/rest/events/" + EVENT + "/staff/orders";

    private final Accelevents vendor = new Accelevents();

    private FakeTicket attendee(String name) {
        return vendor.event.addAttendee(vendor.free, name, "B", name + "@example.com");
    }

    private List<JsonObject> orders(String query) {
        return object(vendor.get(ORDERS + query)).objects("orders");
    }

    @Test
    void attendeePagesAreZeroBasedAndNameTheTotal() {
        attendee("a");
        attendee("b");
        attendee("c");

        JsonObject page = object(vendor.get(ATTENDEES + "?page=1&size=2"));

        assertThat(page.objects("attendees")).hasSize(1);
        assertThat(page.whole("recordsTotal")).hasValue(3);
    }

    @Test
    void attendeeRowsCarryNeitherTicketNorOrderNorAnswers() {
        attendee("a");

        JsonObject row = object(vendor.get(ATTENDEES)).objects("attendees").get(0);

        assertThat(row.keys())
                .containsExactlyInAnyOrder(
                        "attendeeId",
                        "barcode",
                        "email",
                        "firstName",
                        "lastName",
                        "status",
                        "ticketStatus",
                        "ticketType");
    }

    @Test
    void aSwitchAddsTheIdsToAttendeeRows() {
        FakeTicket ticket = attendee("a");
        vendor.fake.switches().exposeTicketIdsInAttendeeRows(true);

        JsonObject row = object(vendor.get(ATTENDEES)).objects("attendees").get(0);

        assertThat(row.whole("eventTicketingId")).hasValue(ticket.id());
        assertThat(row.whole("orderId")).hasValue(ticket.orderId());
    }

    @Test
    void cancelledAttendeesAreListedAndDeletedOnesAreNot() {
        FakeTicket cancelled = attendee("a");
        FakeTicket deleted = attendee("b");
        vendor.event.cancel(cancelled.id());
        vendor.event.delete(deleted.id());

        List<JsonObject> rows = object(vendor.get(ATTENDEES)).objects("attendees");

        assertThat(rows).extracting(row -> row.text("ticketStatus", "")).containsExactly("CANCELLED");
        assertThat(orders("")).hasSize(1);
    }

    @Test
    void ordersJoinNoteBarcodeAndTicketIdTenToAPage() {
        for (int i = 0; i < 11; i++) {
            attendee("a" + i);
        }
        vendor.pay(vendor.orderId(vendor.free, "membersync:u1"));

        JsonObject last = orders("?page=1").get(1);
        FakeTicket ticket = vendor.event.attendees().get(11);

        assertThat(orders("")).hasSize(10);
        assertThat(last.text("note")).hasValue("membersync:u1");
        assertThat(last.objects("attendee").get(0).text("barcode")).hasValue(ticket.barcode());
        assertThat(last.objects("attendee").get(0).isNumber("eventTicketingId")).isTrue();
    }

    @Test
    void anUnpaidOrderIsListedWithoutAttendeesUntilSwitchedOff() {
        vendor.order(vendor.free, "membersync:u1");

        assertThat(orders("").get(0).text("status")).hasValue("UNPAID");
        assertThat(orders("").get(0).objects("attendee")).isEmpty();
        vendor.fake.switches().unpaidOrdersListed(false);
        assertThat(orders("")).isEmpty();
    }

    @Test
    void searchTimeStampIsMonthFirstAndFindsUpdatedOrders() {
        FakeTicket old = attendee("a");
        attendee("b");
        vendor.clock.forward(Duration.ofMinutes(5));
        vendor.event.answer(old.id(), "Organization", "New");

        assertThat(orders("?searchTimeStamp=11%2F23%2F2026%2010:04:00"))
                .extracting(row -> row.whole("id").orElseThrow())
                .containsExactly(old.orderId());
        assertThat(vendor.get(ORDERS + "?searchTimeStamp=23%2F11%2F2026%2010:04:00")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFreshChangeIsInvisibleToSearchesDuringTheLag() {
        vendor.fake.switches().searchLag(Duration.ofSeconds(5));
        attendee("a");
        String search = "?searchTimeStamp=11%2F23%2F2026%2009:00:00";

        assertThat(orders(search)).isEmpty();
        assertThat(orders("")).hasSize(1);
        vendor.clock.forward(Duration.ofSeconds(5));
        assertThat(orders(search)).hasSize(1);
    }

    @Test
    void aTooLargePageIsCutInSilence() {
        attendee("a");
        attendee("b");
        vendor.fake.switches().pageSizeMax(1);

        assertThat(object(vendor.get(ATTENDEES + "?size=100")).objects("attendees"))
                .hasSize(1);
    }

    @Test
    void twoEventsOfOneOrganisationShareNothing() {
        vendor.fake.event("autumn-gala");
        attendee("a");

        assertThat(object(vendor.get("/rest/events/autumn-gala/staff/allAttendees"))
                        .whole("recordsTotal"))
                .hasValue(0);
    }

    @Test
    void anUnknownEventHasItsCode() {
        assertThat(code(vendor.get("/rest/events/nowhere/staff/orders"))).isEqualTo("4040200");
    }

    @Test
    void aBearerKeyReadsButDoesNotWrite() {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + FakeAccelevents.DEFAULT_KEY);

        FakeReply read = vendor.fake.handle(FakeRequest.of("GET", ORDERS, bearer));
        FakeReply write = vendor.fake.handle(
                FakeRequest.of("POST", "/rest/events/" + EVENT + "/staff/ticketing/order", bearer, "{}"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(code(write)).isEqualTo("4010101");
    }

    @Test
    void settingsUseTheMisspeltKeyWhenSwitched() {
        vendor.fake.switches().ticketTypesKey("tickeTypes");

        JsonObject settings = object(vendor.get("/rest/events/" + EVENT + "/staff/ticketing/settings"));

        assertThat(settings.objects("tickeTypes"))
                .extracting(type -> type.text("ticketType", ""))
                .containsExactly("FREE", "PAID");
    }

    @Test
    void feesNeedNoKeyAndTurnTextsIntoNumbers() {
        FakeReply reply = vendor.fake.handle(FakeRequest.of(
                "POST",
                "/rest/events/" + EVENT + "/calculateFee",
                Map.of(),
                "[{\"ticketQuantity\":\"2\",\"ticketingTypeId\":\"" + vendor.paid + "\",\"ticketPrice\":\"49.00\"}]"));

        assertThat(reply.text()).contains("\"totalPayable\":98.00").contains("\"ticketQuantity\":2");
    }

    @Test
    void aPageShowsWhatChangedSinceThePageBefore() {
        FakeTicket first = attendee("a");
        vendor.get(ATTENDEES);
        vendor.event.answer(first.id(), "First Name", "Zoe");
        attendee("b");

        assertThat(object(vendor.get(ATTENDEES)).objects("attendees"))
                .extracting(row -> row.text("firstName", ""))
                .containsExactly("Zoe", "b");
    }

    @Test
    void newestFirstMovesRowsToTheNextPage() {
        attendee("a");
        attendee("b");
        vendor.fake.switches().newestFirst(true);

        assertThat(object(vendor.get(ATTENDEES + "?size=1&page=1")).objects("attendees"))
                .extracting(row -> row.text("firstName", ""))
                .containsExactly("a");
    }
}
