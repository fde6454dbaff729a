package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.Fact;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.Moment;
import dev.membersync.eventops.checkin.Scan;
import dev.membersync.eventops.checkin.Waiver;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.store.Micros;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a fact's row, in the order of its columns. */
final class Cells {
    private static final int SCAN_COLUMNS = 9;

    private final Fact fact;
    private final String event;
    private final Moment when;
    private final List<@Nullable Object> values = new ArrayList<>();

    Cells(Fact fact, String event, Moment when) {
        this.fact = fact;
        this.event = event;
        this.when = when;
    }

    void of(String kind, @Nullable Long roundTrip, @Nullable Scan scan, Optional<Waiver> by, Optional<FactId> undone) {
        Collections.addAll(
                values,
                fact.id().device(),
                fact.id().sequence(),
                kind,
                Micros.of(fact.clocks().device()),
                fact.clocks().monotonicNanos(),
                Micros.of(fact.clocks().server()),
                roundTrip);
        if (scan == null) {
            values.addAll(Collections.nCopies(SCAN_COLUMNS, null));
        } else {
            addScan(scan);
        }
        Collections.addAll(
                values,
                by.map(Waiver::actor).orElse(null),
                by.map(Waiver::reason).orElse(null),
                undone.map(FactId::device).orElse(null),
                undone.map(FactId::sequence).orElse(null),
                scan == null ? null : scan.repeats(),
                event,
                Micros.of(when.from()),
                Micros.of(when.at()),
                Micros.of(when.to()));
    }

    private void addScan(Scan scan) {
        Collections.addAll(
                values,
                scan.serial().map(Serial::hex).orElse(null),
                scan.generation(),
                scan.direction().name(),
                scan.gate(),
                scan.slot(),
                scan.outcome().name(),
                scan.rule(),
                scan.listVersion(),
                scan.snapshot());
    }

    @Nullable Object[] values() {
        return values.toArray();
    }
}
