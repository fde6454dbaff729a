package dev.membersync.sync.intake;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.client.webhook.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hook for tools that connect services, and for scripts: {@code {"system": "memberships", "id": "m1", "timestamp":
 * "2026-01-31T12:00:00Z"}}, with the HMAC-SHA256 of exactly these bytes in {@value #HEADER}. {@code system} is
 * {@code memberships} (the id is a userId) or {@code accelevents} (a ticket id, barcode, attendee id or order id). It
 * marks that one record and can do nothing else. The time must lie within five minutes of ours, before or after.
 */
public final class GenericHook implements Hook {
    /** The header with the signature: {@code sha256=} and 64 hexadecimal digits. */
    public static final String HEADER = "X-Membersync-Signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;

    private final SignatureVerifier signature;
    private final Intake intake;
    private final Time time;

    private GenericHook(SignatureVerifier signature, Intake intake, Time time) {
        this.signature = signature;
        this.intake = intake;
        this.time = time;
    }

    /** A hook whose deliveries are signed with this secret, or with one of several while they are rotated. */
    public static GenericHook of(List<Secret> secrets, Intake intake, Time time) {
        return new GenericHook(SignatureVerifier.hmacSha256(HEADER, secrets), intake, time);
    }

    @Override
    public HookAnswer receive(Delivery delivery) {
        if (signature.verify(delivery) != Verdict.VALID) {
            return HookAnswer.of(HookOutcome.UNPROVEN);
        }
        Map<String, @Nullable Object> body;
        try {
            body = Json.utf8Object(delivery.body());
        } catch (UnreadableException e) {
            return HookAnswer.of(HookOutcome.MALFORMED);
        }
        Optional<Instant> sent = moment(body.get("timestamp"));
        String id = body.get("id") instanceof String text ? text.strip() : "";
        if (sent.isEmpty() || id.isEmpty() || id.length() > LONGEST_ID) {
            return HookAnswer.of(HookOutcome.MALFORMED);
        }
        if (Duration.between(sent.get(), time.instant()).abs().compareTo(WINDOW) > 0) {
            return HookAnswer.of(HookOutcome.UNPROVEN);
        }
        return marked(String.valueOf(body.get("system")), id);
    }

    private HookAnswer marked(String system, String id) {
        switch (system) {
            case "memberships" -> intake.members(List.of(id));
            case "accelevents" -> intake.tickets(new TicketHint(Set.of(id), Set.of(), Set.of(), false));
            default -> {
                return HookAnswer.of(HookOutcome.UNKNOWN_TYPE);
            }
        }
        return HookAnswer.of(HookOutcome.ACCEPTED);
    }

    private static Optional<Instant> moment(@Nullable Object value) {
        try {
            return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
