package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.FileTokenStore;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.oauth.Authorization;
import dev.membersync.memberships.oauth.AuthorizationRequest;
import dev.membersync.memberships.oauth.OAuthApp;
import dev.membersync.memberships.oauth.OAuthClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/oauth.md. */
class OAuthTest {
    private final URI redirectUri = URI.create("https://app.example.org/callback");

    @Test
    void anAccountIsConnectedAndUsed() {
        try (Stage stage = Stage.highLevel(6)) {
            String clientId = Stage.CLIENT_ID;
            String clientSecret = Stage.CLIENT_SECRET;
            String locationId = Stage.LOCATION;
            URI baseUrl = URI.create(stage.membershipsUrl());
            // snippet: consent
            OAuthApp app = new OAuthApp(clientId, Secret.of(clientSecret));
            OAuthClient oauth = OAuthClient.builder(MembershipsProfile.HIGHLEVEL, app)
                    .baseUrl(
                            baseUrl) // only for tests: the address is that of the live service unless you say otherwise
                    .build();
            Authorization consent = oauth.authorize(AuthorizationRequest.of(redirectUri, "contacts.readonly"));
            // keep consent until the browser comes back, and send the browser to consent.url()
            // end
            URI callback = callback(stage, consent);
            // snippet: exchange
            Grant grant = oauth.exchange(consent, consent.code(callback)).execute(); // refuses another state
            TokenStore store = FileTokenStore.open(Path.of("grants")); // encrypted, for its owner alone
            store.save(locationId, grant);
            // end
            List<Object> members = new ArrayList<>();
            // snippet: use
            try (MembershipsClient client = MembershipsClient.builder(MembershipsProfile.HIGHLEVEL)
                    .baseUrl(baseUrl)
                    .locationId(locationId)
                    .members(MemberSettings.only(MemberRule.tag("member")))
                    .tokens(oauth.tokens(store, locationId)) // renewed once for all threads and processes
                    .build()) {
                client.members().list().forEach(members::add);
            }
            // end
            oauth.close();
            assertThat(members).hasSize(6);
        }
    }

    /** What the browser calls after the person agreed. */
    private URI callback(Stage stage, Authorization consent) {
        String code = stage.memberships().oauth().authorize(Stage.CLIENT_ID);
        return URI.create(
                redirectUri + "?code=" + code + "&state=" + consent.state().reveal());
    }
}
