package dev.membersync.memberships.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Contract;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Paging;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactRepliesTest {

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("tables")
    void anyReplyIsAValueOrATypedError(Contract contract) {
        contract.survives(MembershipsProfile.HIGHLEVEL);
    }

    static Stream<Contract> tables() {
        return Stream.of(ContactContractTest.table(), AboutContactContractTest.table())
                .flatMap(List::stream)
                // What a test says beside the call is no part of the client.
                .filter(contract -> !contract.target().contains("email="));
    }

    @Test
    void aSearchGoesOnAfterTheMarkOfTheLastHitAndEndsWithAShortPage() {
        var transport = ScriptedTransport.create()
                .reply(200, "{\"contacts\":[" + hit(1) + "," + hit(2) + "],\"total\":3}")
                .reply(200, "{\"contacts\":[" + hit(3) + "],\"total\":3}");
        assertThat(inTwos(transport, "contacts.search").contacts().search(ContactSearch.all()).stream()
                        .map(Contact::id))
                .containsExactly("c1", "c2", "c3");
        assertThat(Scripts.body(transport.requests().get(1)))
                .isEqualTo("{\"locationId\":\"loc1\",\"pageLimit\":2,\"searchAfter\":[2,\"c2\"]}");
    }

    @Test
    void thePlainListGoesOnAfterTheMarksBesideItsRowsWithoutTheVendorsOwnUrl() {
        String meta =
                ",\"meta\":{\"total\":3,\"startAfter\":2,\"startAfterId\":\"c2\",\"nextPageUrl\":\"https://x/\"}}";
        var transport = ScriptedTransport.create()
                .reply(200, "{\"contacts\":[" + hit(1) + "," + hit(2) + "]" + meta)
                .reply(200, "{\"contacts\":[" + hit(3) + "]" + meta);
        assertThat(inTwos(transport, "contacts.list").contacts().list().stream().map(Contact::id))
                .containsExactly("c1", "c2", "c3");
        assertThat(Scripts.target(transport.requests().get(1)))
                .isEqualTo("GET /contacts/?locationId=loc1&limit=2&startAfter=2&startAfterId=c2");
    }

    @Test
    void versionThreeHasNoPlainList() {
        var contacts = Scripts.highLevel(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL_V3)
                .contacts();
        assertThatThrownBy(() -> contacts.list().stream().toList()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anUpdateThatChangesNothingIsRefusedBeforeItIsSent() {
        var contacts = Scripts.highLevel(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL)
                .contacts();
        assertThatThrownBy(() -> contacts.update(ContactUpdate.of("c1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> contacts.create(ContactDraft.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUpdateCannotNameWhatTheVendorTakesForNewContactsOnly() {
        assertThatThrownBy(() -> ContactUpdate.of("c1").with(ContactField.COMPANY_NAME, "Lee Ltd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("companyName");
    }

    private static MembershipsClient inTwos(ScriptedTransport transport, String operation) {
        Paging paging = MembershipsProfile.HIGHLEVEL.route(operation).paging().rows(2);
        return Scripts.highLevel(
                transport,
                MembershipsProfile.HIGHLEVEL.toBuilder()
                        .paged(operation, paging)
                        .build());
    }

    private static String hit(int number) {
        return "{\"id\":\"c" + number + "\",\"searchAfter\":[" + number + ",\"c" + number + "\"]}";
    }
}
