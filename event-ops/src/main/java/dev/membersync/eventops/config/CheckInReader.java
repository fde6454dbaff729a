package dev.membersync.eventops.config;

import dev.membersync.eventops.checkin.ClassPolicy;
import dev.membersync.eventops.checkin.Gate;
import dev.membersync.eventops.checkin.Reentry;
import dev.membersync.eventops.checkin.Stance;
import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the keys of {@code offline-check-in}. */
final class CheckInReader {
    static final AddedTemplate<CheckInConfig> TEMPLATE =
            new AddedTemplate<>(CheckInConfig.ID, CheckInConfig.class, CheckInReader::read);

    private static final Map<String, Reentry> REENTRY = Map.of(
            "no",
            Reentry.NO,
            "after-exit",
            Reentry.AFTER_EXIT,
            "per-day",
            Reentry.PER_DAY,
            "per-zone",
            Reentry.PER_ZONE);
    private static final Map<String, Stance> STANCES =
            Map.of("admit", Stance.ADMIT, "warn", Stance.WARN, "deny", Stance.DENY);
    private static final Duration REFRESH = Duration.ofMinutes(5);
    private static final Duration OFFLINE_AGE = Duration.ofHours(12);
    private static final int PORT = 8090;
    private static final int ZONES = 16;

    private CheckInReader() {}

    private static CheckInConfig read(WorkflowKeys keys) {
        return new CheckInConfig(
                keys.id(),
                keys.event(),
                keys.occurrence(),
                keys.text("host", "127.0.0.1"),
                (int) keys.whole("port", 0, 65_535, PORT),
                gates(keys),
                policy(keys),
                keys.flag("barcodes"),
                keys.flag("rehearsal"),
                keys.duration("refreshEvery", REFRESH),
                keys.duration("maxAge", OFFLINE_AGE),
                keys.word("tellAccelevents", Map.of("true", true, "false", false), true));
    }

    private static ClassPolicy policy(WorkflowKeys keys) {
        ClassPolicy standard = ClassPolicy.DEFAULT;
        return new ClassPolicy(
                keys.word("reentry", REENTRY, standard.reentry()),
                keys.word("paymentDue", STANCES, standard.due()),
                keys.word("paymentDisputed", STANCES, standard.disputed()),
                keys.word("staleList", STANCES, standard.staleList()),
                keys.word("staleSnapshot", STANCES, standard.staleSnapshot()),
                keys.duration("grace", standard.grace()));
    }

    private static List<Gate> gates(WorkflowKeys keys) {
        List<Gate> gates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (WorkflowKeys gate : keys.tables("gates")) {
            String name = gate.text("name").orElse("main");
            if (!names.add(name)) {
                gate.mistake("name", "another gate has this name; give each its own");
            }
            Set<Integer> classes = new HashSet<>(numbers(gate, "classes", 0xffff));
            int zones = numbers(gate, "zones", ZONES - 1).stream()
                    .mapToInt(bit -> 1 << bit)
                    .reduce(0, (one, other) -> one | other);
            gates.add(new Gate(name, classes, zones));
            gate.end();
        }
        return gates;
    }

    private static List<Integer> numbers(WorkflowKeys keys, String key, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : keys.texts(key)) {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= most) {
                numbers.add(Integer.parseInt(text));
            } else {
                keys.mistake(key, "\"" + text + "\" is no whole number from 0 to " + most);
            }
        }
        return numbers;
    }
}
