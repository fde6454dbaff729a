package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes facts into a store: a union of sets, after which everything derived from them is brought up to date. */
final class Arrival {
    private final CheckInStore.Tx tx;
    private final Set<Serial> touched = new TreeSet<>();
    private final List<FactId> clashing = new ArrayList<>();
    private int known;
    private int added;

    private Arrival(CheckInStore.Tx tx) {
        this.tx = tx;
    }

    static UploadReceipt of(CheckInStore.Tx tx, Collection<? extends Fact> facts, Instant now) {
        Arrival arrival = new Arrival(tx);
        Set<String> devices = new TreeSet<>();
        for (Fact fact : facts) {
            if (arrival.add(fact)) {
                devices.add(fact.id().device());
            }
        }
        devices.forEach(arrival::time);
        List<Conflict> conflicts = new ArrayList<>();
        arrival.touched.forEach(
                serial -> conflicts.addAll(Settling.settle(tx, serial, now).conflicts()));
        return new UploadReceipt(arrival.added, arrival.known, arrival.clashing, conflicts);
    }

    private boolean add(Fact fact) {
        Optional<Fact> before = tx.facts().find(fact.id());
        if (before.isPresent()) {
            if (before.get().equals(fact)) {
                known++;
            } else {
                clashing.add(fact.id());
            }
            return false;
        }
        tx.facts()
                .add(
                        fact,
                        Moment.exact(fact.clocks().server().orElse(fact.clocks().device())));
        added++;
        touch(fact);
        return true;
    }

    private void touch(Fact fact) {
        if (fact instanceof Scan scan) {
            scan.serial().ifPresent(touched::add);
        } else if (fact instanceof Undo undo && tx.facts().find(undo.scan()).orElse(null) instanceof Scan target) {
            target.serial().ifPresent(touched::add);
        }
    }

    /** What is newly known of a device's clock may move its scans. */
    private void time(String device) {
        List<Fact> log = tx.facts().timeline(device);
        DeviceTimes times = DeviceTimes.of(log);
        for (Fact fact : log) {
            if (fact instanceof Scan scan && tx.facts().move(scan.id(), times.of(scan.id()))) {
                touch(scan);
            }
        }
    }
}
