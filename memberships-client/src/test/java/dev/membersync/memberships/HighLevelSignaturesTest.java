package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.memberships.profile.HighLevelSignatures;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HighLevelSignaturesTest {
    @Test
    void theDocumentedEd25519KeyLoads() {
        byte[] der = Base64.getDecoder().decode(HighLevelSignatures.ED25519_KEY);
        assertThat(der).hasSize(44);
        assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(der, 12, 44)))
                .isEqualTo("8b61d1d6cacbe28d7c3bc0516bb815258ec6edbba96cddc7f40c09ac708388e8");
        assertThat(SignatureKey.ed25519(HighLevelSignatures.ED25519_KEY).signatureBytes())
                .isEqualTo(64);
    }

    @Test
    void theDocumentedRsaKeyLoads() throws Exception {
        byte[] der = Base64.getDecoder().decode(HighLevelSignatures.RSA_KEY);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)))
                .isEqualTo("2f62045d413b1b7747e26770ce7f57840cbf86288cd20ceb90d299a62501fd25");
        assertThat(SignatureKey.rsa(HighLevelSignatures.RSA_KEY).signatureBytes())
                .isEqualTo(512);
    }
}
