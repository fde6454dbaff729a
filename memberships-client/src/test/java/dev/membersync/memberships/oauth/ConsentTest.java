package dev.membersync.memberships.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The consent page and what the browser brings back. */
class ConsentTest {

    private static final String ZEROS = "A".repeat(43);

    private final OAuthClient oauth = Apps.client(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL);
    private final Authorization consent =
            oauth.authorize(AuthorizationRequest.of(Apps.REDIRECT, "contacts.readonly", "contacts.write"));

    @Test
    void theAddressAsksForTheScopesWithAState() {
        assertThat(consent.url())
                .hasToString("https://marketplace.gohighlevel.com/v2/oauth/chooselocation?response_type=code"
                        + "&client_id=64c0e3a1b2c3d4e5f6a7b8c9-abcd1234"
                        + "&redirect_uri=https%3A%2F%2Fapp.example.org%2Fcb%3Fa%3Db"
                        + "&scope=contacts.readonly%20contacts.write&state=" + ZEROS);
    }

    @Test
    void theAddressOfAPrivateAppNamesItsVersionAndTheTab() {
        AuthorizationRequest request =
                AuthorizationRequest.of(Apps.REDIRECT, "x").inSameTab().withVersionId("v 1");
        assertThat(oauth.authorize(request).url().toString())
                .endsWith("&state=" + ZEROS + "&loginWindowOpenMode=self&version_id=v%201");
    }

    @Test
    void aCodeChallengeIsThatOfTheExampleOfRfc7636() {
        String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        OAuthClient scripted =
                Apps.client(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL, new Bytes(verifier));
        Authorization asked =
                scripted.authorize(AuthorizationRequest.of(Apps.REDIRECT, "x").withPkce());
        assertThat(asked.verifier()).contains(Secret.of(verifier));
        assertThat(asked.url().toString())
                .endsWith("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256")
                .doesNotContain("verifier");
    }

    @Test
    void statesAreOf256BitsAndNeverTheSame() {
        OAuthClient real = Apps.client(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL, new SecureRandom());
        AuthorizationRequest request = AuthorizationRequest.of(Apps.REDIRECT, "x");
        Secret first = real.authorize(request).state();
        assertThat(Base64.getUrlDecoder().decode(first.reveal())).hasSize(32);
        assertThat(real.authorize(request).state()).isNotEqualTo(first);
    }

    @Test
    void theCodeThatCameBackIsHandedOut() {
        assertThat(consent.code(back("a=b&code=c%2Fd&state=" + ZEROS))).isEqualTo(Secret.of("c/d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=canary",
                "code=canary&state=",
                "code=canary&state=canarystate",
                "code=canary&state=%ff",
                "code=canary&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&state=canarystate",
                "code=canary&state=canarystate&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "error=access_denied&state=canarystate"
            })
    void anotherStateIsRefusedWithoutRepeatingAnything(String query) {
        assertThatThrownBy(() -> consent.code(back(query)))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("the state that came back is not the one that was sent")
                .hasMessageNotContainingAny("canary", ZEROS);
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied,consent was refused: access_denied",
        "error=access_denied&code=canary,consent was refused: access_denied",
        "error=Canary%20text,consent was refused: no known reason",
        "x=y,without a code",
        "code=,without a code",
        "code=canary&code=canary2,without a code",
        "code=canary%0A,without a code"
    })
    void aRefusalSaysWhyInWordsThatAreKnown(String query, String told) {
        assertThatThrownBy(() -> consent.code(back(query + "&state=" + ZEROS)))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining(told)
                .hasMessageContaining("new authorization URL")
                .hasMessageNotContainingAny("canary", "Canary", ZEROS);
    }

    @Test
    void aCallbackWithoutAQueryIsRefused() {
        assertThatThrownBy(() -> consent.code(Apps.REDIRECT.resolve("/cb"))).isInstanceOf(AuthException.class);
    }

    @Test
    void nothingOfAConsentThatIsSecretIsPrinted() {
        assertThat(consent.toString()).doesNotContain(ZEROS);
        assertThat(Apps.APP.toString()).doesNotContain("canary");
    }

    private static URI back(String query) {
        return URI.create("https://app.example.org/cb?" + query);
    }

    /** Gives the same bytes whenever it is asked. */
    private record Bytes(String base64) implements RandomGenerator {
        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(Base64.getUrlDecoder().decode(base64), 0, bytes, 0, bytes.length);
        }

        @Override
        public long nextLong() {
            return 0;
        }
    }
}
