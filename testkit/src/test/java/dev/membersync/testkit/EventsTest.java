package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
    private final Accelevents vendor = new Accelevents();
    private final FakeOrganisation organisation = vendor.fake.organisation();

    private FakeReply create(String query) {
        return vendor.send("POST", "/rest/u/create/newevent" + query, "");
    }

    private List<String> eventsOf(String organizer, boolean past) {
        FakeReply reply =
                vendor.fake.handle(FakeRequest.of("GET", "/rest/u/organizer/" + organizer + "/" + past, Map.of()));
        return Json.objects(reply.body()).stream()
                .map(row -> row.text("eventURL", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rest/host/event/", "/rest/events/", "/rest/cache/events/"})
    void anEventIsRead(String path) {
        vendor.event.describe(details -> details.with("name", "Spring Summit"));

        FakeReply reply = vendor.get(path + EVENT + (path.contains("host") ? "/eventDetails" : "?userKey="));

        assertThat(object(reply).text("name")).hasValue("Spring Summit");
        assertThat(object(reply).text("eventURL")).hasValue(EVENT);
        assertThat(object(reply).text("eventId"))
                .hasValue(vendor.event.details().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rest/host/event/none/eventDetails", "/rest/events/none", "/rest/cache/events/none"})
    void anUnknownEventHasItsCode(String path) {
        assertThat(code(vendor.get(path))).isEqualTo("4040200");
    }

    @Test
    void aNewEventHasTheVendorsDefaults() {
        JsonObject made = object(create(""));

        JsonObject read = object(vendor.get("/rest/host/event/" + made.text("eventURL", "") + "/eventDetails"));
        assertThat(read.text("currency")).hasValue("USD");
        assertThat(read.text("equivalentTimezone")).hasValue("America/New_York");
        assertThat(read.text("eventListingStatus")).hasValue("PREVIEW");
        assertThat(vendor.fake.eventUrls()).containsExactly(EVENT, made.text("eventURL", ""));
    }

    @Test
    void everyCallMakesOneMoreEvent() {
        create("");
        create("");

        assertThat(vendor.fake.eventUrls()).hasSize(3).doesNotHaveDuplicates();
        assertThat(vendor.fake.writes().count("event-create")).isEqualTo(2);
    }

    @Test
    void aWhiteLabelMustBeKnownAndHaveBilling() {
        organisation.addWhiteLabel("good");
        organisation.refuseWhiteLabel("unbilled", "4040014");

        assertThat(create("?whiteLabelUrl=good").status()).isEqualTo(200);
        assertThat(code(create("?whiteLabelUrl=unbilled"))).isEqualTo("4040014");
        assertThat(code(create("?whiteLabelUrl=none"))).isEqualTo("4040015");
        assertThat(vendor.fake.writes().count("event-create")).isEqualTo(1);
    }

    @Test
    void anEventOfAnUnknownOrganiserIsNotMade() {
        assertThat(create("?organizerPageUrl=none").status()).isEqualTo(404);
        assertThat(vendor.fake.eventUrls()).containsExactly(EVENT);
    }

    @Test
    void theEventsOfAnOrganiserNeedNoKeyAndArePastOrNot() {
        organisation.addOrganizer("acme", "Acme");
        String next = object(create("?organizerPageUrl=acme")).text("eventURL", "");
        vendor.event.describe(
                details -> details.with("organizerPageURL", "acme").with("eventEndDate", "2026/11/22 18:00"));

        assertThat(eventsOf("acme", false)).containsExactly(next);
        assertThat(eventsOf("acme", true)).containsExactly(EVENT);
    }

    @Test
    void theEventsOfAWhiteLabelNeedNoKey() {
        organisation.addWhiteLabel("acme");
        String made = object(create("?whiteLabelUrl=acme")).text("eventURL", "");

        FakeReply reply = vendor.fake.handle(FakeRequest.of("GET", "/rest/whiteLabelURL/acme/events", Map.of()));

        assertThat(object(reply).objects("data"))
                .extracting(row -> row.text("eventURL", ""))
                .containsExactly(made);
    }

    @Test
    void anEventEndsInItsOwnZone() {
        organisation.addOrganizer("acme", "Acme");
        vendor.event.describe(
                details -> details.with("organizerPageURL", "acme").with("eventEndDate", "2026/11/23 06:00"));

        assertThat(eventsOf("acme", false)).containsExactly(EVENT);
    }

    @Test
    void anOrganisersEventShowsItsTicketTypesAndPrices() {
        organisation.addOrganizer("acme", "Acme");
        vendor.event.describe(details -> details.with("organizerPageURL", "acme"));

        JsonObject row =
                Json.objects(vendor.get("/rest/u/organizer/acme/false").body()).get(0);

        assertThat(row.text("maxTicketPrice")).hasValue("49.00");
        assertThat(row.objects("ticketingTypeList"))
                .extracting(type -> type.text("name", ""))
                .containsExactly("General Admission", "Workshop");
    }

    @Test
    void organisersAreListedForACaller() {
        long id = organisation.addOrganizer("acme", "Acme");

        JsonObject row = Json.objects(vendor.get("/rest/u/organizers").body()).get(0);

        assertThat(row.whole("organizerId")).hasValue(id);
        assertThat(row.text("organizerPageURL")).hasValue("acme");
        assertThat(vendor.fake
                        .handle(FakeRequest.of("GET", "/rest/u/organizers", Map.of()))
                        .status())
                .isEqualTo(401);
    }
}
