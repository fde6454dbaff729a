package dev.membersync.eventops.config;

import dev.membersync.eventops.checkin.ClassPolicy;
import dev.membersync.eventops.checkin.DoorPolicy;
import dev.membersync.eventops.checkin.Gate;
import dev.membersync.eventops.checkin.OfflineData;
import dev.membersync.eventops.checkin.OfflineDoor;
import dev.membersync.eventops.checkin.Reentry;
import dev.membersync.eventops.checkin.ScanJournal;
import dev.membersync.eventops.checkin.Snapshot;
import dev.membersync.eventops.checkin.Stance;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.ListEntry;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.eventops.ticket.TicketReader;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a door without a network decides with, as one text: public keys, what the door asks of a ticket, lists and
 * a sealed snapshot. It holds the key of the snapshot and no personal data: give it to the device alone. Immutable.
 *
 * @param event the event as its tickets are bound to it
 * @param keys the event's keys, public parts alone
 * @param policy what the door asks of a ticket
 * @param data lists and snapshot
 */
public record DoorKit(String event, KeyRing keys, DoorPolicy policy, OfflineData data) {
    private static final String FORMAT = "membersync-door-kit 1";
    private static final int ENTRY = 20;

    /** What goes into a kit besides what the snapshot says of itself. */
    record Parts(
            KeyRing keys,
            CheckInConfig doors,
            ZoneId zone,
            List<ListUpdate<? extends ListEntry>> lists,
            Snapshot snapshot) {}

    /** The gate of a device, which goes on where its journal ends; each device has an id of its own. */
    public OfflineDoor door(String device, ScanJournal journal) {
        return OfflineDoor.of(event, device, TicketReader.of(keys), policy, data, journal);
    }

    /** A kit as text. */
    static String write(Parts parts) {
        ClassPolicy asks = parts.doors().policy();
        List<String> lines = new ArrayList<>(
                List.of(FORMAT, "event " + coded(parts.snapshot().event())));
        Arrays.stream(TicketKeys.written(parts.keys()).split("\n", -1)).forEach(key -> lines.add("key " + key));
        lines.add(String.join(
                " ",
                "policy",
                parts.zone().getId(),
                String.valueOf(parts.doors().rehearsal()),
                asks.reentry().per().name(),
                String.valueOf(asks.reentry().afterExit()),
                asks.due().name(),
                asks.disputed().name(),
                asks.staleList().name(),
                asks.staleSnapshot().name(),
                asks.grace().toString(),
                parts.doors().offlineAge().toString()));
        parts.doors()
                .gates()
                .forEach(gate -> lines.add("gate " + coded(gate.name()) + " " + gate.zones() + " "
                        + gate.classes().stream().map(String::valueOf).collect(Collectors.joining(","))));
        parts.lists().forEach(list -> lines.add(list(list)));
        lines.add("snapshot "
                + Base64.getEncoder().encodeToString(parts.snapshot().bytes()));
        return String.join("\n", lines) + "\n";
    }

    private static <E extends ListEntry> String list(ListUpdate<E> list) {
        ByteBuffer entries = ByteBuffer.allocate(list.entries().size() * ENTRY);
        list.entries().forEach(entry -> entries.put(list.kind().bytes(entry)));
        return list.kind() + " " + list.version() + " " + list.asOf() + " "
                + Base64.getEncoder().encodeToString(entries.array());
    }

    /**
     * Reads a kit.
     *
     * @throws IllegalArgumentException when it is damaged or none
     */
    public static DoorKit read(String text) {
        Map<String, List<String[]>> lines = new HashMap<>();
        List<String> all = text.lines().toList();
        if (all.isEmpty() || !all.get(0).equals(FORMAT)) {
            throw damaged();
        }
        for (String line : all.subList(1, all.size())) {
            String[] words = line.split(" ", -1);
            lines.computeIfAbsent(words[0], none -> new ArrayList<>()).add(Arrays.copyOfRange(words, 1, words.length));
        }
        try {
            String event = decoded(one(lines, "event")[0]);
            KeyRing keys = TicketKeys.read(lines.getOrDefault("key", List.of()).stream()
                    .map(words -> String.join(" ", words))
                    .collect(Collectors.joining("\n")));
            return new DoorKit(event, keys, policy(lines), data(lines, event));
        } catch (RuntimeException broken) {
            throw damaged();
        }
    }

    private static OfflineData data(Map<String, List<String[]>> lines, String event) {
        Snapshot snapshot = Snapshot.read(Base64.getDecoder().decode(one(lines, "snapshot")[0]));
        return OfflineData.none(event)
                .with(snapshot)
                .withRevocations(update(ListKind.REVOCATIONS, event, lines))
                .withBlocks(update(ListKind.BLOCKS, event, lines));
    }

    private static <E extends ListEntry> ListUpdate<E> update(
            ListKind<E> kind, String event, Map<String, List<String[]>> lines) {
        String[] words = one(lines, kind.toString());
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(words[2]));
        List<E> entries = new ArrayList<>();
        while (bytes.hasRemaining()) {
            entries.add(kind.entry(bytes).orElseThrow());
        }
        return new ListUpdate<>(kind, event, 0, Long.parseLong(words[0]), Instant.parse(words[1]), entries);
    }

    private static DoorPolicy policy(Map<String, List<String[]>> lines) {
        String[] words = one(lines, "policy");
        ClassPolicy asks = new ClassPolicy(
                new Reentry(Reentry.Per.valueOf(words[2]), Boolean.parseBoolean(words[3])),
                Stance.valueOf(words[4]),
                Stance.valueOf(words[5]),
                Stance.valueOf(words[6]),
                Stance.valueOf(words[7]),
                Duration.parse(words[8]));
        DoorPolicy policy = DoorPolicy.of(ZoneId.of(words[0]))
                .otherwise(asks)
                .withOfflineAge(Duration.parse(words[9]))
                .withGates(lines.getOrDefault("gate", List.of()).stream()
                        .map(DoorKit::gate)
                        .toList());
        return Boolean.parseBoolean(words[1]) ? policy.asRehearsal() : policy;
    }

    private static Gate gate(String[] words) {
        Set<Integer> classes = words[2].isEmpty()
                ? Set.of()
                : Arrays.stream(words[2].split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
        return new Gate(decoded(words[0]), classes, Integer.parseInt(words[1]));
    }

    private static String[] one(Map<String, List<String[]>> lines, String word) {
        return lines.getOrDefault(word, List.of()).stream().findFirst().orElseThrow();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the kit is damaged or none: write it again with check-in --kit");
    }

    /** Without its keys. */
    @Override
    public String toString() {
        return "DoorKit[" + event + "]";
    }
}
