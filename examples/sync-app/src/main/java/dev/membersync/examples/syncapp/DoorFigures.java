package dev.membersync.examples.syncapp;

import dev.membersync.eventops.checkin.ScanResult;
import java.util.Map;
import java.util.TreeMap;

/** What the doors answered while the page was served. Thread-safe. */
final class DoorFigures {
    private final Map<String, Long> answers = new TreeMap<>();

    synchronized void count(ScanResult result) {
        answers.merge(result.outcome().name(), 1L, Long::sum);
    }

    synchronized void tell(Console console) {
        answers.forEach((outcome, times) -> console.figure(times, outcome));
    }

    synchronized Map<String, Object> facts(int conflicts) {
        return Facts.map("outcomes", Map.copyOf(answers), "conflicts", conflicts);
    }
}
