package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code live}. Its values are needed by one command alone, so the others do not trip over them. */
final class LiveReader {
    private static final int MOST_PORTS = 65_535;
    private static final int SHORTEST_SECRET = 16;

    private final Section section;
    private final Section hooks;

    private LiveReader(Section section) {
        this.section = section;
        this.hooks = section.section("hooks");
    }

    /** Tells unknown keys only. */
    static void checkKeys(Section section) {
        section.accept("host", "port", "pollEvery");
        Section hooks = section.section("hooks");
        hooks.accept("secret", "allowFrom", "publicKey");
        hooks.end();
        section.end();
    }

    static LiveConfig read(Section section) {
        return new LiveReader(section).read();
    }

    private LiveConfig read() {
        Values values = Values.of(section);
        Values below = Values.of(hooks);
        Optional<Secret> secret = below.secret("secret");
        // A variable that is not set has been told; it is not too short besides.
        hooks.scalar("secret")
                .map(Scalar::value)
                .filter(text -> !text.isEmpty())
                .filter(text -> text.length() < SHORTEST_SECRET || !text.matches("[A-Za-z0-9._-]*"))
                .ifPresent(text -> hooks.mistake(
                        "secret",
                        "a secret for URLs has " + SHORTEST_SECRET
                                + " letters, digits, hyphens, dots and underscores at"
                                + " least; make one with: openssl rand -hex 32"));
        List<String> allowFrom = hooks.texts("allowFrom");
        Optional<String> publicKey = below.text("publicKey");
        checked("allowFrom", allowFrom, IpAllowList::of);
        publicKey.ifPresent(key -> checked("publicKey", key, SignatureKey::ed25519));
        return new LiveConfig(
                values.text("host", "127.0.0.1"),
                (int) values.whole("port", 0, MOST_PORTS, 8080),
                values.duration("pollEvery", Duration.ofMinutes(1)),
                secret,
                allowFrom,
                publicKey);
    }

    private <T> void checked(String key, T value, Consumer<T> reader) {
        try {
            reader.accept(value);
        } catch (IllegalArgumentException e) {
            hooks.mistake(key, String.valueOf(e.getMessage()));
        }
    }
}
