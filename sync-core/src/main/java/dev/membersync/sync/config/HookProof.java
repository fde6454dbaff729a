package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.sync.intake.GenericHook;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.TicketHint;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves the hooks of a file in this process: each takes a delivery that is proven, and refuses the same one without its
 * proof, with a wrong one and changed. The handler must lead nowhere; a sample that is taken marks what it names.
 */
final class HookProof {
    private static final String ID = "membersync-sample";
    private static final Set<HookOutcome> GENUINE =
            Set.of(HookOutcome.ACCEPTED, HookOutcome.DUPLICATE, HookOutcome.FOREIGN, HookOutcome.UNKNOWN_TYPE);
    private static final Set<HookOutcome> REFUSED =
            Set.of(HookOutcome.UNPROVEN, HookOutcome.REFUSED_ADDRESS, HookOutcome.UNKNOWN_PATH);
    /** Documentation networks (RFC 5737, RFC 3849): no sender is there. */
    private static final List<String> STRANGERS = List.of("192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1");

    /** Where samples lead. */
    private static final Intake NOWHERE = new Intake() {
        @Override
        public void members(Collection<String> userIds) {
            // a sample names nobody
        }

        @Override
        public void tickets(TicketHint hint) {
            // a sample names nothing
        }
    };

    private final HookHandler hooks;
    private final LiveConfig live;
    private final boolean contacts;
    private final Instant now;
    private final Function<String, Optional<String>> heard;

    /**
     * A proof of these hooks.
     *
     * @param hooks a handler that leads nowhere
     * @param contacts whether deliveries about members are signed with a private key of the sender
     * @param heard when a genuine delivery first came to a path, in a run that was live
     */
    HookProof(
            HookHandler hooks,
            LiveConfig live,
            boolean contacts,
            Instant now,
            Function<String, Optional<String>> heard) {
        this.hooks = hooks;
        this.live = live;
        this.contacts = contacts;
        this.now = now;
        this.heard = heard;
    }

    /** Proves the hooks of a file; mistakes in its section {@code live} are a finding. */
    static List<Finding> of(TenantConfig config, Time time, Function<String, Optional<String>> heard) {
        LiveConfig live;
        try {
            live = config.live().get();
        } catch (ConfigException e) {
            return List.of(Finding.wrong("live", String.valueOf(e.getMessage())));
        }
        return new HookProof(
                        TenantHooks.of(config, NOWHERE, event -> {}, time),
                        live,
                        config.memberships().members().isPresent(),
                        time.instant(),
                        heard)
                .findings();
    }

    /** Whether an outcome says that a delivery was proven. */
    static boolean isGenuine(HookOutcome outcome) {
        return GENUINE.contains(outcome);
    }

    /** One finding for each hook. */
    List<Finding> findings() {
        return hooks.paths().stream().map(this::finding).toList();
    }

    private Finding finding(String path) {
        List<Delivery> good = good(path);
        if (good.stream().anyMatch(sample -> !isGenuine(outcome(sample)))) {
            return Finding.wrong(
                    path, "it refuses a delivery that is proven as the file says; look at live.hooks, and report this");
        }
        if (bad(path, good).stream().anyMatch(sample -> !REFUSED.contains(outcome(sample)))) {
            return Finding.wrong(
                    path, "it takes a delivery that is not proven: do not run live with this file, and report this");
        }
        if (!good.isEmpty()) {
            return Finding.good(
                    path, "it takes a delivery that is proven, and refuses one that is changed or not proven");
        }
        return heard.apply(path)
                .map(since -> Finding.good(
                        path,
                        "it refuses a delivery that is not signed or wrongly, and took one that the sender signed on "
                                + since))
                .orElseGet(() -> Finding.warning(
                        path,
                        "it refuses a delivery that is not signed or wrongly; only the sender can make a good one, and none"
                                + " has come yet: let live run, change a contact there, and run doctor again. Without"
                                + " it, polls and full lists find what changed"));
    }

    private HookOutcome outcome(Delivery sample) {
        return hooks.handle("POST", sample).outcome();
    }

    private List<Delivery> good(String path) {
        if (live.secret().isEmpty() || isSignedByKey(path)) {
            return List.of();
        }
        Secret secret = live.secret().get();
        if (path.equals(TenantHooks.ACCELEVENTS)) {
            return List.of(delivery(path + "/" + secret.reveal(), Headers.none(), body()));
        }
        return List.of(delivery(path, signed(body(), secret), body()));
    }

    private List<Delivery> bad(String path, List<Delivery> good) {
        List<Delivery> bad = new ArrayList<>();
        bad.add(delivery(path, Headers.none(), body()));
        bad.add(delivery(path + "/" + "0".repeat(32), Headers.none(), body()));
        bad.add(delivery(
                path,
                Headers.of(
                        GenericHook.HEADER,
                        "sha256=" + "0".repeat(64),
                        TenantHooks.HIGHLEVEL_HEADER,
                        Base64.getEncoder().encodeToString(new byte[64])),
                body()));
        if (path.equals(TenantHooks.ACCELEVENTS)) {
            stranger().ifPresent(address -> good.forEach(sample -> bad.add(sample.from(address))));
        } else {
            good.forEach(sample -> bad.add(delivery(path, sample.headers(), body() + " ")));
        }
        return bad;
    }

    /** HighLevel signs with a private key of its own. */
    private boolean isSignedByKey(String path) {
        return contacts && path.equals(TenantHooks.MEMBERSHIPS);
    }

    private Delivery delivery(String target, Headers headers, String body) {
        Delivery delivery =
                Delivery.of(headers, body.getBytes(StandardCharsets.UTF_8)).at(target);
        return live.allowFrom().stream()
                .findFirst()
                .map(range -> delivery.from(range.split("/", 2)[0]))
                .orElse(delivery);
    }

    private Optional<String> stranger() {
        if (live.allowFrom().isEmpty()) {
            return Optional.empty();
        }
        IpAllowList allowed = IpAllowList.of(live.allowFrom());
        Delivery any = Delivery.of(Headers.none(), new byte[0]);
        return STRANGERS.stream()
                .filter(address -> !allowed.allows(any.from(address)))
                .findFirst();
    }

    /** What each hook can read: the generic one, that of users and that of tickets. */
    private String body() {
        return "{\"system\":\"memberships\",\"type\":\"UserUpdate\",\"id\":\"" + ID + "\",\"timestamp\":\"" + now
                + "\"}";
    }

    private static Headers signed(String body, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] code = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return Headers.of(GenericHook.HEADER, "sha256=" + HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }
}
