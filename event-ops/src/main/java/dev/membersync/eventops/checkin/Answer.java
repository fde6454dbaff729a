package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A decision about a request, as the fact that is kept and as the answer that is given. */
record Answer(ScanRequest request, Optional<TicketBody> ticket, Look look, Decision decision) {
    Scan scan(Clocks clocks, DoorView view) {
        return new Scan(
                request.id(),
                clocks,
                serial(),
                ticket.map(TicketBody::generation).orElse(0),
                request.direction(),
                request.gate(),
                decision.slot(),
                decision.outcome(),
                decision.rule().map(Rule::id).orElse(""),
                view.listVersion(),
                view.snapshot().map(DoorView.Sealed::id).orElse(""),
                request.waiver(),
                decision.repeats());
    }

    ScanResult result() {
        return new ScanResult(
                request.id(),
                look.now(),
                decision.outcome(),
                decision.rule(),
                decision.flags(),
                serial(),
                ticket.map(body -> OptionalInt.of(body.ticketClass())).orElse(OptionalInt.empty()),
                decision.earlier(),
                decision.due(),
                decision.detail());
    }

    private Optional<Serial> serial() {
        return ticket.map(TicketBody::serial);
    }

    /** The answer that a scan got before, as far as it is kept. */
    static ScanResult before(Scan scan) {
        return new ScanResult(
                scan.id(),
                scan.clocks().server().orElse(scan.clocks().device()),
                scan.outcome(),
                Rule.of(scan.rule()),
                Set.of(),
                scan.serial(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                "this scan was answered before");
    }
}
