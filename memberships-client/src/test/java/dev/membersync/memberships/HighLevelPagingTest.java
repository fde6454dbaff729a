package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.membersync.client.Paged;
import dev.membersync.client.error.PagingException;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactSearch;
import dev.membersync.memberships.payment.OrderQuery;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.StaffQuery;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.RecordKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which the live service pages, two rows a page, against the stateful fake. */
class HighLevelPagingTest {

    private record Way(String fakeId, RecordKind kind, Function<MembershipsClient, Paged<?>> list) {}

    private static final Map<String, Way> WAYS = Map.of(
            "contacts.search",
            new Way(
                    "contacts.search",
                    RecordKind.CONTACT,
                    client -> client.contacts().search(ContactSearch.all())),
            "contacts.list",
            new Way(
                    "contacts.list",
                    RecordKind.CONTACT,
                    client -> client.contacts().list()),
            "users.list",
            new Way("users.list", RecordKind.USER, client -> client.users().list()),
            "users.search",
            new Way("users.search", RecordKind.USER, client -> client.users().search(StaffQuery.all())),
            "orders.list",
            new Way("orders.list", RecordKind.ORDER, client -> client.orders().list(OrderQuery.all())));

    private final HighLevelStage stage = new HighLevelStage(inTwos());

    private static MembershipsProfile inTwos() {
        var builder = MembershipsProfile.HIGHLEVEL.toBuilder();
        WAYS.keySet().stream()
                .filter(id -> !id.equals("users.list"))
                .forEach(id -> builder.paged(
                        id, MembershipsProfile.HIGHLEVEL.route(id).paging().rows(2)));
        return builder.build();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    static Stream<Arguments> sizes() {
        return WAYS.keySet().stream()
                .sorted()
                .flatMap(way -> IntStream.of(0, 1, 2, 3, 7).mapToObj(rows -> arguments(way, rows)));
    }

    @ParameterizedTest(name = "{1} rows of {0}")
    @MethodSource("sizes")
    void everyRowComesOnce(String way, int rows) {
        seed(way, rows);
        assertThat(Objects.requireNonNull(WAYS.get(way)).list().apply(stage.client).stream()
                        .distinct())
                .hasSize(rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paged")
    void aRepeatedPageIsAnIncompleteScan(String way) {
        seed(way, 7);
        Way list = Objects.requireNonNull(WAYS.get(way));
        stage.fake.faults(FaultPlan.nth(list.fakeId(), 3, Fault.REPEATED_PAGE));
        assertThatThrownBy(() -> list.list().apply(stage.client).forEach(row -> {}))
                .isInstanceOf(PagingException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paged")
    void aRowDeletedWhileWalkingMakesTheScanIncompleteAndLosesNoneInSilence(String way) {
        List<String> ids = seed(way, 7);
        Way list = Objects.requireNonNull(WAYS.get(way));
        Iterator<?> rows = list.list().apply(stage.client).iterator();
        rows.next();
        stage.records(list.kind()).delete(ids.get(0));
        stage.records(list.kind()).delete(ids.get(6));
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("shrank from 7 to 5");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7})
    void theTokensOfVersion3LeadThroughEveryPage(int rows) {
        var profile = MembershipsProfile.HIGHLEVEL_V3.toBuilder()
                .paged(
                        "oauth.installedLocations",
                        MembershipsProfile.HIGHLEVEL_V3
                                .route("oauth.installedLocations")
                                .paging()
                                .rows(2))
                .build();
        try (var agencyStage = new HighLevelStage(profile);
                var agency = agencyStage.agencyApp()) {
            IntStream.range(0, rows)
                    .forEach(i -> agencyStage.add(
                            RecordKind.INSTALL, Map.of("clientId", HighLevelStage.APP, "locationId", "l" + i)));
            assertThat(agency.oauth().installedLocations(HighLevelStage.APP.substring(0, 24)))
                    .hasSize(rows);
        }
    }

    @Test
    void aContactAddedBehindTheMarkOfASearchIsReadToo() {
        seed("contacts.search", 5);
        Iterator<Contact> rows =
                stage.client.contacts().search(ContactSearch.all()).iterator();
        List<String> ids = new ArrayList<>(List.of(rows.next().id()));
        seed("contacts.search", 1);
        rows.forEachRemaining(row -> ids.add(row.id()));
        assertThat(ids).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aSearchThatLagsIsWholeInItself() {
        seed("contacts.search", 5);
        stage.fake.highLevelSwitches().searchLag(Duration.ofHours(1));
        seed("contacts.search", 3);
        assertThat(stage.client.contacts().search(ContactSearch.all())).hasSize(5);
        assertThat(stage.client.contacts().list()).hasSize(8);
    }

    @Test
    void thePlainListShowsNamesAsTheyAreWritten() {
        stage.fake.contacts().add("Ann", "McLee", "ann@example.org");
        stage.fake.contacts().add("bo", null, "bo@example.org");
        stage.fake.contacts().add(null, "Ås", "as@example.org");
        assertThat(stage.client.contacts().list())
                .extracting(contact -> contact.fullName().orElse("?"))
                .containsExactlyInAnyOrder("Ann McLee", "bo", "Ås");
    }

    static Stream<String> paged() {
        return WAYS.keySet().stream().filter(way -> !way.equals("users.list")).sorted();
    }

    private List<String> seed(String way, int rows) {
        RecordKind kind = Objects.requireNonNull(WAYS.get(way)).kind();
        return IntStream.range(0, rows)
                .mapToObj(i -> stage.add(kind, Map.of("firstName", "N" + i)))
                .toList();
    }
}
