package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.testkit.FakeDelivery;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The webhooks of both services, from their senders to the ticket. */
class LiveHooksTest {
    private static final String SECRET = "0123456789abcdef";

    private final World world = World.highLevel();
    private final LiveWorld at = new LiveWorld(world);
    private final FailingStore store = new FailingStore(MemoryStore.create());
    private HookHandler handler = HookHandler.of(event -> {});

    private void running(int members) {
        world.store = store;
        world.members(members);
        at.open().settle();
        SignatureVerifier verifier = SignatureVerifier.signature(
                "X-GHL-Signature",
                List.of(SignatureKey.ed25519(world.memberships.webhooks().publicKey())));
        handler = handler.with(
                        "/hooks/memberships",
                        MembershipsHook.of(
                                WebhookReceiver.builder(MembershipsProfile.HIGHLEVEL)
                                        .verifier(verifier)
                                        .locations(List.of("loc1"))
                                        .time(world.time),
                                true,
                                at.live.intake(),
                                world.time))
                .with(
                        "/hooks/accelevents",
                        AcceleventsHook.of(
                                HintReceiver.builder()
                                        .secretInPath(Secret.of(SECRET))
                                        .build(),
                                at.live.intake()));
        world.memberships.webhooks().deliverTo(sent -> receive(sent, "/hooks/memberships"));
        world.accelevents
                .webhooks()
                .registerAll(URI.create("http://127.0.0.1:1/hooks/accelevents/" + SECRET))
                .deliverTo(sent -> receive(sent, URI.create(sent.target()).getPath()));
        world.forgetCalls();
    }

    private int receive(FakeDelivery sent, String path) {
        Map<String, List<String>> headers = new HashMap<>();
        sent.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return handler.handle(
                        "POST", Delivery.of(Headers.of(headers), sent.body()).at(path))
                .status();
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aChangedContactIsFollowed() {
        running(3);

        world.memberships.members().rename("m2", "Ada Newname");
        world.time.advance(Duration.ofMillis(1));
        at.settle();

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
        assertThat(handler.counters().get("/hooks/memberships")).containsKey("accepted");
    }

    @Test
    void aStoreThatTakesNothingLosesNoDelivery() { // F-21
        running(3);
        store.failAfter(0);
        world.memberships.members().rename("m2", "Ada Newname");
        world.time.advance(Duration.ofMillis(1));
        assertThat(handler.counters().get("/hooks/memberships")).containsOnlyKeys("deferred");

        store.heal();
        at.pass(Duration.ofMinutes(20));

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
    }

    @Test
    void aGenuineEventOfAnUnknownTypeMarksNobody() { // F-19
        running(1);

        world.memberships.webhooks().send("MoonPhase", Map.of("type", "MoonPhase", "locationId", "loc1", "id", "x"));
        world.time.advance(Duration.ofMillis(1));

        assertThat(handler.counters().get("/hooks/memberships")).containsEntry("unknown_type", 1L);
        assertThat(at.waiting()).isZero();
    }

    @Test
    void twiceAndInAnyOrderIsOneWrite() { // F-15, F-16
        running(3);
        world.memberships.webhooks().duplicated(true).reordered(true);
        world.memberships.members().rename("m2", "Ada First");
        world.memberships.members().rename("m2", "Ada Second");
        world.memberships.webhooks().flush();
        world.time.advance(Duration.ofMillis(1));

        at.settle();

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Second");
        assertThat(at.writes()).isEqualTo(1);
    }

    @Test
    void theNewsOfATicketThatIsJustBeingMadeComesBeforeItsAnswerAndMakesNoOther() { // F-10
        running(3);
        List<Long> openCreates = new ArrayList<>();
        world.accelevents.webhooks().deliverTo(sent -> {
            openCreates.add(
                    store.inTransaction(CrashingWorld.SCOPE, tx -> tx.intents().count()));
            return receive(sent, URI.create(sent.target()).getPath());
        });
        world.accelevents.faults(FaultPlan.always(Fault.DELAY).on("orders.pay"));
        world.memberships.members().add(World.member("m4", "Person Number4"));
        world.time.advance(Duration.ofMillis(1));

        at.pass(Duration.ofMinutes(70));

        assertThat(openCreates).startsWith(1L);
        assertThat(world.event.attendees()).hasSize(4);
        assertThat(world.accelevents.requests().count("orders.create")).isEqualTo(1);
        assertThat(world.memberships.writes().isEmpty()).isTrue();
        assertThat(world.memberships.contacts().all()).hasSize(4);
    }

    @Test
    void aCancelledTicketIsHeardOfByItsSecretPathOnly() {
        running(3);
        long ticket = world.attendeesOf("m2").get(0).id();

        world.event.cancel(ticket);
        world.time.advance(Duration.ofMillis(1));
        at.pass(Duration.ofSeconds(20));

        assertThat(handler.counters().get("/hooks/accelevents")).containsEntry("accepted", 1L);
        assertThat(world.accelevents.requests().count("orders.list")).isPositive();
        assertThat(handler.handle(
                                "POST",
                                Delivery.of(Headers.none(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                        .at("/hooks/accelevents/guessed"))
                        .status())
                .isEqualTo(401);
    }
}
