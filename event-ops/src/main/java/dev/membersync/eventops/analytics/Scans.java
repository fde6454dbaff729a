package dev.membersync.eventops.analytics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What scans come to. */
final class Scans {
    private static final Duration REREAD = Duration.ofSeconds(3);
    private static final Comparator<ScanFact> BY_TIME =
            Comparator.comparing(ScanFact::at).thenComparing(ScanFact::id);

    private record Reading(String device, String registration) {}

    private Scans() {}

    /** The scans of these registrations by time, without those that a device only read again: within 3 s of a scan. */
    static List<ScanFact> withoutRereads(List<ScanFact> all, Set<String> registrations) {
        List<ScanFact> kept = new ArrayList<>();
        Map<Reading, ScanFact> last = new HashMap<>();
        all.stream()
                .filter(scan -> registrations.contains(scan.registration()))
                .sorted(BY_TIME)
                .forEach(scan -> {
                    Reading reading = new Reading(scan.device(), scan.registration());
                    ScanFact before = last.get(reading);
                    if (before == null
                            || Duration.between(before.at(), scan.at()).compareTo(REREAD) > 0) {
                        last.put(reading, scan);
                        kept.add(scan);
                    }
                });
        return List.copyOf(kept);
    }

    static boolean hasExits(List<ScanFact> scans) {
        return scans.stream().anyMatch(scan -> scan.outcome() == ScanFact.Outcome.EXIT);
    }

    /** How many were inside at once at most. */
    static long peak(List<ScanFact> scans) {
        Set<String> inside = new HashSet<>();
        long peak = 0;
        for (ScanFact scan : scans) {
            if (scan.outcome() == ScanFact.Outcome.ADMITTED) {
                inside.add(scan.registration());
            } else if (scan.outcome() == ScanFact.Outcome.EXIT) {
                inside.remove(scan.registration());
            }
            peak = Math.max(peak, inside.size());
        }
        return peak;
    }
}
