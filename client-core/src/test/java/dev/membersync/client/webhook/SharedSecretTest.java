package dev.membersync.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedSecretTest {
    private static final List<Secret> SECRETS = List.of(Secret.of("s3cret-A"), Secret.of("s3cret-B"));
    private static final SignatureVerifier PATH = SignatureVerifier.sharedSecretInPath(SECRETS);
    private static final SignatureVerifier QUERY = SignatureVerifier.sharedSecretInQuery("key", SECRETS);

    @ParameterizedTest
    @CsvSource({
        "/hooks/s3cret-A, VALID",
        "/hooks/s3cret-B/, VALID",
        "/s3cret-A/hooks?key=other, VALID",
        "https://example.org/hooks/s3cret-A, VALID",
        "/hooks, INVALID",
        "/, INVALID",
        "'', MISSING",
        "?s3cret-A, MISSING",
        "/hooks?s3cret-A, INVALID",
        "/hooks?/s3cret-A, INVALID",
        "/hooks/s3cret-, INVALID",
        "/hooks/s3cret-AA, INVALID",
        "/hooks/S3CRET-A, INVALID",
        "/hooks/s3cret%2DA, INVALID",
        "/s3cret-A/s3cret-A, INVALID",
        "/s3cret-A/s3cret-B, INVALID"
    })
    void exactlyOneSegmentOfThePathIsTheSecret(String target, Verdict verdict) {
        assertThat(PATH.verify(bare().at(target))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "/hooks?key=s3cret-A, VALID",
        "/hooks?a=1&key=s3cret-B&b=2, VALID",
        "?key=s3cret-A, VALID",
        "/hooks?xkey=other&key=s3cret-A, VALID",
        "/hooks, MISSING",
        "/hooks?, MISSING",
        "/key=s3cret-A, MISSING",
        "/hooks?Key=s3cret-A, MISSING",
        "/hooks?xkey=s3cret-A, MISSING",
        "/hooks?key, MISSING",
        "/hooks?key=, INVALID",
        "/hooks?key=s3cret-, INVALID",
        "/hooks?key=s3cret-AA, INVALID",
        "/hooks?key=s3cret-A?, INVALID",
        "/hooks?key=s3cret-A&key=s3cret-A, INVALID",
        "/hooks?key=s3cret-A&key=, INVALID"
    })
    void theParameterStandsOnceAndIsTheSecret(String target, Verdict verdict) {
        assertThat(QUERY.verify(bare().at(target))).isEqualTo(verdict);
    }

    @Test
    void aDeliveryWithoutTargetCarriesNoSecretInIt() {
        assertThat(PATH.verify(bare())).isEqualTo(Verdict.MISSING);
        assertThat(QUERY.verify(bare())).isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "/s3cret-A?key=s3cret-A, VALID",
        "/s3cret-A, INVALID",
        "/hooks?key=s3cret-A, INVALID",
        "/hooks?key=wrong, INVALID",
        "'', MISSING"
    })
    void bothHoldWhenEachDoes(String target, Verdict verdict) {
        assertThat(PATH.and(QUERY).verify(bare().at(target))).isEqualTo(verdict);
        assertThat(QUERY.and(PATH).verify(bare().at(target))).isEqualTo(verdict);
    }

    @Test
    void withoutSecretThereIsNothingToCompareWith() {
        assertThatThrownBy(() -> SignatureVerifier.sharedSecretInPath(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignatureVerifier.sharedSecretInQuery("key", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeliveryKeepsItsTargetAndAddressAndPrintsNoTarget() {
        Delivery delivery = bare().at("/s3cret-A").from("192.0.2.1");
        assertThat(delivery.target()).contains("/s3cret-A");
        assertThat(delivery.at("/x").peer()).contains("192.0.2.1");
        assertThat(delivery.toString()).doesNotContain("s3cret");
    }

    @Test
    void theDigestIsThatOfTheBody() {
        assertThat(bare().sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static Delivery bare() {
        return Delivery.of(Headers.none(), new byte[0]);
    }
}
