package dev.membersync.sync.config;

import dev.membersync.accelevents.webhook.HintReceiver;
import dev.membersync.accelevents.webhook.HintReceiverBuilder;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.memberships.webhook.WebhookReceiver;
import dev.membersync.memberships.webhook.WebhookReceiverBuilder;
import dev.membersync.sync.adapter.AcceleventsHook;
import dev.membersync.sync.adapter.MembershipsHook;
import dev.membersync.sync.intake.GenericHook;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.LiveEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * The hooks of a configuration: {@code /hooks/memberships}, and with a secret {@code /hooks/accelevents/SECRET} and {@code
 * /hooks/generic}.
 */
public final class TenantHooks {
    static final String HIGHLEVEL_HEADER = "X-GHL-Signature";
    static final String MEMBERSHIPS = "/hooks/memberships";
    static final String ACCELEVENTS = "/hooks/accelevents";

    private TenantHooks() {}

    /**
     * Hooks that give their marks to this intake; nothing is opened.
     *
     * @param news told of each delivery, as {@link Tenant#heard} is
     * @throws ConfigException when {@code live} has mistakes
     */
    public static HookHandler of(TenantConfig config, Intake intake, Consumer<LiveEvent> news, Time time) {
        LiveConfig live = config.live().get();
        boolean contacts = config.memberships().members().isPresent();
        HookHandler handler = HookHandler.of(news);
        WebhookReceiverBuilder receiver =
                WebhookReceiver.builder(config.memberships().profile()).time(time);
        config.memberships().locationId().ifPresent(id -> receiver.locations(List.of(id)));
        config.memberships().companyId().ifPresent(id -> receiver.companies(List.of(id)));
        if (contacts) {
            live.publicKey()
                    .map(SignatureKey::ed25519)
                    .ifPresent(key -> receiver.verifier(SignatureVerifier.signature(HIGHLEVEL_HEADER, List.of(key))));
        } else {
            // The contract names no scheme: ours is that of the generic hook.
            live.secret()
                    .ifPresent(secret ->
                            receiver.verifier(SignatureVerifier.hmacSha256(GenericHook.HEADER, List.of(secret))));
        }
        if (contacts || live.secret().isPresent()) {
            handler = handler.with(MEMBERSHIPS, MembershipsHook.of(receiver, contacts, intake, time));
        }
        if (live.secret().isEmpty()) {
            return handler;
        }
        Secret secret = live.secret().get();
        HintReceiverBuilder hints = HintReceiver.builder().secretInPath(secret);
        if (!live.allowFrom().isEmpty()) {
            hints.allowFrom(IpAllowList.of(live.allowFrom()));
        }
        return handler.with(ACCELEVENTS, AcceleventsHook.of(hints.build(), intake))
                .with("/hooks/generic", GenericHook.of(List.of(secret), intake, time));
    }
}
