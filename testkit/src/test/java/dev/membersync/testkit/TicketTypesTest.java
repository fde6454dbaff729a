package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTypesTest {
    private static final String TYPES = "/rest/host/ticketing/" + EVENT + "/ticketTypes";
    private static final String PUBLIC = "/rest/events/" + EVENT + "/ticketing/settings";

    private final Accelevents vendor = new Accelevents();

    private FakeReply post(Object... rows) {
        return vendor.send("POST", TYPES, text(Json.map("ticketTypes", List.of(rows))));
    }

    private static Map<String, Object> row(long id, String name, String price, int number) {
        return Json.map("typeId", id, "name", name, "price", new BigDecimal(price), "numberOfTicket", number);
    }

    private List<String> names(String path) {
        return object(vendor.get(path)).objects("ticketTypes").stream()
                .map(type -> type.text("name", ""))
                .toList();
    }

    @Test
    void aRowOfIdZeroCreatesAType() {
        assertThat(object(post(row(0, "VIP", "99.50", 5))).text("type")).hasValue("Success");

        FakeTicketType made = vendor.event.ticketType("VIP").orElseThrow();
        assertThat(made.price()).isEqualTo("99.50");
        assertThat(made.quantity()).isEqualTo(5);
        assertThat(vendor.fake.writes().entries("type-create")).hasSize(1);
    }

    @Test
    void aRowOfAnIdUpdatesThatTypeAndLeavesTheOthers() {
        post(row(vendor.paid, "Workshop B", "59", 7));

        assertThat(vendor.event.ticketTypes())
                .extracting(FakeTicketType::name)
                .containsExactly("General Admission", "Workshop B");
    }

    @Test
    void aRowReplacesItsTypeWithWhatItLeavesOut() {
        Map<String, Object> row = row(vendor.paid, "Workshop", "49", 2);
        row.put("maxTickerPerBuyer", 3);
        post(row);
        post(row(vendor.paid, "Workshop", "49", 2));

        JsonObject type = object(vendor.get(TYPES)).objects("ticketTypes").get(1);
        assertThat(type.whole("maxTickerPerBuyer")).hasValue(10);
    }

    @Test
    void theDocumentPostedAsItWasReadChangesNothing() {
        vendor.event.editTicketType(vendor.paid, type -> type.asVirtualOnly().with("minTickerPerBuyer", 2));
        List<FakeTicketType> before = vendor.event.ticketTypes();
        String document = vendor.get(TYPES).text();

        vendor.send("POST", TYPES, document);

        assertThat(vendor.get(TYPES).text()).isEqualTo(document);
        assertThat(vendor.event.ticketTypes()).hasSameSizeAs(before);
    }

    @Test
    void anUnknownTypeRefusesTheWholeDocument() {
        assertThat(code(post(row(0, "VIP", "9", 5), row(77, "None", "9", 5)))).isEqualTo("4040506");
        assertThat(vendor.event.ticketType("VIP")).isEmpty();
    }

    @Test
    void thePlacesOfATypeCannotFallBelowWhatWasSold() {
        vendor.event.addAttendee(vendor.paid, "Ada", "L", "ada@example.com");

        assertThat(post(row(vendor.paid, "Workshop", "49", 0)).status()).isEqualTo(400);
    }

    @Test
    void aTypeDateMustBeYearFirst() {
        Map<String, Object> row = row(0, "VIP", "9", 5);
        row.put("startDate", "01/02/2026 10:00");

        assertThat(post(row).status()).isEqualTo(400);
    }

    @Test
    void aTypeWithoutTicketsIsDeleted() {
        vendor.send("DELETE", "/rest/host/ticketing/" + EVENT + "/ticketType/" + vendor.paid, "");

        assertThat(vendor.event.ticketTypes()).hasSize(1);
    }

    @Test
    void aTypeThatSoldATicketStays() {
        vendor.event.addAttendee(vendor.paid, "Ada", "L", "ada@example.com");

        FakeReply reply = vendor.send("DELETE", "/rest/host/ticketing/" + EVENT + "/ticketType/" + vendor.paid, "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(vendor.event.ticketTypes()).hasSize(2);
    }

    @Test
    void theHostListCanShowHiddenTypesOnly() {
        vendor.event.editTicketType(vendor.paid, FakeTicketType::asHidden);

        assertThat(names(TYPES + "?fetchHiddenTicketsOnly=true")).containsExactly("Workshop");
    }

    @Test
    void thePublicViewSpellsWhatRemainsAsTheVendorDoes() {
        vendor.order(vendor.paid, "");

        assertThat(object(vendor.get(PUBLIC)).objects("ticketTypes"))
                .extracting(type -> type.whole("remaniningTickets").orElse(-1))
                .containsExactly(100L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accesscode", "accescode"})
    void anAccessCodeShowsAHiddenTypeInPublic(String parameter) {
        vendor.event.editTicketType(vendor.paid, FakeTicketType::asHidden);
        vendor.send(
                "POST",
                "/rest/host/ticketing/" + EVENT + "/accessCode",
                "{\"code\":\"FRIENDS\",\"eventTicketTypeId\":" + vendor.paid + "}");

        assertThat(names(PUBLIC)).containsExactly("General Admission");
        assertThat(names(PUBLIC + "?" + parameter + "=friends")).contains("Workshop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/portal"})
    void theDisplayPagesListTheTypes(String twin) {
        assertThat(names("/rest/events/" + EVENT + "/displayTicketing/settings" + twin))
                .containsExactly("General Admission", "Workshop");
    }

    @Test
    void theTypeWideSettingsAreFlags() {
        JsonObject settings = object(vendor.get("/rest/host/ticketing/" + EVENT + "/getTicketingTypeSettings"));

        assertThat(settings.whole("eventCapacity")).hasValue(102);
        assertThat(settings.keys()).contains("showRemainingTickets", "allowEditingOfDisclaimer");
    }

    @Test
    void accessCodesExistOnceAndMustExistToBeUpdated() {
        String path = "/rest/host/ticketing/" + EVENT + "/accessCode";
        List<String> codes = new ArrayList<>();
        codes.add(code(vendor.send("PUT", path, "{\"code\":\"FRIENDS\"}")));
        vendor.send("POST", path, "{\"code\":\"FRIENDS\",\"uses\":5}");
        codes.add(code(vendor.send("POST", path, "{\"code\":\"friends\"}")));
        codes.add(code(vendor.send("PUT", path, "{\"code\":\"FRIENDS\",\"uses\":6}")));

        assertThat(codes).containsExactly("4040019", "4090003", "none");
        assertThat(vendor.event.boxOffice().accessCodes().get(0).details()).containsEntry("uses", 6);
    }
}
