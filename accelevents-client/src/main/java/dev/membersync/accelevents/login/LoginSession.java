package dev.membersync.accelevents.login;

import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.client.auth.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * A session of a person who signed in.
 *
 * @param accessToken what {@code AcceleventsClient.session} takes
 * @param expires when it ends, as it came; the layout is not documented
 * @param redirectUrl where the console would go next, or empty
 * @param userRole the role, or empty
 * @param userId the account; empty when the reply does not say
 * @param whiteLabelUrl the enterprise account, or empty
 * @param extra every other field but credentials
 */
public record LoginSession(
        Secret accessToken,
        String expires,
        String redirectUrl,
        String userRole,
        Optional<PlatformUserId> userId,
        String whiteLabelUrl,
        Map<String, Object> extra) {
    public LoginSession {
        extra = Extras.copy(extra);
    }

    /** Role and end; an address to go to may itself let somebody in. */
    @Override
    public String toString() {
        return "LoginSession[" + userRole + ", until " + expires + "]";
    }
}
