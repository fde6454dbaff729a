package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.eventops.checkin.OfflineDoor;
import dev.membersync.eventops.config.DoorKit;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Serves the page of the doors from a kit alone. All pages of this machine are one door, which knows its own scans. */
final class OfflineCheckIn {
    private static final int PORT = 8090;
    private static final int DEVICE = 6;

    private final Args args;
    private final Console console;
    private final Surroundings surroundings;

    OfflineCheckIn(Args args, Console console, Surroundings surroundings) {
        this.args = args;
        this.console = console;
        this.surroundings = surroundings;
    }

    Outcome serve() {
        Path file = args.path(Option.OFFLINE);
        DoorKit kit = kit(file);
        ScanFile scans = ScanFile.open(file.resolveSibling(file.getFileName() + ".scans"), device());
        OfflineDoor door = kit.door(scans.device(), scans);
        Time time = surroundings.time();
        Doors doors = request -> door.scan(
                request.text(), request.direction(), request.gate(), time.instant(), time.nanos(), Optional.empty());
        int port = (int) args.whole(Option.PORT, 0, 65_535, PORT);
        DoorFigures figures = new DoorFigures();
        try (Hold hold = Hold.open(surroundings)) {
            try (DoorServer server = DoorServer.start("127.0.0.1", port, kit.event(), doors, figures)) {
                console.line("no network: other doors may have let the same ticket in, which --merge tells afterwards");
                server.tell(console);
                hold.untilEnd();
            }
            figures.tell(console);
            console.line("the scans are in " + file.getFileName() + ".scans; give that file to check-in --merge");
            return new Outcome(Exit.DONE, Counts.NONE, Calls.NONE, figures.facts(0));
        }
    }

    private static DoorKit kit(Path file) {
        try {
            return DoorKit.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw AppException.usage("the kit " + file + " cannot be read; check-in --kit writes one");
        } catch (IllegalArgumentException e) {
            throw AppException.usage(file + ": " + e.getMessage());
        }
    }

    private static String device() {
        byte[] bytes = new byte[DEVICE];
        new SecureRandom().nextBytes(bytes);
        return "door-" + HexFormat.of().formatHex(bytes);
    }
}
