package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.TicketBody;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences beside an outcome, with times in the event's zone. */
final class Wording {
    private final DoorPolicy policy;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter seconds;

    Wording(DoorPolicy policy) {
        this.policy = policy;
        this.minutes =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(policy.zone());
        this.seconds =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(policy.zone());
    }

    String sameGesture() {
        return "the same scan again";
    }

    String noEntry() {
        return "no entry of this ticket is known here";
    }

    String since(boolean newer, Instant since) {
        return (newer ? "a newer code counts since " : "since ") + minutes.format(since);
    }

    String window(TicketBody ticket) {
        return "valid " + bound("from ", ticket.validFrom())
                + (ticket.validFrom() != null && ticket.validUntil() != null ? " " : "")
                + bound("until ", ticket.validUntil()) + " (" + policy.zone() + ")";
    }

    private String bound(String word, @Nullable Instant time) {
        return time == null ? "" : word + minutes.format(time);
    }

    String already(TimedScan first) {
        return "in since " + seconds.format(first.when().at()) + " by gate "
                + first.scan().gate() + " (device " + first.scan().id().device() + ")";
    }

    String rightGates(TicketBody ticket) {
        String gates = policy.gates().values().stream()
                .filter(gate -> gate.serves(ticket.ticketClass()) && gate.opensFor(ticket.accessMask()))
                .map(Gate::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return gates.isEmpty() ? "no gate of this event serves it" : "right gate: " + gates;
    }

    String rightDays(TicketBody ticket) {
        String days = policy.days().entrySet().stream()
                .filter(day -> (day.getValue() & ticket.accessMask()) != 0)
                .map(Map.Entry::getKey)
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return days.isEmpty() ? "for no day of this event" : "for " + days;
    }

    String newerThanBooks() {
        return "this code is newer than the books know";
    }

    String money(Outcome problem, Holding holding) {
        return problem.text() + holding.due().map(due -> " " + due).orElse("");
    }
}
