package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.message;
import static dev.membersync.testkit.Vendor.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation. */
class HighLevelSweepTest {
    private static final Set<String> WITHOUT_TOKEN = Set.of("oauth.token", "oauth.reconnect");
    private static final String ID = "64c0e3a1b2c3d4e5f6a7b8c9-abcd1234";

    private final Vendor vendor = new Vendor(FakeMemberships.builder()
            .app(ID, "s", "https://a.example/", "oauth.readonly", "oauth.write", "users.readonly")
            .apiKey("none"));

    static Stream<Operation> operations() {
        return new Vendor().fake.operations().stream().filter(one -> !WITHOUT_TOKEN.contains(one.id()));
    }

    private static String path(Operation operation) {
        return operation.template().replace("{locationId}", Vendor.LOCATION).replaceAll("\\{[a-zA-Z]+}", "x1");
    }

    private FakeReply ask(FakeMemberships fake, Operation operation, String key, String more) {
        return fake.handle(FakeRequest.of(operation.method(), path(operation) + more, Vendor.headers(key, "v3"), ""));
    }

    private String company() {
        String code = vendor.fake.oauth().authorizeCompany(ID);
        return object(vendor.fake.handle(FakeRequest.of(
                        "POST",
                        "/oauth/token",
                        java.util.Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        "client_id=" + ID + "&client_secret=s&grant_type=authorization_code&code=" + code)))
                .text("access_token", "");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anUnknownParameterIsRefusedByName(Operation operation) {
        boolean agency = operation.id().matches("users.byEmail|oauth.*");
        FakeReply reply = agency
                ? ask(vendor.fake, operation, company(), "?zzz=1")
                : ask(new Vendor().fake, operation, FakeMemberships.DEFAULT_KEY, "?zzz=1");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(object(reply).texts("message")).contains("property zzz should not exist");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aMissingVersionIsRefused(Operation operation) {
        FakeReply reply = vendor.fake.handle(
                FakeRequest.of(operation.method(), path(operation), java.util.Map.of("Authorization", "Bearer none")));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(message(reply)).isEqualTo("version header was not found.");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aKeyWithoutAnyScopeIsRefused(Operation operation) {
        int status = ask(vendor.fake, operation, "none", "").status();

        // Order notes list no scope at all: they get as far as the validation.
        assertThat(status).isIn(operation.id().equals("orders.notes") ? List.of(422) : List.of(401, 403));
        assertThat(vendor.fake.writes().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void faultsWorkEverywhere(Operation operation) {
        FakeMemberships fake = vendor.fake;
        fake.faults(FaultPlan.script(operation.id(), Fault.STATUS_BEFORE, Fault.DROP_AFTER, Fault.TOO_MANY_BARE));

        assertThat(ask(fake, operation, "none", "").status()).isEqualTo(503);
        assertThat(ask(fake, operation, "none", "").ending()).isEqualTo(Ending.DROPPED);
        assertThat(ask(fake, operation, "none", "").status()).isEqualTo(429);
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        assertThat(vendor.fake.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(70);
    }
}
