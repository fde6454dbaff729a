package dev.membersync.memberships.oauth;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Puts the address of the consent page together. */
final class Consent {

    private static final int RANDOM_BYTES = 32;

    private Consent() {}

    static Authorization of(OAuthApp app, URI page, AuthorizationRequest request, RandomGenerator random) {
        Secret state = random(random);
        Optional<Secret> verifier = request.pkce() ? Optional.of(random(random)) : Optional.empty();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", app.clientId());
        query.put("redirect_uri", request.redirectUri().toString());
        query.put("scope", String.join(" ", request.scopes()));
        query.put("state", state.reveal());
        if (request.sameTab()) {
            query.put("loginWindowOpenMode", "self");
        }
        request.versionId().ifPresent(id -> query.put("version_id", id));
        verifier.ifPresent(secret -> {
            query.put("code_challenge", challenge(secret));
            query.put("code_challenge_method", "S256");
        });
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return new Authorization(URI.create(page + "?" + text), request.redirectUri(), state, verifier);
    }

    static AuthException nothingToRenew() {
        return new AuthException(
                Problem.of(
                        "there is no refresh token to renew access with", "connect the account once, then try again"),
                Reason.RECONNECT_NEEDED,
                null);
    }

    private static Secret random(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String challenge(Secret verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /** A blank as {@code %20}: some servers read a plus sign in a query as itself. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
