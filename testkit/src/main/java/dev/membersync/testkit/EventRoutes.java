package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events as a whole, and the organisers they belong to. Field names are DOC; which of the three reads carries which is not. */
final class EventRoutes {
    private final AcceleventsState state;
    private final OrganisationState organisation;

    EventRoutes(AcceleventsState state, OrganisationState organisation) {
        this.state = state;
        this.organisation = organisation;
    }

    Routes addTo(Routes routes) {
        return routes.add(Operation.read("events.host", "/rest/host/event/{e}/eventDetails"), this::details)
                .add(Operation.read("events.get", "/rest/events/{e}"), this::withToken)
                .add(Operation.read("events.cached", "/rest/cache/events/{e}"), this::cached)
                .add(Operation.write("events.create", "POST", "/rest/u/create/newevent"), this::create)
                .add(Operation.read("organizers.list", "/rest/u/organizers"), this::organizers)
                .add(Operation.read("organizers.events", "/rest/u/organizer/{organizer}/{past}"), this::eventsOf)
                .add(Operation.list("events.ofWhiteLabel", "/rest/whiteLabelURL/{whiteLabel}/events"), this::labelled);
    }

    /** The details of a new event: USD, New York time, PREVIEW and a generated URL (DOC); its month, its length and its name are MODEL. */
    static FakeRecord fresh(long id, String url, Instant now) {
        Instant start = now.plus(Duration.ofDays(30));
        return new FakeRecord(
                String.valueOf(id),
                Json.map(
                        "name",
                        url,
                        "eventURL",
                        url,
                        "createdDate",
                        VendorDates.minutes(now),
                        "eventStartDate",
                        VendorDates.minutes(start),
                        "eventEndDate",
                        VendorDates.minutes(start.plus(Duration.ofHours(8))),
                        "currency",
                        "USD",
                        "currencySymbol",
                        "$",
                        "timezoneId",
                        "United States (New York) Time",
                        "equivalentTimezone",
                        "America/New_York",
                        "eventListingStatus",
                        "PREVIEW",
                        "eventFormat",
                        "HYBRID",
                        "eventDesignDetails",
                        Map.of()));
    }

    private static Map<String, Object> row(EventState event) {
        Map<String, Object> row = Json.map(
                "eventId",
                event.details().number(),
                "eventStatus",
                null,
                "address",
                null,
                "latitude",
                null,
                "longitude",
                null,
                "organizerName",
                null,
                "paymentGateway",
                "STRIPE",
                "auctionEnabled",
                false,
                "raffleEnabled",
                false,
                "fundANeedEnabled",
                false);
        row.putAll(event.details().values());
        return row;
    }

    private FakeReply details(Visit visit) {
        return FakeReply.json(200, row(state.event(visit)));
    }

    /** A one-time {@code userKey} logs its owner in; without a good one there is no token and no refusal. */
    private FakeReply withToken(Visit visit) {
        Map<String, Object> row = row(state.event(visit));
        row.put(
                "accessToken",
                visit.request()
                        .parameter("userKey")
                        .flatMap(key -> organisation.accounts().follow(key, visit.now()))
                        .orElse(null));
        return FakeReply.json(200, row);
    }

    private FakeReply cached(Visit visit) {
        Map<String, Object> row = row(state.event(visit));
        row.put("accountActivatedTriggerStatus", false);
        return FakeReply.json(200, row);
    }

    /** MODEL: the answer is the new event; a white label that is unknown or has no billing has its code (DOC), an unknown organiser none. */
    private FakeReply create(Visit visit) {
        String whiteLabel = visit.request().parameter("whiteLabelUrl").orElse("");
        String organizer = visit.request().parameter("organizerPageUrl").orElse("");
        organisation.requireWhiteLabel(whiteLabel);
        Map<String, Object> owner = new LinkedHashMap<>();
        if (!organizer.isEmpty()) {
            owner.put("organizerPageURL", organizer);
            owner.put(
                    "organizerName", organisation.organizer(organizer).values().get("name"));
        }
        if (!whiteLabel.isEmpty()) {
            owner.put("whiteLabelURL", whiteLabel);
        }
        EventState event = state.open("event-" + state.nextEventId(), visit.now());
        event.describe(event.details().withAll(owner));
        state.wrote(
                visit.now(), "event-create", event, "eventId", event.details().number());
        return FakeReply.json(200, row(event));
    }

    private FakeReply labelled(Visit visit) {
        String label = visit.variable("whiteLabel");
        List<Map<String, Object>> rows = state.events().values().stream()
                .filter(event ->
                        event.details().text("whiteLabelURL").orElse("").equals(label))
                .map(event -> {
                    Map<String, Object> row = row(event);
                    row.put("eventName", row.remove("name"));
                    return row;
                })
                .toList();
        return Paging.reply(visit, rows, rows.size());
    }

    private FakeReply organizers(Visit visit) {
        return FakeReply.json(
                200,
                organisation.organizers().stream()
                        .map(owner -> {
                            Map<String, Object> row = Json.map("organizerId", owner.number(), "whiteLabelId", null);
                            row.putAll(owner.values());
                            return row;
                        })
                        .toList());
    }

    /** {@code past} is true for the events that ended, false for the others. */
    private FakeReply eventsOf(Visit visit) {
        String owner = visit.variable("organizer");
        organisation.organizer(owner);
        boolean past = Boolean.parseBoolean(visit.variable("past"));
        return FakeReply.json(
                200,
                state.events().values().stream()
                        .filter(event -> event.details()
                                .text("organizerPageURL")
                                .orElse("")
                                .equals(owner))
                        .filter(event -> ended(event, visit.now()) == past)
                        .map(EventRoutes::publicRow)
                        .toList());
    }

    private static boolean ended(EventState event, Instant now) {
        return VendorDates.inZone(
                        event.details().text("eventEndDate").orElse(""),
                        event.details().text("equivalentTimezone").orElse("UTC"))
                .map(end -> end.isBefore(now))
                .orElse(false);
    }

    private static Map<String, Object> publicRow(EventState event) {
        Map<String, Object> all = event.details().values();
        List<BigDecimal> prices = event.types().values().stream()
                .map(FakeTicketType::price)
                .sorted()
                .toList();
        Map<String, Object> row = Json.map(
                "eventId",
                event.details().number(),
                "minTicketPrice",
                prices.isEmpty() ? BigDecimal.ZERO : prices.get(0),
                "maxTicketPrice",
                prices.isEmpty() ? BigDecimal.ZERO : prices.get(prices.size() - 1),
                "eventLogo",
                null,
                "eventLocation",
                all.get("address"),
                "saleStartDate",
                null,
                "eventDescription",
                all.get("eventDescription"),
                "ticketingTypeList",
                event.types().values().stream()
                        .map(type -> Json.map("typeId", type.id(), "name", type.name(), "price", type.price()))
                        .toList());
        List.of("name", "eventURL", "eventStartDate", "eventEndDate", "equivalentTimezone", "currency")
                .forEach(name -> row.put(name, all.get(name)));
        return row;
    }
}
