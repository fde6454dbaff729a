package dev.membersync.eventops.checkin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the scans of one ticket amount to: who was let in when, which entries conflict, and whether somebody is inside. A
 * pure function of the set of scans: their order and their repetition do not matter.
 *
 * @param admissions the entries that count, in canonical order; the first one is that of the registration
 * @param conflicts entries that were accepted while the ticket was in
 * @param rereads looks that belong to the gesture of the look before; they are no scans of their own
 * @param inside by slot, the entry that nobody has left since
 */
public record Visits(
        List<TimedScan> admissions, List<Conflict> conflicts, List<TimedScan> rereads, Map<String, TimedScan> inside) {
    public Visits {
        admissions = List.copyOf(admissions);
        conflicts = List.copyOf(conflicts);
        rereads = List.copyOf(rereads);
        inside = Map.copyOf(inside);
    }

    /** The visits that these scans of one ticket amount to; what was taken back does not count. */
    public static Visits of(Collection<TimedScan> scans) {
        Fold fold = new Fold();
        scans.stream()
                .filter(timed -> !timed.isUndone())
                .distinct()
                .sorted(TimedScan.CANONICAL)
                .forEach(fold::take);
        return new Visits(fold.admissions, fold.conflicts, fold.rereads, fold.inside);
    }

    /** The entry that makes the registration one that came; empty when nobody came. */
    public Optional<TimedScan> first() {
        return admissions.stream().findFirst();
    }

    /** The newest entry that used this slot up, whether or not somebody is still in. */
    Optional<TimedScan> last(String slot) {
        return admissions.stream()
                .filter(timed -> timed.scan().slot().equals(slot))
                .reduce((earlier, later) -> later);
    }

    private static final class Fold {
        private final List<TimedScan> admissions = new ArrayList<>();
        private final List<Conflict> conflicts = new ArrayList<>();
        private final List<TimedScan> rereads = new ArrayList<>();
        private final Map<String, TimedScan> inside = new LinkedHashMap<>();
        private final Map<String, TimedScan> gestures = new TreeMap<>();

        void take(TimedScan timed) {
            Scan scan = timed.scan();
            String hand = scan.direction() + " " + scan.id().device() + " " + scan.gate();
            TimedScan gesture = gestures.get(hand);
            if (scan.repeats() != 0 || (gesture != null && timed.repeats(gesture))) {
                rereads.add(timed);
                return;
            }
            gestures.put(hand, timed);
            if (!scan.passes()) {
                return;
            }
            if (scan.direction() == Direction.EXIT) {
                leave(scan.slot());
                return;
            }
            TimedScan before = inside.putIfAbsent(scan.slot(), timed);
            if (before == null) {
                admissions.add(timed);
            } else {
                conflicts.add(new Conflict(before, timed));
            }
        }

        private void leave(String slot) {
            if (slot.isEmpty()) {
                inside.clear();
            } else {
                inside.remove(slot);
            }
        }
    }
}
