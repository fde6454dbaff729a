package dev.membersync.client.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** Whatever stands where a signature, a secret or an address belongs: an answer, and no exception. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileDeliveryTest {
    private static final List<String> SIGNATURES = List.of(
            "sha256=2b4c342f5433ebe591a1da77e013d1b72475562d48578dca8b84bac6651c3cb9",
            "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU2Nzg5YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU2Nzg5YQ==",
            "0123456789abcdef",
            "");
    private static final List<String> ADDRESSES = List.of(
            "192.0.2.1", "2001:db8::1", "::ffff:192.0.2.7", "fe80::1%eth0", "192.0.2.1, 10.0.0.1", "[2001:db8::1]:443");
    private static final List<String> TARGETS = List.of(
            "/hooks/accelevents/0123456789abcdef",
            "/hooks?key=0123456789abcdef&x=1",
            "/hooks/%30123456789abcdef//",
            "");
    private static final Secret SECRET = Secret.of("0123456789abcdef");

    private final List<SignatureVerifier> verifiers = List.of(
            SignatureVerifier.hmacSha256("X-Signature", List.of(SECRET)),
            SignatureVerifier.signature("X-Signature", List.of(publicKey())),
            SignatureVerifier.sharedSecret("X-Signature", List.of(SECRET)),
            SignatureVerifier.sharedSecretInPath(List.of(SECRET)),
            SignatureVerifier.sharedSecretInQuery("key", List.of(SECRET)));
    private final IpAllowList direct = IpAllowList.of(List.of("192.0.2.0/24", "2001:db8::/32"));
    private final IpAllowList proxied = direct.behind(List.of("10.0.0.0/8"));

    private static SignatureKey publicKey() {
        try {
            return SignatureKey.of(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(seeds = 2_000)
    void everySignatureHasAVerdict(SplittableRandom random) {
        byte[] body = Hostile.bytes(random, SIGNATURES);
        String value = Hostile.text(random, SIGNATURES);
        Delivery delivery = Delivery.of(Headers.of("X-Signature", value), body).at(Hostile.text(random, TARGETS));

        Bounded.read(
                value.getBytes(UTF_8),
                () -> verifiers.forEach(verifier -> verifier.verify(delivery).name()));
    }

    @Property(seeds = 2_000)
    void everyAddressIsOnTheListOrNot(SplittableRandom random) {
        String peer = random.nextBoolean() ? "10.0.0.1" : Hostile.text(random, ADDRESSES);
        String forwarded = Hostile.text(random, ADDRESSES);
        Delivery delivery = Delivery.of(Headers.of("X-Forwarded-For", forwarded), new byte[0])
                .from(peer);

        Bounded.read(forwarded.getBytes(UTF_8), () -> {
            direct.allows(delivery);
            proxied.allows(delivery);
        });
    }

    @Property(seeds = 1_000)
    void everyRangeIsOneOrRefused(SplittableRandom random) {
        String range = Hostile.text(random, List.of("192.0.2.0/24", "2001:db8::/32", "10.0.0.1"));

        Bounded.read(range.getBytes(UTF_8), () -> IpAllowList.of(List.of(range)), IllegalArgumentException.class);
    }
}
