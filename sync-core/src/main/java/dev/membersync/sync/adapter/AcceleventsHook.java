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
import java.util.HashSet;
import java.util.Set;

/** The webhooks of Accelevents: whatever a body names is looked at again. Thread-safe. */
public final class AcceleventsHook implements Hook {
    private static final Duration COME_AGAIN = Duration.ofSeconds(60);

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
        HintReceipt receipt = receiver.receive(delivery, hints -> hints.forEach(hint -> intake.tickets(tickets(hint))));
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

    /** An order may have more tickets than are named beside it. */
    private static TicketHint tickets(WebhookHint hint) {
        Set<String> names = new HashSet<>();
        hint.tickets().forEach(id -> names.add(id.value()));
        hint.barcodes().forEach(code -> names.add(code.value()));
        hint.attendees().forEach(id -> names.add(id.value()));
        boolean orderAlone = names.isEmpty() && !hint.orders().isEmpty();
        return new TicketHint(names, hint.emails(), hint.eventUrls(), hint.isBlind() || orderAlone);
    }
}
