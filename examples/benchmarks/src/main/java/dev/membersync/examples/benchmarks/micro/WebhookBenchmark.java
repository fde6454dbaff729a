package dev.membersync.examples.benchmarks.micro;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.client.webhook.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Is this webhook of 256 bytes the sender's? By HMAC-SHA256 and by Ed25519, beside the JDK's classes alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WebhookBenchmark {
    private static final String SECRET = "a-secret-of-the-benchmark";
    private static final byte[] BODY = RawUsers.REPLY;

    private final Signed signed = Signed.by("Ed25519");
    private final String code = HexFormat.of().formatHex(mac(BODY));
    private final Delivery byCode = Delivery.of(Headers.of("X-Code", code), BODY);
    private final Delivery byKey = Delivery.of(Headers.of("X-Signature", signed.signature()), BODY);
    private final SignatureVerifier codes = SignatureVerifier.hmacSha256("x-code", List.of(Secret.of(SECRET)));
    private final SignatureVerifier keys =
            SignatureVerifier.signature("x-signature", List.of(SignatureKey.of(signed.key())));

    /** The verifier of a shared secret. */
    @Benchmark
    public Verdict hmac() {
        return codes.verify(byCode);
    }

    /** The JDK's Mac and a comparison in constant time. */
    @Benchmark
    public boolean rawHmac() {
        return MessageDigest.isEqual(mac(BODY), HexFormat.of().parseHex(code));
    }

    /** The verifier of a public key. */
    @Benchmark
    public Verdict publicKey() {
        return keys.verify(byKey);
    }

    /** The JDK's Signature. */
    @Benchmark
    public boolean rawPublicKey() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(signed.key());
        verifier.update(BODY);
        return verifier.verify(Base64.getDecoder().decode(signed.signature()));
    }

    private static byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private record Signed(PublicKey key, String signature) {
        static Signed by(String algorithm) {
            try {
                KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
                Signature signer = Signature.getInstance(algorithm);
                signer.initSign(pair.getPrivate());
                signer.update(BODY);
                return new Signed(pair.getPublic(), Base64.getEncoder().encodeToString(signer.sign()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has " + algorithm, e);
            }
        }
    }
}
