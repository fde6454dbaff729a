package dev.membersync.memberships.profile;

import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.client.webhook.SignatureVerifier;
import java.util.List;

/**
 * How HighLevel signs webhooks: the raw body and nothing else, with one key for the whole platform (DOC, memberships-api.md
 * 6.3). A valid signature therefore proves that HighLevel sent it, not that it was meant for us. A rotation of the keys is
 * announced by mail only: pass new ones to {@link SignatureVerifier#signature}.
 */
public final class HighLevelSignatures {
    /** The header of the Ed25519 signature. */
    public static final String HEADER = "X-GHL-Signature";

    /** The header of the RSA signature, announced to end on 2026-07-01 and in a later text on 2026-09-01 (DOC). */
    public static final String LEGACY_HEADER = "X-WH-Signature";

    /** The Ed25519 key, base64 of its SubjectPublicKeyInfo (DOC; the same in many clients, THIRD_PARTY). */
    public static final String ED25519_KEY = "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=";

    /** The RSA key of 4096 bits, base64 of its SubjectPublicKeyInfo (DOC, OLD). */
    public static final String RSA_KEY = "MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAokvo/r9tVgcfZ5DysOSC"
            + "Frm602qYV0MaAiNnX9O8KxMbiyRKWeL9JpCpVpt4XHIcBOK4u3cLSqJGOLaPuXw6"
            + "dO0t6Q/ZVdAV5Phz+ZtzPL16iCGeK9po6D6JHBpbi989mmzMryUnQJezlYJ3DVfB"
            + "csedpinheNnyYeFXolrJvcsjDtfAeRx5ByHQmTnSdFUzuAnC9/GepgLT9SM4nCpv"
            + "uxmZMxrJt5Rw+VUaQ9B8JSvbMPpez4peKaJPZHBbU3OdeCVx5klVXXZQGNHOs8gF"
            + "3kvoV5rTnXV0IknLBXlcKKAQLZcY/Q9rG6Ifi9c+5vqlvHPCUJFT5XUGG5RKgOKU"
            + "J062fRtN+rLYZUV+BjafxQauvC8wSWeYja63VSUruvmNj8xkx2zE/Juc+yjLjTXp"
            + "IocmaiFeAO6fUtNjDeFVkhf5LNb59vECyrHD2SQIrhgXpO4Q3dVNA5rw576PwTzN"
            + "h/AMfHKIjE4xQA1SZuYJmNnmVZLIZBlQAF9Ntd03rfadZ+yDiOXCCs9FkHibELhC"
            + "HULgCsnuDJHcrGNd5/Ddm5hxGQ0ASitgHeMZ0kcIOwKDOzOU53lDza6/Y09T7sYJ"
            + "PQe7z0cvj7aE4B+Ax1ZoZGPzpJlZtGXCsu9aTEGEnKzmsFqwcSsnw3JB31IGKAyk"
            + "T1hhTiaCeIY/OwwwNUY2yvcCAwEAAQ==";

    private HighLevelSignatures() {}

    /** Checks the Ed25519 signature with the documented key. */
    public static SignatureVerifier current() {
        return SignatureVerifier.signature(HEADER, List.of(SignatureKey.ed25519(ED25519_KEY)));
    }

    /** Checks the RSA signature with the documented key; use it only behind {@link SignatureVerifier#orWhenMissing}. */
    public static SignatureVerifier legacy() {
        return SignatureVerifier.signature(LEGACY_HEADER, List.of(SignatureKey.rsa(RSA_KEY)));
    }
}
