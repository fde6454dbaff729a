package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Contact;
import dev.membersync.eventops.checkin.Fact;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.Moment;
import dev.membersync.eventops.checkin.Scan;
import dev.membersync.eventops.checkin.TimedScan;
import dev.membersync.eventops.checkin.Undo;
import dev.membersync.eventops.ticket.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts in memory. */
final class MemoryFacts implements CheckInStore.Facts {
    private record Row(Fact fact, Moment when) {}

    private final MemoryTables.Table<FactId, Row> rows;
    private final MemoryTables.Table<Serial, List<FactId>> bySerial;
    private final MemoryTables.Table<FactId, Boolean> undone;
    private final MemoryTables.Table<FactId, FactId> scans;

    MemoryFacts(MemoryTables tables) {
        this.rows = tables.table();
        this.bySerial = tables.table();
        this.undone = tables.table();
        this.scans = tables.table();
    }

    @Override
    public Optional<Fact> find(FactId id) {
        return rows.find(id).map(Row::fact);
    }

    @Override
    public void add(Fact fact, Moment when) {
        if (rows.find(fact.id()).isPresent()) {
            throw new IllegalStateException("the fact " + fact.id() + " is known already");
        }
        rows.put(fact.id(), new Row(fact, when));
        if (fact instanceof Scan scan) {
            scans.put(scan.id(), scan.id());
            scan.serial().ifPresent(serial -> {
                List<FactId> all = new ArrayList<>(bySerial.find(serial).orElse(List.of()));
                all.add(scan.id());
                bySerial.put(serial, List.copyOf(all));
            });
        } else if (fact instanceof Undo undo) {
            undone.put(undo.scan(), true);
        }
    }

    @Override
    public boolean move(FactId scan, Moment when) {
        Row row = rows.find(scan).orElseThrow();
        if (row.when().equals(when)) {
            return false;
        }
        rows.put(scan, new Row(row.fact(), when));
        return true;
    }

    @Override
    public List<Fact> timeline(String device) {
        return rows.between(new FactId(device, 1), new FactId(device, Long.MAX_VALUE))
                .map(Row::fact)
                .filter(fact ->
                        fact instanceof Contact || fact.clocks().server().isEmpty())
                .toList();
    }

    @Override
    public List<TimedScan> scans(Serial serial) {
        return bySerial.find(serial).orElse(List.of()).stream()
                .sorted()
                .map(this::timed)
                .toList();
    }

    @Override
    public List<TimedScan> page(Optional<FactId> after, int limit) {
        return scans.page(after, limit).stream().map(this::timed).toList();
    }

    private TimedScan timed(FactId id) {
        Row row = rows.find(id).orElseThrow();
        return new TimedScan((Scan) row.fact(), row.when(), undone.find(id).isPresent());
    }
}
