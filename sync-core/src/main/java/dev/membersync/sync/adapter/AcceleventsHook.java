package dev.membersync.sync.adapter;

import dev.membersync.accelevents.webhook.HintReceipt;
import dev.membersync.accelevents.webhook.HintReceiver;
import dev.membersync.accelevents.webhook.WebhookHint;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.intake.Hook;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.TicketHint;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The webhooks of Accelevents: whatever a body names is looked at again. Thread-safe. */
public final class AcceleventsHook implements Hook {
    private static final Duration COME_AGAIN = Duration.ofSeconds(60);
    /** So many names are looked up for one delivery, whatever its sender packs into it. */
    private static final int MOST_NAMES = 1_000;

    private final HintReceiver receiver;
    private final Intake intake;

    private AcceleventsHook(HintReceiver receiver, Intake intake) {
        this.receiver = receiver;
        this.intake = intake;
    }

    /** A hook of what this receiver takes. */
    public static AcceleventsHook of(HintReceiver receiver, Intake intake) {
        return new AcceleventsHook(receiver, intake);
    }

    @Override
    public HookAnswer receive(Delivery delivery) {
        HintReceipt receipt = receiver.receive(delivery, hints -> intake.tickets(tickets(hints)));
        if (receipt instanceof HintReceipt.Accepted) {
            return HookAnswer.of(HookOutcome.ACCEPTED);
        } else if (receipt instanceof HintReceipt.Deferred) {
            return HookAnswer.later(receipt.retryAfter().orElse(COME_AGAIN));
        } else if (receipt instanceof HintReceipt.Malformed malformed) {
            return HookAnswer.of(malformed.status() == 413 ? HookOutcome.OVERSIZE : HookOutcome.MALFORMED);
        }
        return HookAnswer.of(
                receipt instanceof HintReceipt.RefusedAddress ? HookOutcome.REFUSED_ADDRESS : HookOutcome.UNPROVEN);
    }

    /** One hint of all, so that a delivery is one look. An order may have more tickets than are named beside it. */
    private static TicketHint tickets(List<WebhookHint> hints) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> emails = new LinkedHashSet<>();
        Set<String> events = new LinkedHashSet<>();
        boolean blind = false;
        for (WebhookHint hint : hints) {
            Set<String> named = named(hint);
            blind |= hint.isBlind() || (named.isEmpty() && !hint.orders().isEmpty());
            names.addAll(named);
            emails.addAll(hint.emails());
            events.addAll(hint.eventUrls());
        }
        boolean everywhere = hints.stream().anyMatch(hint -> hint.eventUrls().isEmpty());
        blind |= names.size() > MOST_NAMES || emails.size() > MOST_NAMES;
        return new TicketHint(first(names), first(emails), everywhere ? Set.of() : events, blind);
    }

    private static Set<String> named(WebhookHint hint) {
        Set<String> names = new LinkedHashSet<>();
        hint.tickets().forEach(id -> names.add(id.value()));
        hint.barcodes().forEach(code -> names.add(code.value()));
        hint.attendees().forEach(id -> names.add(id.value()));
        return names;
    }

    private static Set<String> first(Set<String> all) {
        return all.stream().limit(MOST_NAMES).collect(Collectors.toSet());
    }
}
