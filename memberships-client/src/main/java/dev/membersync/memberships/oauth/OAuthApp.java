package dev.membersync.memberships.oauth;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.internal.Texts;
import java.util.Objects;

/**
 * An app as it is registered with the vendor.
 *
 * @param clientId     the app's id; on HighLevel the part before the hyphen is the {@code appId} of its webhooks (SPEC)
 * @param clientSecret the app's secret
 */
public record OAuthApp(String clientId, Secret clientSecret) {

    /** Refuses a blank id. */
    public OAuthApp {
        Texts.required("clientId", clientId);
        Objects.requireNonNull(clientSecret, "clientSecret");
    }

    /** The id that webhooks and installed locations know the app by (SPEC, memberships-api.md 1.3). */
    public String appId() {
        int hyphen = clientId.indexOf('-');
        return hyphen < 0 ? clientId : clientId.substring(0, hyphen);
    }
}
