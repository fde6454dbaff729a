package dev.membersync.accelevents.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.EventId;
import java.util.List;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class EventContractTest extends ContractTest {
    private static final String PAGE =
            "{'eventId':9,'name':'Spring','eventURL':'spring','eventStatus':'ACTIVE','currencySymbol':'$',"
                    + "'accessToken':{'access_token':'canary','redirectUrl':'canary','userId':3},'design':{'list':[{'sessionToken':'canary','logo':null}]}}";
    private static final String ROW =
            "{'eventId':9,'name':'Spring','eventURL':'spring','eventStartDate':'2026/03/04 09:00','equivalentTimezone':'America/New_York','currency':'USD'}";

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("events.host", event -> event.details().host())
                        .sends("GET /rest/host/event/spring%20summit/eventDetails")
                        .answers(200, "{'event':" + PAGE + "}")
                        .gives(EventDetails.class, EventContractTest::isSpring),
                Contract.ofEvent("events.get", event -> event.details().page())
                        .sends("GET /rest/events/spring%20summit")
                        .answers(200, PAGE)
                        .gives(EventDetails.class, EventContractTest::isSpring),
                Contract.ofEvent("events.cached", event -> event.details().cached())
                        .sends("GET /rest/cache/events/spring%20summit")
                        .answers(200, PAGE)
                        .gives(EventDetails.class, EventContractTest::isSpring),
                Contract.of("events.create", client -> client.events().create("acme", "acme-live"))
                        .sends("POST /rest/u/create/newevent?whiteLabelUrl=acme&organizerPageUrl=acme-live")
                        .answers(200, PAGE)
                        .gives(EventDetails.class, EventContractTest::isSpring),
                Contract.of("events.create", client -> client.events().create("", ""))
                        .sends("POST /rest/u/create/newevent")
                        .answers(200, "'u1772'")
                        .gives(
                                EventDetails.class,
                                event -> assertThat(event.url()).isEqualTo("u1772")),
                Contract.of("organizers.list", client -> client.events().organizers())
                        .sends("GET /rest/u/organizers")
                        .answers(
                                200,
                                "[{'organizerId':4,'name':'Acme','organizerPageURL':'acme-live','whiteLabelId':2}]")
                        .gives(Organizer.class, acme -> {
                            assertThat(acme.id()).isEqualTo("4");
                            assertThat(acme.pageUrl()).isEqualTo("acme-live");
                            assertThat(acme.extra()).containsOnlyKeys("whiteLabelId");
                        }),
                Contract.of("organizers.events", client -> client.events().ofOrganizer("acme-live", true))
                        .sends("GET /rest/u/organizer/acme-live/true")
                        .answers(200, "[" + ROW + "]")
                        .gives(EventDetails.class, event -> {
                            assertThat(event.id()).contains(new EventId(9));
                            assertThat(event.starts().local()).isPresent();
                            assertThat(event.zone()).isEqualTo("America/New_York");
                        }),
                Contract.of("events.ofWhiteLabel", client -> client.events().ofWhiteLabel("acme", 10))
                        .sends("GET /rest/whiteLabelURL/acme/events?page=0&size=10")
                        .answers(
                                200,
                                "{'recordsTotal':1,'data':[{'eventId':9,'eventName':'Spring','eventURL':'spring','eventListingStatus':'PUBLIC'}]}")
                        .gives(EventDetails.class, event -> {
                            assertThat(event.name()).isEqualTo("Spring");
                            assertThat(event.status()).isEqualTo("PUBLIC");
                        }));
    }

    private static void isSpring(EventDetails event) {
        assertThat(event.id()).contains(new EventId(9));
        assertThat(event.name()).isEqualTo("Spring");
        assertThat(event.status()).isEqualTo("ACTIVE");
        assertThat(event.extra()).containsOnlyKeys("currencySymbol", "design");
        assertThat(event.extra().get("design")).asString().contains("logo");
        assertThat(event).asString().doesNotContain("canary");
    }
}
