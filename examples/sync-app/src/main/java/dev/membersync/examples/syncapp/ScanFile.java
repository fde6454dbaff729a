package dev.membersync.examples.syncapp;

import dev.membersync.eventops.checkin.Clocks;
import dev.membersync.eventops.checkin.Contact;
import dev.membersync.eventops.checkin.Direction;
import dev.membersync.eventops.checkin.Fact;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.Scan;
import dev.membersync.eventops.checkin.ScanJournal;
import dev.membersync.eventops.checkin.Undo;
import dev.membersync.eventops.checkin.Waiver;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.examples.syncapp.internal.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scans of a door without a network: a file of one JSON object a line, the first of which names the device. A line is on
 * disk before the door answers; one that a crash cut off was never answered and is dropped. No personal data.
 */
final class ScanFile implements ScanJournal {
    private final Path file;
    private final String device;

    private ScanFile(Path file, String device) {
        this.file = file;
        this.device = device;
    }

    /** The file of a device, begun with this id when there is none. */
    static ScanFile open(Path file, String freshDevice) {
        try {
            OwnerFile.write(
                    file, (JsonText.write(Map.of("device", freshDevice)) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException goesOn) {
            return read(file).mended();
        } catch (IOException e) {
            throw AppException.usage("the scans cannot be written to " + file);
        }
        return new ScanFile(file, freshDevice);
    }

    /** The file that a device left. */
    static ScanFile read(Path file) {
        try {
            String first = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            return new ScanFile(file, text(JsonText.read(first), "device"));
        } catch (IOException | RuntimeException e) {
            throw AppException.usage(file + " is no file of scans: check-in --offline writes one beside its kit");
        }
    }

    /** Without a line that was cut off. */
    private ScanFile mended() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] content = Files.readAllBytes(file);
            int end = content.length;
            while (end > 0 && content[end - 1] != '\n') {
                end--;
            }
            channel.truncate(end);
            return this;
        } catch (IOException e) {
            throw AppException.usage("the scans cannot be written to " + file);
        }
    }

    /** The id of the device. */
    String device() {
        return device;
    }

    @Override
    public void append(Fact fact) {
        ByteBuffer line = ByteBuffer.wrap((JsonText.write(facts(fact)) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the scan cannot be kept in " + file, e);
        }
    }

    @Override
    public List<Fact> facts() {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .skip(1)
                    .map(line -> fact(JsonText.read(line)))
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw AppException.usage(file + " is damaged: a line in it is no scan; nothing was taken from it");
        }
    }

    private static Map<String, Object> facts(Fact fact) {
        Map<String, Object> facts = Facts.map(
                "device", fact.id().device(),
                "sequence", fact.id().sequence(),
                "at", fact.clocks().device().toString(),
                "ticks", fact.clocks().monotonicNanos());
        fact.clocks().server().ifPresent(server -> facts.put("server", server.toString()));
        if (fact instanceof Contact contact) {
            facts.put("roundTrip", contact.roundTrip().toString());
        } else if (fact instanceof Undo undo) {
            facts.put("scan", undo.scan().sequence());
            put(facts, undo.by());
        } else if (fact instanceof Scan scan) {
            scan.serial().ifPresent(serial -> facts.put("serial", serial.hex()));
            facts.put("generation", scan.generation());
            facts.put("direction", scan.direction().name());
            facts.put("gate", scan.gate());
            facts.put("slot", scan.slot());
            facts.put("outcome", scan.outcome().name());
            facts.put("rule", scan.rule());
            facts.put("list", scan.listVersion());
            facts.put("snapshot", scan.snapshot());
            facts.put("repeats", scan.repeats());
            scan.waiver().ifPresent(waiver -> put(facts, waiver));
        }
        return facts;
    }

    private static void put(Map<String, Object> facts, Waiver by) {
        facts.put("actor", by.actor());
        facts.put("reason", by.reason());
    }

    private static Fact fact(Map<String, Object> facts) {
        FactId id = new FactId(text(facts, "device"), number(facts, "sequence"));
        Clocks clocks = new Clocks(
                Instant.parse(text(facts, "at")),
                number(facts, "ticks"),
                Optional.ofNullable((String) facts.get("server")).map(Instant::parse));
        if (facts.containsKey("roundTrip")) {
            return new Contact(id, clocks, Duration.parse(text(facts, "roundTrip")));
        }
        if (facts.containsKey("scan")) {
            return new Undo(
                    id,
                    clocks,
                    new FactId(id.device(), number(facts, "scan")),
                    waiver(facts).orElseThrow());
        }
        return new Scan(
                id,
                clocks,
                Optional.ofNullable((String) facts.get("serial")).map(Serial::new),
                (int) number(facts, "generation"),
                Direction.valueOf(text(facts, "direction")),
                text(facts, "gate"),
                text(facts, "slot"),
                dev.membersync.eventops.checkin.Outcome.valueOf(text(facts, "outcome")),
                text(facts, "rule"),
                number(facts, "list"),
                text(facts, "snapshot"),
                waiver(facts),
                number(facts, "repeats"));
    }

    private static Optional<Waiver> waiver(Map<String, Object> facts) {
        return facts.containsKey("actor")
                ? Optional.of(new Waiver(text(facts, "actor"), text(facts, "reason")))
                : Optional.empty();
    }

    private static String text(Map<String, Object> facts, String name) {
        return Optional.ofNullable((String) facts.get(name)).orElseThrow();
    }

    private static long number(Map<String, Object> facts, String name) {
        return Optional.ofNullable((Number) facts.get(name)).orElseThrow().longValue();
    }
}
