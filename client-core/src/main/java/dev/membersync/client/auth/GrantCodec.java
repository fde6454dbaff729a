package dev.membersync.client.auth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Stored grants as bytes, for stores that encrypt them. */
final class GrantCodec {
    private GrantCodec() {}

    static byte[] bytes(StoredGrant stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Grant grant = stored.grant();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, grant.accessToken().reveal());
            instant(out, grant.expiresAt());
            text(out, grant.refreshToken().map(Secret::reveal).orElse(""));
            instant(out, stored.renewalBegun());
            out.writeInt(grant.scopes().size());
            for (String scope : grant.scopes()) {
                text(out, scope);
            }
            out.writeInt(grant.facts().size());
            for (Map.Entry<String, String> fact : grant.facts().entrySet()) {
                text(out, fact.getKey());
                text(out, fact.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StoredGrant read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Secret access = Secret.of(text(in));
        Optional<Instant> expires = instant(in);
        Optional<Secret> refresh =
                Optional.of(text(in)).filter(text -> !text.isEmpty()).map(Secret::of);
        Optional<Instant> begun = instant(in);
        Set<String> scopes = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            scopes.add(text(in));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            facts.put(text(in), text(in));
        }
        return new StoredGrant(new Grant(access, expires, refresh, scopes, facts), begun);
    }

    /** Not {@code writeUTF}: that ends at 65,535 bytes, and the length of a token is up to its vendor. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void instant(DataOutputStream out, Optional<Instant> instant) throws IOException {
        text(out, instant.map(Instant::toString).orElse(""));
    }

    private static Optional<Instant> instant(DataInputStream in) throws IOException {
        return Optional.of(text(in)).filter(text -> !text.isEmpty()).map(Instant::parse);
    }
}
