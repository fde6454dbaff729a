package dev.membersync.accelevents.login;

import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.internal.value.Credentials;
import dev.membersync.client.Call;
import dev.membersync.client.Experimental;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signing in, for the few calls an API key cannot make. A secret is sent and never shown. Every call here counts at the vendor: some wrong passwords in a row lock the
 * account for 30 minutes (4010102, DOC). Safe for many threads.
 */
@Experimental
public final class Logins {
    private final Wire wire;

    /** The logins of this service. */
    @SuppressWarnings("exports") // made by the client alone
    public Logins(Wire wire) {
        this.wire = wire;
    }

    /** Signs in with a password; {@link Secret} takes printable ASCII only. Safety ONCE_ONLY. Source: WEB17 (OLD). */
    @Experimental
    public Call<LoginSession> password(String username, Secret password) {
        var body = new LinkedHashMap<String, Object>();
        body.put("username", username);
        body.put("password", password);
        body.put("rememberme", false);
        return session(wire.call("logins.password").json(body));
    }

    /** Signs in with the token of a link. Safety ONCE_ONLY: 4068006 says that it was used. Source: R:login-using-token (DOC). */
    @Experimental
    public Call<LoginSession> token(Secret token) {
        return session(wire.call("logins.token").path("token", token));
    }

    /** Signs in with the one-time key of a link. Safety ONCE_ONLY. Source: R:login-using-userkey (DOC). */
    @Experimental
    public Call<LoginSession> userKey(Secret userKey) {
        return session(wire.call("logins.userKey").path("userKey", userKey));
    }

    /**
     * Signs in or up at the portal of an event. Safety ONCE_ONLY. Source: R:login-signup (DOC); no page shows the body.
     *
     * @param fields the body; a {@link Secret} in it is sent by its value
     */
    @Experimental
    public Call<LoginSession> portal(String eventUrl, Map<String, ?> fields) {
        return session(wire.call("logins.portal").path("e", eventUrl).json(fields));
    }

    /**
     * Makes an account and signs in. Safety ONCE_ONLY: 4090101 says that the account exists. Source: reference root (DOC); no page shows the body.
     *
     * @param fields the body; a {@link Secret} in it is sent by its value
     */
    @Experimental
    public Call<LoginSession> signUp(Map<String, ?> fields) {
        return session(wire.call("logins.signUp").json(fields));
    }

    private static Call<LoginSession> session(CallBuilder call) {
        return call.reader(body -> Json.row(body, List.of("accessToken", "data"), Logins::session));
    }

    private static LoginSession session(Fields row) {
        return new LoginSession(
                token(row),
                row.text("expires_in").orElse(""),
                row.text("redirectUrl").orElse(""),
                row.text("userRole").orElse(""),
                Ids.known(row, PlatformUserId::new, "userId"),
                row.text("whiteLabelURL", "whiteLabelUrl").orElse(""),
                Credentials.removed(row.rest()));
    }

    private static Secret token(Fields row) {
        var token = row.text("access_token", "accessToken").orElse("");
        try {
            return Secret.of(token);
        } catch (IllegalArgumentException unusable) {
            throw new UnreadableException("the reply has no usable access token");
        }
    }
}
