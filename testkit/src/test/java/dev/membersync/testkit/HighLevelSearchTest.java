package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.object;
import static dev.membersync.testkit.Vendor.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HighLevelSearchTest {
    private final Vendor vendor = new Vendor();
    private final FakeMemberships fake = vendor.fake;

    @BeforeEach
    void contacts() {
        for (String name : List.of("Ann", "Bo", "Cy", "Di", "Ed")) {
            String email = name.equals("Ed") ? null : name + "@example.com";
            String id = fake.contacts()
                    .add(name, "Lee", email, name.compareTo("C") < 0 ? "member" : "guest")
                    .id();
            fake.contacts().field(id, "level", name.length() + name.charAt(0) - 'A');
            vendor.clock.forward(Duration.ofMinutes(1));
        }
    }

    private static Map<String, Object> filter(String field, String operator, Object value) {
        return Json.map("field", field, "operator", operator, "value", value);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(filter("email", "eq", "ann@EXAMPLE.com"), "Ann"),
                Arguments.of(filter("email", "not_eq", "ann@example.com"), "Bo,Cy,Di,Ed"),
                Arguments.of(filter("firstName", "contains", "y"), "Cy"),
                Arguments.of(filter("firstName", "not_contains", "y"), "Ann,Bo,Di,Ed"),
                Arguments.of(filter("email", "exists", null), "Ann,Bo,Cy,Di"),
                Arguments.of(filter("email", "not_exists", null), "Ed"),
                Arguments.of(filter("tags", "eq", "member"), "Ann,Bo"),
                Arguments.of(filter("tags", "contains", List.of("guest", "other")), "Cy,Di,Ed"),
                Arguments.of(filter("customFields.level", "range", Map.of("gt", 3, "lte", 4)), "Cy"),
                Arguments.of(filter("dateAdded", "range", Map.of("gte", "2026-11-23T10:03:00Z")), "Di,Ed"),
                Arguments.of(
                        Json.map(
                                "group",
                                "OR",
                                "filters",
                                List.of(
                                        filter("firstName", "eq", "bo"),
                                        Json.map(
                                                "group",
                                                "AND",
                                                "filters",
                                                List.of(
                                                        filter("tags", "eq", "guest"),
                                                        filter("email", "not_exists", null))))),
                        "Bo,Ed"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterFinds(Map<String, Object> filter, String names) {
        String level = fake.contacts().fieldId("level");
        if (String.valueOf(filter.get("field")).equals("customFields.level")) {
            filter.put("field", "customFields." + level);
        }

        assertThat(String.join(",", texts(vendor.search("filters", List.of(filter)), "contacts", "firstName")))
                .isEqualTo(names);
    }

    @Test
    void pagesByNumberAreThePartsOfTheWhole() {
        assertThat(texts(vendor.search("pageLimit", 2, "page", 2), "contacts", "firstName"))
                .containsExactly("Cy", "Di");
        assertThat(object(vendor.search("pageLimit", 2)).whole("total")).hasValue(5);
    }

    @Test
    void theCursorOfTheLastHitLeadsOnAndTheLastPageHasOneToo() {
        List<String> names = new ArrayList<>();
        Object cursor = null;
        for (int i = 0; i < 4; i++) {
            FakeReply page = cursor == null
                    ? vendor.search("pageLimit", 2)
                    : vendor.search("pageLimit", 2, "searchAfter", cursor);
            names.addAll(texts(page, "contacts", "firstName"));
            if (!object(page).objects("contacts").isEmpty()) {
                cursor = object(page)
                        .objects("contacts")
                        .get(object(page).objects("contacts").size() - 1)
                        .values()
                        .get("searchAfter");
            }
        }

        assertThat(names).containsExactly("Ann", "Bo", "Cy", "Di", "Ed");
        assertThat(cursor).isNotNull();
    }

    @Test
    void hitsAreSorted() {
        assertThat(texts(
                        vendor.search("sort", List.of(Json.map("field", "dateUpdated", "direction", "desc"))),
                        "contacts",
                        "firstName"))
                .containsExactly("Ed", "Di", "Cy", "Bo", "Ann");
    }

    @Test
    void tooLargeAPageOrTooFarAPageIsRefused() {
        assertThat(vendor.search("pageLimit", 501).status()).isEqualTo(422);
        assertThat(vendor.search("pageLimit", 500, "page", 20).status()).isEqualTo(200);
        assertThat(vendor.search("pageLimit", 500, "page", 21).status()).isEqualTo(400);
    }

    @Test
    void theSearchLagsWhileAReadDoesNot() {
        String ann = fake.contacts().all().get(0).id();
        fake.highLevelSwitches().searchLag(Duration.ofSeconds(5));
        vendor.send("PUT", "/contacts/" + ann, "firstName", "Zoë");

        assertThat(texts(vendor.search("pageLimit", 1), "contacts", "firstName"))
                .containsExactly("Ann");
        assertThat(vendor.get("/contacts/" + ann).text()).contains("Zoë");

        vendor.clock.forward(Duration.ofSeconds(5));
        assertThat(texts(vendor.search("pageLimit", 1), "contacts", "firstName"))
                .containsExactly("Zoë");
    }

    @Test
    void aNewContactIsNotFoundAndADeletedOneStillIsWhileTheSearchLags() {
        fake.highLevelSwitches().searchLag(Duration.ofSeconds(5));
        fake.contacts().delete(fake.contacts().all().get(0).id());
        fake.contacts().add("Flo", "Lee", null);

        assertThat(texts(vendor.search(), "contacts", "firstName")).containsExactly("Ann", "Bo", "Cy", "Di", "Ed");
        vendor.clock.forward(Duration.ofSeconds(5));
        assertThat(texts(vendor.search(), "contacts", "firstName")).containsExactly("Bo", "Cy", "Di", "Ed", "Flo");
    }

    @Test
    void freeTextLooksInNamesAndAddresses() {
        assertThat(texts(vendor.search("query", "di@ex"), "contacts", "firstName"))
                .containsExactly("Di");
    }

    @Test
    void listFaultsWorkOnTheSearch() {
        fake.faults(FaultPlan.script("contacts.search", Fault.SHORT_PAGE, Fault.REPEATED_PAGE));

        assertThat(texts(vendor.search("pageLimit", 2), "contacts", "firstName"))
                .containsExactly("Ann");
        assertThat(texts(vendor.search("pageLimit", 2, "page", 2), "contacts", "firstName"))
                .containsExactly("Ann", "Bo");
    }
}
