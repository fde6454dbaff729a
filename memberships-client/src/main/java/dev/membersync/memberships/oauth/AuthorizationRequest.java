package dev.membersync.memberships.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a person is asked to consent to.
 *
 * @param redirectUri where the browser is sent back to; must equal one that is registered with the app (DOC)
 * @param scopes      the rights asked for, such as {@code contacts.readonly}
 * @param sameTab     whether the log-in opens in the same tab, {@code loginWindowOpenMode=self} (DOC)
 * @param versionId   the version of a private or draft app, which needs it (LIVE)
 * @param pkce        whether to send a code challenge, for servers that accept one; the vendor documents none
 */
public record AuthorizationRequest(
        URI redirectUri, List<String> scopes, boolean sameTab, Optional<String> versionId, boolean pkce) {

    /** Copies the scopes. */
    public AuthorizationRequest {
        scopes = List.copyOf(scopes);
    }

    /** A request for these scopes. */
    public static AuthorizationRequest of(URI redirectUri, String... scopes) {
        return new AuthorizationRequest(redirectUri, List.of(scopes), false, Optional.empty(), false);
    }

    /** The same request, opened in the same tab. */
    public AuthorizationRequest inSameTab() {
        return new AuthorizationRequest(redirectUri, scopes, true, versionId, pkce);
    }

    /** The same request for this version of a private app. */
    public AuthorizationRequest withVersionId(String id) {
        return new AuthorizationRequest(redirectUri, scopes, sameTab, Optional.of(id), pkce);
    }

    /** The same request with a code challenge (RFC 7636, S256). */
    public AuthorizationRequest withPkce() {
        return new AuthorizationRequest(redirectUri, scopes, sameTab, versionId, true);
    }
}
