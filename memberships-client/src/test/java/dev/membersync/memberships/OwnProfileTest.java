package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.contact.ContactSearch;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Paging;
import dev.membersync.memberships.user.UserUpdate;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A deployment that nobody foresaw, described by its user. */
class OwnProfileTest {

    private static final MembershipsProfile CLUB = MembershipsProfile.STANDARD.toBuilder()
            .name("CLUB")
            .baseUrl(URI.create("https://club.example.org/v2"))
            .key("X-Api-Key", "")
            .header("X-Tenant", "north")
            .route("users.list", "/members")
            .below("users.list", "members")
            .counted("users.list", "paging.count")
            .paged("users.list", new Paging(Paging.Style.PAGE_LIMIT, "p", 0, "per", 2))
            .field(FieldNames.USER_ID, "memberNo")
            .field(FieldNames.PLAN_ID, "tier")
            .route("users.update", "/members/{userId}")
            .updateField(FieldNames.USER_ID, "memberNo")
            .updateField(FieldNames.PLAN_ID, "tier")
            .build();

    private static final MembershipsProfile WHITE_LABEL = MembershipsProfile.HIGHLEVEL.toBuilder()
            .name("WHITE_LABEL")
            .baseUrl(URI.create("https://api.label.example/crm"))
            .withoutHeader("version")
            .header("X-Version", "9")
            .route("contacts.search", "/people/search")
            .below("contacts.search", "people")
            .counted("contacts.search", "meta.all")
            .paged("contacts.search", Paging.pageAndLimit(2))
            .build();

    private final ScriptedTransport transport = ScriptedTransport.create();

    @Test
    void aClubOfItsOwnIsListedByPathEnvelopePagesTotalsAndNames() {
        transport
                .reply(
                        200,
                        "{\"members\":[{\"memberNo\":7,\"tier\":\"gold\"},{\"memberNo\":8}],\"paging\":{\"count\":3}}")
                .reply(200, "{\"members\":[{\"memberNo\":9}],\"paging\":{\"count\":3}}");
        assertThat(client(CLUB).members().list()).extracting(Member::userId).containsExactly("7", "8", "9");
        assertThat(transport.requests())
                .extracting(Scripts::target)
                .containsExactly("GET /v2/members?p=0&per=2", "GET /v2/members?p=1&per=2");
        assertThat(transport.requests().get(0).headers()).containsEntry("X-Tenant", "north");
        assertThat(transport.requests().get(0).secrets().get("X-Api-Key").reveal())
                .isEqualTo(Scripts.KEY);
    }

    @Test
    void anUpdateGoesOutUnderTheClubsNames() {
        transport.reply(200, "{\"memberNo\":7,\"tier\":\"gold\"}");
        Member after = client(CLUB)
                .members()
                .update(UserUpdate.of("7").withPlanId("gold"))
                .execute();
        assertThat(after.planId()).contains("gold");
        assertThat(Scripts.target(transport.requests().get(0))).isEqualTo("PUT /v2/members/7");
        assertThat(Scripts.body(transport.requests().get(0))).isEqualTo("{\"memberNo\":\"7\",\"tier\":\"gold\"}");
    }

    @Test
    void aWhiteLabelOfHighLevelIsSearchedByItsOwnPathAndPages() {
        transport.reply(200, "{\"people\":[{\"id\":\"c1\"}],\"meta\":{\"all\":1}}");
        assertThat(client(WHITE_LABEL).contacts().search(ContactSearch.all())).hasSize(1);
        var request = transport.requests().get(0);
        assertThat(request.uri()).hasToString("https://api.label.example/crm/people/search");
        assertThat(request.headers()).containsEntry("X-Version", "9").doesNotContainKey("Version");
        assertThat(Scripts.body(request)).isEqualTo("{\"locationId\":\"loc1\",\"page\":1,\"limit\":2}");
    }

    private MembershipsClient client(MembershipsProfile profile) {
        return Scripts.highLevel(transport, profile);
    }
}
