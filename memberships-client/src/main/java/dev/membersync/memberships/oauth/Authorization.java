package dev.membersync.memberships.oauth;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.Problem;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A consent that was asked for. Keep it with the person's session until the browser comes back: the state ties the
 * answer to the one who asked. Immutable.
 *
 * @param url         where to send the browser
 * @param redirectUri where it comes back to
 * @param state       the text that must come back with it
 * @param verifier    the secret behind the code challenge, where one was sent
 */
public record Authorization(URI url, URI redirectUri, Secret state, Optional<Secret> verifier) {

    private static final Pattern PRINTED = Pattern.compile("[!-~]+");
    private static final String AGAIN = "send the person to a new authorization URL";

    /**
     * The code that the browser brought back, to be handed to {@link OAuthClient#exchange}; it works once.
     *
     * @param callback the address that the browser was sent to, with its query
     * @throws AuthException when the person or the vendor refused, or the state is not the one that was sent
     */
    public Secret code(URI callback) {
        Map<String, String> answer = query(callback.getRawQuery());
        byte[] returned = answer.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(returned, state.reveal().getBytes(StandardCharsets.UTF_8))) {
            throw refusal(
                    "the state that came back is not the one that was sent",
                    AGAIN + "; if nobody began this here, somebody else tried to");
        }
        if (answer.containsKey("error")) {
            throw refusal("consent was refused: " + known(answer.get("error")), AGAIN);
        }
        return Optional.ofNullable(answer.get("code"))
                .filter(code -> PRINTED.matcher(code).matches())
                .map(Secret::of)
                .orElseThrow(() -> refusal("the browser came back without a code", AGAIN));
    }

    /** The words of RFC 6749; any other text is the sender's and is not repeated. */
    private static String known(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "no known reason";
    }

    private static AuthException refusal(String summary, String remedy) {
        return new AuthException(Problem.of(summary, remedy), null).at("oauth.authorize", 0);
    }

    /** A name that comes twice has no value: RFC 6749 forbids it, and which of the two is meant is anybody's guess. */
    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.merge(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), (one, two) -> "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without the state, which is in the address too. */
    @Override
    public String toString() {
        return "Authorization[redirectUri=" + redirectUri + "]";
    }
}
