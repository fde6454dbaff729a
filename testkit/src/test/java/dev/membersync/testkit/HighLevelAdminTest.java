package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.testkit.internal.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighLevelAdminTest {
    private final Vendor vendor = new Vendor(FakeMemberships.builder().app("app-1", "s", "https://a.example/", "x"));
    private final AdminDoor door = AdminDoor.over(vendor.fake);

    private FakeReply send(String method, String path, String body) {
        return door.handle(FakeRequest.of(method, "/__admin/" + path, Map.of(), body));
    }

    @Test
    void contactsAreSeededEditedAndDeletedFromOutside() {
        FakeReply added =
                send("POST", "contacts", "{\"firstName\":\"Ann\",\"tags\":[\"member\"],\"fields\":{\"level\":3}}");
        String id = Json.object(added.body()).texts("ids").get(0);
        send("PUT", "contacts/" + id, "{\"email\":\"ann@example.com\"}");

        assertThat(vendor.fake.members().find(id).orElseThrow().email()).isEqualTo("ann@example.com");
        assertThat(vendor.fake.contacts().field(id, "level")).hasValue(3);
        send("DELETE", "contacts/" + id, "");
        assertThat(vendor.fake.contacts().all()).isEmpty();
    }

    @Test
    void codesAreIssuedFromOutside() {
        assertThat(Json.object(send("POST", "oauth/codes", "{\"clientId\":\"app-1\"}")
                                .body())
                        .text("code"))
                .isPresent();
    }

    @Test
    void webhooksAreShownFromOutside() {
        send("PUT", "webhooks", "{\"url\":\"http://127.0.0.1:1/\",\"nested\":true,\"retry\":\"NONE\"}");
        vendor.fake.contacts().add("Ann", null, null);

        assertThat(Json.object(send("GET", "webhooks", "").body()).objects("deliveries"))
                .extracting(row -> row.text("event", ""))
                .containsExactly("ContactCreate");
    }

    @Test
    void theSwitchesOfTheProfileAreTurnedFromOutside() {
        assertThat(send("PUT", "switches", "{\"searchLagMillis\":5000}").status())
                .isEqualTo(200);
        assertThat(vendor.fake.highLevelSwitches().searchLag()).hasSeconds(5);
        assertThat(send("PUT", "switches", "{\"listEnvelope\":\"bare\"}").status())
                .isEqualTo(400);
    }

    @Test
    void standardHasNoContacts() {
        assertThatThrownBy(() -> FakeMemberships.builder().build().contacts())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("highLevel");
    }
}
