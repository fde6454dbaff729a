package dev.membersync.sync.adapter;

import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.memberships.webhook.Receipt;
import dev.membersync.memberships.webhook.SeenDeliveries;
import dev.membersync.memberships.webhook.WebhookEvent;
import dev.membersync.memberships.webhook.WebhookReceiver;
import dev.membersync.memberships.webhook.WebhookReceiverBuilder;
import dev.membersync.sync.intake.Hook;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.Intake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhooks of the Memberships API: a genuine event about a member marks that member, whatever the body says about him,
 * because fields may be missing and deliveries come late. Other events mark nobody. Thread-safe.
 */
public final class MembershipsHook implements Hook {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipsHook.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(60);
    private static final int MOST_WARNINGS = 100;

    private final WebhookReceiver receiver;
    private final boolean contacts;
    private final Intake intake;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    private MembershipsHook(WebhookReceiver receiver, boolean contacts, Intake intake) {
        this.receiver = receiver;
        this.contacts = contacts;
        this.intake = intake;
    }

    /**
     * A hook of what this receiver takes.
     *
     * @param receiver a verifier must have been chosen where the profile names none
     * @param contacts whether members are contacts, so that events of users are about staff
     */
    public static MembershipsHook of(WebhookReceiverBuilder receiver, boolean contacts, Intake intake, Time time) {
        SeenDeliveries seen = new NamedOnly(SeenDeliveries.inMemory(time));
        return new MembershipsHook(receiver.seen(seen).build(), contacts, intake);
    }

    @Override
    public HookAnswer receive(Delivery delivery) {
        Receipt receipt =
                receiver.receive(delivery, event -> member(event).ifPresent(id -> intake.members(List.of(id))));
        if (receipt instanceof Receipt.Accepted accepted) {
            return HookAnswer.of(isKnown(accepted.event()) ? HookOutcome.ACCEPTED : HookOutcome.UNKNOWN_TYPE);
        } else if (receipt instanceof Receipt.Deferred deferred) {
            return HookAnswer.later(deferred.retryAfter().orElse(COME_AGAIN));
        } else if (receipt instanceof Receipt.Malformed malformed) {
            return HookAnswer.of(malformed.status() == 413 ? HookOutcome.OVERSIZE : HookOutcome.MALFORMED);
        } else if (receipt instanceof Receipt.RefusedAddress) {
            return HookAnswer.of(HookOutcome.REFUSED_ADDRESS);
        } else if (receipt instanceof Receipt.Duplicate) {
            return HookAnswer.of(HookOutcome.DUPLICATE);
        }
        return HookAnswer.of(receipt instanceof Receipt.Foreign ? HookOutcome.FOREIGN : HookOutcome.UNPROVEN);
    }

    private Optional<String> member(WebhookEvent event) {
        boolean about = contacts ? event instanceof WebhookEvent.Contact : event instanceof WebhookEvent.User;
        return about ? event.id() : Optional.empty();
    }

    /** A new word of the vendor is worth a line in the log, once. */
    private boolean isKnown(WebhookEvent event) {
        boolean known = event.type().isDocumented() || !(event instanceof WebhookEvent.Other);
        if (!known && warned.size() < MOST_WARNINGS && warned.add(event.type().value())) {
            LOG.warn("a genuine webhook has a type that is not documented; it marks nobody");
        }
        return known;
    }

    /**
     * Remembers deliveries that have an id. Without one the body would stand for it, and a member who changed there and
     * back would be taken for a repetition; to mark somebody twice does no harm.
     */
    private record NamedOnly(SeenDeliveries ids) implements SeenDeliveries {
        @Override
        public Claim claim(String id, String digest) {
            return isDigest(id) ? Claim.NEW : ids.claim(id, digest);
        }

        @Override
        public void keep(String id) {
            ids.keep(id);
        }

        @Override
        public void release(String id) {
            ids.release(id);
        }

        private static boolean isDigest(String id) {
            return id.startsWith("sha256:");
        }
    }
}
