package dev.membersync.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
    private static final String HEADER = "X-GHL-Signature";
    private static final String LEGACY = "X-WH-Signature";
    private static final KeyPair EDWARDS = pair("Ed25519", 255);
    private static final KeyPair RSA = pair("RSA", 4096);
    private static final String TEXT =
            "\uFEFF{ \"b\" : \"\\u00e9\\/\\ud83d\\ude00 \uD83D\uDE00\",\r\n\t\"a\":1.50, \"a\": 2e0 }\r\n ";
    private static final byte[] BODY = TEXT.getBytes(StandardCharsets.UTF_8);
    /** A usual build takes every third bit: from byte to byte another one. */
    private static final int EVERY = Boolean.getBoolean("heavy") ? 1 : 3;

    private static final SignatureVerifier STRONG = verifier(HEADER, EDWARDS);
    private static final SignatureVerifier EITHER = STRONG.orWhenMissing(verifier(LEGACY, RSA));

    @Test
    void oddRawBytesWithARealSignatureAreValid() {
        assertThat(STRONG.verify(delivery(BODY, HEADER, signed(EDWARDS, BODY)))).isEqualTo(Verdict.VALID);
    }

    @Test
    void everySingleBitOfTheBodyCounts() {
        String signature = signed(EDWARDS, BODY);
        for (int bit = 0; bit < BODY.length * 8; bit += EVERY) {
            assertThat(STRONG.verify(delivery(flipped(BODY, bit), HEADER, signature)))
                    .as("bit %d", bit)
                    .isEqualTo(Verdict.INVALID);
        }
    }

    @Test
    void everySingleBitOfTheSignatureCounts() {
        byte[] signature = Base64.getDecoder().decode(signed(EDWARDS, BODY));
        for (int bit = 0; bit < signature.length * 8; bit += EVERY) {
            String text = Base64.getEncoder().encodeToString(flipped(signature, bit));
            assertThat(STRONG.verify(delivery(BODY, HEADER, text)))
                    .as("bit %d", bit)
                    .isEqualTo(Verdict.INVALID);
        }
    }

    @Test
    void everySingleBitOfTheHeaderTextCounts() {
        String signature = signed(EDWARDS, BODY);
        for (int i = 0; i < signature.length() * 16; i += EVERY) {
            char[] text = signature.toCharArray();
            text[i / 16] ^= (char) (1 << (i % 16));
            assertThat(STRONG.verify(delivery(BODY, HEADER, new String(text))))
                    .as("bit %d", i)
                    .isEqualTo(Verdict.INVALID);
        }
    }

    @Test
    void rsaIsAsStrict() {
        SignatureVerifier verifier = verifier(LEGACY, RSA);
        byte[] signature = Base64.getDecoder().decode(signed(RSA, BODY));
        assertThat(verifier.verify(delivery(BODY, LEGACY, signed(RSA, BODY)))).isEqualTo(Verdict.VALID);
        for (int bit = 0; bit < signature.length * 8; bit += 13 * EVERY) {
            String text = Base64.getEncoder().encodeToString(flipped(signature, bit));
            assertThat(verifier.verify(delivery(BODY, LEGACY, text))).isEqualTo(Verdict.INVALID);
            assertThat(verifier.verify(delivery(flipped(BODY, bit % (BODY.length * 8)), LEGACY, signed(RSA, BODY))))
                    .isEqualTo(Verdict.INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "n/a", "AAAA", "====", "N/A, N/A", "\u0000", "\uD83D", "-_-_"})
    void anyOtherTextIsInvalid(String value) {
        assertThat(STRONG.verify(delivery(BODY, HEADER, value))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aSignatureInAnotherSpellingOfBase64IsInvalid() {
        String good = signed(EDWARDS, BODY);
        List<String> spellings = List.of(
                good.substring(0, 86),
                good + "=",
                " " + good,
                good + "\n",
                good + "," + good,
                good.substring(0, 40) + "\r\n" + good.substring(40));
        assertThat(spellings)
                .allSatisfy(text ->
                        assertThat(STRONG.verify(delivery(BODY, HEADER, text))).isEqualTo(Verdict.INVALID));
    }

    @Test
    void noSignatureAndTheWordForNoneAreMissing() {
        assertThat(STRONG.verify(Delivery.of(Headers.none(), BODY))).isEqualTo(Verdict.MISSING);
        assertThat(STRONG.verify(delivery(BODY, HEADER, "N/A"))).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aSignatureThatIsThereTwiceIsInvalid() {
        String good = signed(EDWARDS, BODY);
        Headers twice = Headers.of(Map.of(HEADER, List.of(good), "x-ghl-signature", List.of(good)));
        assertThat(STRONG.verify(Delivery.of(twice, BODY))).isEqualTo(Verdict.INVALID);
        assertThat(EITHER.verify(
                        Delivery.of(Headers.of(HEADER, "N/A", HEADER, "N/A", LEGACY, signed(RSA, BODY)), BODY)))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void theWeakerSchemeDecidesOnlyWithoutTheStronger() {
        String weak = signed(RSA, BODY);
        assertThat(EITHER.verify(delivery(BODY, LEGACY, weak))).isEqualTo(Verdict.VALID);
        assertThat(EITHER.verify(delivery(BODY, HEADER, "N/A", LEGACY, weak))).isEqualTo(Verdict.VALID);
        assertThat(EITHER.verify(delivery(BODY, HEADER, "bad", LEGACY, weak))).isEqualTo(Verdict.INVALID);
        assertThat(STRONG.verify(delivery(BODY, LEGACY, weak))).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aKeyThatIsBeingReplacedStillCounts() {
        KeyPair next = pair("Ed25519", 255);
        SignatureVerifier both = SignatureVerifier.signature(
                HEADER, List.of(SignatureKey.of(next.getPublic()), SignatureKey.of(EDWARDS.getPublic())));
        assertThat(both.verify(delivery(BODY, HEADER, signed(EDWARDS, BODY)))).isEqualTo(Verdict.VALID);
        assertThat(both.verify(delivery(BODY, HEADER, signed(next, BODY)))).isEqualTo(Verdict.VALID);
    }

    @Test
    void keysOfTwoSchemesUnderOneHeaderAreRefused() {
        List<SignatureKey> mixed = List.of(SignatureKey.of(EDWARDS.getPublic()), SignatureKey.of(RSA.getPublic()));
        assertThatThrownBy(() -> SignatureVerifier.signature(HEADER, mixed)).hasMessageContaining("different schemes");
        assertThatThrownBy(() -> SignatureVerifier.signature(HEADER, List.of())).hasMessageContaining("no key");
    }

    @Test
    void anHmacIsReadInHexAndInBase64() throws GeneralSecurityException {
        byte[] code = hmac("new", BODY);
        SignatureVerifier verifier =
                SignatureVerifier.hmacSha256("X-Hook", List.of(Secret.of("old"), Secret.of("new")));
        String hex = HexFormat.of().formatHex(code);
        assertThat(List.of(hex, "sha256=" + hex, HexFormat.of().withUpperCase().formatHex(code), base64(code)))
                .allSatisfy(text -> assertThat(verifier.verify(delivery(BODY, "X-Hook", text)))
                        .isEqualTo(Verdict.VALID));
        assertThat(List.of(
                        hex.substring(1),
                        "g" + hex.substring(1),
                        base64(flipped(code, 7)),
                        base64(hmac("other", BODY)),
                        base64(code).replace("=", "")))
                .allSatisfy(text -> assertThat(verifier.verify(delivery(BODY, "X-Hook", text)))
                        .isEqualTo(Verdict.INVALID));
    }

    @Test
    void aSharedSecretMustBeTheWholeHeader() {
        SignatureVerifier verifier =
                SignatureVerifier.sharedSecret("X-Token", List.of(Secret.of("old"), Secret.of("new")));
        assertThat(verifier.verify(delivery(BODY, "x-token", "new"))).isEqualTo(Verdict.VALID);
        assertThat(verifier.verify(delivery(BODY, "X-Token", "newer"))).isEqualTo(Verdict.INVALID);
        assertThat(verifier.verify(delivery(BODY, "X-Token", ""))).isEqualTo(Verdict.INVALID);
        assertThat(verifier.verify(Delivery.of(Headers.none(), BODY))).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aKeyIsReadFromBase64AndFromPem() {
        String spki = base64(EDWARDS.getPublic().getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\r\n" + spki + "\r\n-----END PUBLIC KEY-----\r\n";
        assertThat(SignatureKey.ed25519(spki).signatureBytes()).isEqualTo(64);
        assertThat(SignatureKey.ed25519(pem).algorithm()).isEqualTo("Ed25519");
        assertThat(SignatureKey.rsa(base64(RSA.getPublic().getEncoded())).signatureBytes())
                .isEqualTo(512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA", "MCowBQYDK2VwAyEA"})
    void whatIsNoKeyIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> SignatureKey.ed25519(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ed25519");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> SignatureKey.ed25519(base64(RSA.getPublic().getEncoded())))
                .hasMessageContaining("Ed25519 key");
        assertThatThrownBy(() -> SignatureKey.of(pair("RSA", 1024).getPublic())).hasMessageContaining("2048");
        assertThatThrownBy(() -> SignatureKey.of(pair("EC", 256).getPublic())).hasMessageContaining("EC key");
    }

    @Test
    void aDeliveryKeepsItsBytesToItself() {
        byte[] bytes = BODY.clone();
        Delivery delivery = delivery(bytes, HEADER, signed(EDWARDS, BODY));
        bytes[0] ^= 1;
        delivery.body()[1] ^= 1;
        assertThat(STRONG.verify(delivery)).isEqualTo(Verdict.VALID);
        assertThat(delivery.toString()).doesNotContain(signed(EDWARDS, BODY));
    }

    private static SignatureVerifier verifier(String header, KeyPair pair) {
        return SignatureVerifier.signature(header, List.of(SignatureKey.of(pair.getPublic())));
    }

    private static Delivery delivery(byte[] body, String... headers) {
        return Delivery.of(Headers.of(headers), body);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8] ^= (byte) (1 << (bit % 8));
        return copy;
    }

    private static String signed(KeyPair pair, byte[] body) {
        try {
            Signature signature =
                    Signature.getInstance(pair.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(String secret, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return mac.doFinal(body);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
