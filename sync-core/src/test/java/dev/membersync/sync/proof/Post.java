package dev.membersync.sync.proof;

import dev.membersync.accelevents.webhook.HintReceiver;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.webhook.WebhookReceiver;
import dev.membersync.sync.adapter.AcceleventsHook;
import dev.membersync.sync.adapter.MembershipsHook;
import dev.membersync.sync.intake.Hook;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.story.World;
import dev.membersync.testkit.FakeDelivery;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The webhooks of both services on their way: some are lost, some come twice, some late, some in another order. */
final class Post {
    private static final String SECRET = "0123456789abcdef";
    private static final String LEFT = "/hooks/memberships";
    private static final String RIGHT = "/hooks/accelevents/" + SECRET;

    private final World world;
    private final SplittableRandom random = new SplittableRandom(7);
    private Optional<HookHandler> receiver = Optional.empty();

    /** @param contacts whether the left service has webhooks at all */
    Post(World world, boolean contacts) {
        this.world = world;
        if (contacts) {
            world.memberships.webhooks().deliverTo(sent -> carry(sent, LEFT));
        }
        world.accelevents
                .webhooks()
                .registerAll(URI.create("http://127.0.0.1:1" + RIGHT))
                .deliverTo(sent -> carry(sent, RIGHT));
    }

    /** From now on deliveries arrive here. */
    void deliverTo(Intake intake, boolean contacts) {
        HookHandler handler = HookHandler.of(event -> {})
                .with(
                        "/hooks/accelevents",
                        AcceleventsHook.of(
                                HintReceiver.builder()
                                        .secretInPath(Secret.of(SECRET))
                                        .build(),
                                intake));
        receiver = Optional.of(contacts ? handler.with(LEFT, contactHook(intake)) : handler);
    }

    /** Nobody listens any more. */
    void close() {
        receiver = Optional.empty();
    }

    private Hook contactHook(Intake intake) {
        return MembershipsHook.of(
                WebhookReceiver.builder(MembershipsProfile.HIGHLEVEL)
                        .verifier(SignatureVerifier.signature(
                                "X-GHL-Signature",
                                List.of(SignatureKey.ed25519(
                                        world.memberships.webhooks().publicKey()))))
                        .locations(List.of("loc1"))
                        .time(world.time),
                true,
                intake,
                world.time);
    }

    private int carry(FakeDelivery sent, String path) {
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                return 0;
            }
            case 2, 3 -> {
                Duration late = Duration.ofSeconds(random.nextInt(1, random.nextBoolean() ? 60 : 100_000));
                world.time.after(late, () -> deliver(sent, path));
                return 200;
            }
            case 4 -> deliver(sent, path);
            default -> {}
        }
        return deliver(sent, path);
    }

    private int deliver(FakeDelivery sent, String path) {
        Map<String, List<String>> headers = new HashMap<>();
        sent.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return receiver.map(handler -> handler.handle(
                                "POST",
                                Delivery.of(Headers.of(headers), sent.body()).at(path))
                        .status())
                .orElse(0);
    }
}
