package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a tenant runs live.
 *
 * @param host the address the receiver listens at; default {@code 127.0.0.1}, for a proxy before it
 * @param port its port; default 8080, 0 takes a free one
 * @param pollEvery how often feeds are asked; default a minute
 * @param secret what senders that sign nothing have in their URL, and what others sign with; without it only senders that
 *     sign with a key of their own are heard
 * @param allowFrom where unsigned deliveries may come from; empty for anywhere
 * @param publicKey the sender's key where it is not the documented one: base64 of an Ed25519 SubjectPublicKeyInfo
 */
public record LiveConfig(
        String host,
        int port,
        Duration pollEvery,
        Optional<Secret> secret,
        List<String> allowFrom,
        Optional<String> publicKey) {
    public LiveConfig {
        allowFrom = List.copyOf(allowFrom);
    }
}
