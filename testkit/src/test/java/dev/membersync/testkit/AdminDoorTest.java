package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminDoorTest {
    private final FakeMemberships memberships =
            FakeMemberships.builder().time(new Clock()).build();
    private final Accelevents vendor = new Accelevents();
    private final AdminDoor members = AdminDoor.over(memberships);
    private final AdminDoor event = AdminDoor.over(vendor.fake);

    private static FakeReply send(AdminDoor door, String method, String path, String body) {
        return door.handle(FakeRequest.of(method, "/__admin/" + path, Map.of(), body));
    }

    @Test
    void membersAreSeededEditedAndDeletedFromOutside() {
        send(members, "POST", "members", "[{\"userId\":\"u1\",\"email\":\"a@example.com\"},{\"userId\":\"u2\"}]");
        send(members, "PUT", "members/u1", "{\"fullName\":\"Zoë\"}");
        send(members, "DELETE", "members/u2", "");

        assertThat(memberships.members().all())
                .containsExactly(new FakeMember("u1", "a@example.com", "Zoë", null, null, null));
    }

    @Test
    void theDoorShowsInNoLog() {
        send(members, "GET", "members", "");

        assertThat(memberships.requests().count()).isZero();
    }

    @Test
    void otherPathsReachTheFake() {
        FakeReply reply = members.handle(FakeRequest.of("GET", "/users/", Map.of()));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(memberships.requests().count()).isEqualTo(1);
    }

    @Test
    void faultsAreSetFromOutside() {
        send(event, "PUT", "faults", "{\"fault\":\"DROP_AFTER\",\"call\":1,\"operations\":[\"orders.create\"]}");

        assertThat(vendor.order(vendor.free, "").ending()).isEqualTo(Ending.DROPPED);
        assertThat(vendor.order(vendor.free, "").status()).isEqualTo(200);
    }

    @Test
    void aShareOfFaultsIsSetAndTakenBackFromOutside() {
        send(event, "PUT", "faults", "{\"share\":1.0,\"seed\":3,\"faults\":[\"STATUS_BEFORE\"]}");
        FakeReply disturbed = vendor.order(vendor.free, "");
        send(event, "DELETE", "faults", "");

        assertThat(disturbed.status()).isEqualTo(503);
        assertThat(vendor.order(vendor.free, "").status()).isEqualTo(200);
    }

    @Test
    void theWriteLogIsReadAndForgottenFromOutside() {
        vendor.pay(vendor.orderId(vendor.free, "n"));

        var log = Json.object(send(event, "GET", "writes", "").body());
        send(event, "DELETE", "logs", "");

        assertThat(log.object("counts").orElseThrow().textMap("none")).isEmpty();
        assertThat(log.objects("entries"))
                .extracting(entry -> entry.text("kind", ""))
                .containsExactly("order", "payment");
        assertThat(vendor.fake.writes().isEmpty()).isTrue();
    }

    @Test
    void theRateProofIsReadFromOutside() {
        vendor.order(vendor.free, "");
        vendor.order(vendor.free, "");

        var proof =
                Json.object(send(event, "GET", "rate?windowMillis=10000", "").body());

        assertThat(proof.whole("highest")).hasValue(2);
    }

    @Test
    void attendeesAreSeededAndInspectedFromOutside() {
        String base = "events/" + Accelevents.EVENT + "/attendees";
        send(
                event,
                "POST",
                base,
                "{\"ticketType\":\"General Admission\",\"firstName\":\"Ada\",\"email\":\"a@example.com\"}");

        var row = Json.objects(send(event, "GET", base, "").body()).get(0);

        assertThat(row.textMap("answers")).containsEntry("First Name", "Ada");
        assertThat(send(event, "DELETE", base + "/" + row.text("ticketId", ""), "")
                        .status())
                .isEqualTo(200);
        assertThat(vendor.event.attendees()).isEmpty();
    }

    @Test
    void aTicketIsCheckedInAndRefundedFromOutside() {
        FakeTicket ticket = vendor.event.addAttendee(vendor.paid, "Ada", "Lovelace", "a@example.com");
        String path = "events/" + Accelevents.EVENT + "/attendees/" + ticket.id();

        send(event, "POST", path + "/check-in", "");
        send(event, "POST", path + "/refund", "{\"amount\":9}");
        JsonObject row = Json.object(send(event, "POST", path + "/refund", "").body());

        assertThat(row.text("state")).hasValue("CHECKED_IN");
        assertThat(row.text("refunded")).hasValue("49.00");
        assertThat(vendor.event.orders()).extracting(FakeOrder::status).containsExactly("Refunded");
        assertThat(send(event, "POST", path + "/refund", "").status()).isEqualTo(400);
        assertThat(vendor.fake.writes().isEmpty()).isTrue();
    }

    @Test
    void anOrderIsCancelledFromOutside() {
        FakeTicket ticket = vendor.event.addAttendee(vendor.free, "Ada", "Lovelace", "a@example.com");
        String orders = "events/" + Accelevents.EVENT + "/orders/";

        send(event, "POST", orders + ticket.orderId() + "/cancel", "");

        assertThat(vendor.event.attendees()).isEmpty();
        assertThat(send(event, "POST", orders + "0/cancel", "").status()).isEqualTo(404);
    }

    @Test
    void aDiscountCodeIsAddedOnceFromOutside() {
        String codes = "events/" + Accelevents.EVENT + "/discount-codes";
        String body = "{\"code\":\"SAVE10\",\"amount\":10,\"percentage\":true}";

        JsonObject row = Json.objects(send(event, "POST", codes, body).body()).get(0);

        assertThat(row.text("code")).hasValue("SAVE10");
        assertThat(vendor.event.boxOffice().discounts()).hasSize(1);
        assertThat(send(event, "POST", codes, body).status()).isEqualTo(400);
    }

    @Test
    void ticketTypesArePricedFromOutside() {
        String path = "events/" + Accelevents.EVENT + "/ticket-types/" + vendor.free;

        send(event, "PUT", path, "{\"price\":\"15.00\"}");

        assertThat(vendor.event.ticketTypes().get(0).kind()).isEqualTo("PAID");
    }

    @Test
    void switchesAreTurnedFromOutside() {
        send(event, "PUT", "switches", "{\"pageSizeMax\":1,\"exposeTicketIdsInAttendeeRows\":true}");
        send(members, "PUT", "switches", "{\"listEnvelope\":\"bare\"}");

        assertThat(vendor.fake.switches().pageSizeMax()).isEqualTo(1);
        assertThat(memberships.switches().listEnvelope()).isEqualTo(MembershipsSwitches.ListEnvelope.BARE);
    }

    @Test
    void anUnknownPathOrEventIsSaidSo() {
        assertThat(send(event, "GET", "nothing", "").status()).isEqualTo(404);
        assertThat(send(event, "GET", "events/nowhere/orders", "").status()).isEqualTo(404);
        assertThat(send(event, "PUT", "switches", "{\"nonsense\":1}").status()).isEqualTo(400);
    }

    @Test
    void aFaultOnAnOperationThatDoesNotExistIsRefusedByName() {
        FakeReply reply = send(event, "PUT", "faults", "{\"fault\":\"DROP_AFTER\",\"operations\":[\"order.pay\"]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("order.pay").contains("orders.pay");
    }

    @Test
    void aFaultOrShareThatIsMissingIsRefused() {
        assertThat(send(event, "PUT", "faults", "{}").status()).isEqualTo(400);
        assertThat(send(event, "PUT", "faults", "{\"fault\":\"NONSENSE\"}").status())
                .isEqualTo(400);
    }
}
