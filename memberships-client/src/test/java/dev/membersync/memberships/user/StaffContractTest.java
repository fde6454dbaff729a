package dev.membersync.memberships.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Change;
import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.Contract;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The staff of HighLevel, as memberships-api.md 2.1 has it. */
class StaffContractTest {

    private static final String USER = """
            {"id":"u1","name":"John Deo","firstName":"John","lastName":"Deo","email":"john@deo.example",
             "phone":"+1 808-868-8888","extension":"12","permissions":{"campaignsEnabled":true,
             "membershipEnabled":false,"opportunitiesBulkActionsEnabled":true},
             "scopes":["contacts.write","membership.write"],"roles":{"type":"account","role":"admin",
             "locationIds":["loc1"],"restrictSubAccount":true,"later":1},"deleted":false,
             "lcPhone":{"loc1":"+18085551212"},"platformLanguage":"en_US","news":1}""";

    static List<Contract> table() {
        return Stream.of(reads(), writes()).flatMap(List::stream).toList();
    }

    static Stream<Contract> version3() {
        return table().stream().filter(row -> MembershipsProfile.HIGHLEVEL_V3.has(row.operation()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void isOnTheWireAsDocumented(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("version3")
    void isTheSameInVersion3(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL_V3);
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("table")
    void aDamagedReplyIsAValueOrOneTypedError(Contract contract) {
        contract.survives(MembershipsProfile.HIGHLEVEL);
    }

    @Test
    void everyOperationHasARow() {
        Contract.noneIsMissing(table(), MembershipsProfile.HIGHLEVEL, "users");
    }

    private static List<Contract> reads() {
        StaffQuery query = StaffQuery.all()
                .location("loc2")
                .matching("John")
                .type("account")
                .role("admin")
                .ids(List.of("u1", "u2"))
                .twoWaySync(true)
                .sortedBy("dateAdded", true);
        return List.of(
                Contract.of("users.list", client -> client.users().list())
                        .sends("GET /users/?locationId=loc1")
                        .answers(200, "{\"users\":[" + USER + "]}")
                        .gives(User.class, user -> {
                            assertThat(user.userId()).isEqualTo("u1");
                            assertThat(user.extra()).containsKeys("permissions", "roles", "news");
                        }),
                Contract.of("users.search", client -> client.users().search(query))
                        .sends("GET /users/search?companyId=comp1&locationId=loc2&query=John&type=account&role=admin"
                                + "&ids=u1%2Cu2&enabled2waySync=true&sort=dateAdded&sortDirection=desc"
                                + "&limit=100&skip=0")
                        .answers(200, "{\"users\":[" + USER + "],\"count\":1}")
                        .gives(StaffUser.class, StaffContractTest::isTheUser),
                Contract.of(
                                "users.byEmail",
                                client -> client.users().byEmail(List.of("john@deo.example", "jane@deo.example")))
                        .sends(
                                "POST /users/search/filter-by-email",
                                "{\"companyId\":\"comp1\",\"emails\":\"john@deo.example,jane@deo.example\","
                                        + "\"projection\":\"all\",\"limit\":\"100\",\"skip\":\"0\"}")
                        .answers(200, "{\"users\":[" + USER + "],\"count\":1}")
                        .gives(StaffUser.class, StaffContractTest::isTheUser),
                Contract.of("users.get", client -> client.users().staff("u1"))
                        .sends("GET /users/u1")
                        .answers(200, USER)
                        .gives(StaffUser.class, StaffContractTest::isTheUser));
    }

    private static List<Contract> writes() {
        StaffDraft draft = StaffDraft.of(
                        "John", "Deo", "john@deo.example", Secret.of("Abcdefghijk1!"), StaffRole.admin("loc1"))
                .phone("+18085551212")
                .permissions(Map.of("membershipEnabled", true))
                .scopes(List.of("membership.write"));
        StaffUpdate update = StaffUpdate.of("u1")
                .phone(Change.clear())
                .role(StaffRole.user("loc1", "loc2"))
                .scopes(List.of());
        return List.of(
                Contract.of("users.create", client -> client.users().create(draft))
                        .sends(
                                "POST /users/",
                                "{\"companyId\":\"comp1\",\"firstName\":\"John\",\"lastName\":\"Deo\","
                                        + "\"email\":\"john@deo.example\",\"password\":\"Abcdefghijk1!\","
                                        + "\"type\":\"account\",\"role\":\"admin\",\"locationIds\":[\"loc1\"],"
                                        + "\"phone\":\"+18085551212\",\"permissions\":{\"membershipEnabled\":true},"
                                        + "\"scopes\":[\"membership.write\"]}")
                        .answers(201, USER)
                        .gives(StaffUser.class, StaffContractTest::isTheUser),
                Contract.of("users.update", client -> client.users().edit(update))
                        .sends(
                                "PUT /users/u1",
                                "{\"companyId\":\"comp1\",\"phone\":null,\"type\":\"account\",\"role\":\"user\","
                                        + "\"locationIds\":[\"loc1\",\"loc2\"],\"scopes\":[]}")
                        .answers(200, USER)
                        .gives(StaffUser.class, StaffContractTest::isTheUser),
                deleted("succeded"),
                deleted("succeeded"));
    }

    private static Contract deleted(String flag) {
        return Contract.of("users.delete", client -> client.users().delete("u1"))
                .sends("DELETE /users/u1")
                .answers(200, "{\"" + flag + "\":true,\"message\":\"Queued deleting user\",\"news\":1}")
                .gives(
                        StaffDeletion.class,
                        answer -> assertThat(answer)
                                .isEqualTo(new StaffDeletion(
                                        true, java.util.Optional.of("Queued deleting user"), Map.of("news", 1))));
    }

    private static void isTheUser(StaffUser user) {
        assertThat(user.id()).isEqualTo("u1");
        assertThat(user.name()).contains("John Deo");
        assertThat(user.firstName()).contains("John");
        assertThat(user.lastName()).contains("Deo");
        assertThat(user.email()).contains("john@deo.example");
        assertThat(user.phone()).contains("+1 808-868-8888");
        assertThat(user.extension()).contains("12");
        assertThat(user.may("membershipEnabled")).contains(false);
        assertThat(user.may("opportunitiesBulkActionsEnabled")).contains(true);
        assertThat(user.may("x")).isEmpty();
        assertThat(user.scopes()).containsExactly("contacts.write", "membership.write");
        assertThat(user.role()).hasValueSatisfying(role -> {
            assertThat(role.type()).contains("account");
            assertThat(role.role()).contains("admin");
            assertThat(role.locationIds()).containsExactly("loc1");
            assertThat(role.restrictSubAccount()).contains(true);
            assertThat(role.extra()).containsEntry("later", 1);
        });
        assertThat(user.deleted()).contains(false);
        assertThat(user.extra()).containsEntry("news", 1).containsKeys("lcPhone", "platformLanguage");
        assertThat(user.toString()).contains("u1").doesNotContain("John", "deo", "808");
    }
}
