package dev.membersync.eventops.checkin;

import dev.membersync.eventops.store.JdbcCheckInStore;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.sync.store.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How long a scan takes, on one thread; run by hand, never part of a build. Prints milliseconds and scans a second. */
final class DoorSpeed {
    private static final int WARM_UP = 1000;
    private static final int SCANS = 3000;

    private DoorSpeed() {}

    public static void main(String[] args) throws IOException {
        Fest memory = Fest.create();
        measure(
                "verify the code alone",
                tickets(memory),
                ticket -> memory.reader().read(ticket.text(), Fest.EVENT, memory.now));
        CheckIn online = memory.checkIn();
        measure("online, books in memory", tickets(memory), ticket -> online.scan(request(memory, ticket)));
        Fest away = Fest.create();
        List<Ticket> sealed = tickets(away);
        OfflineDoor door = OfflineDoor.of(
                Fest.EVENT,
                "d1",
                away.reader(),
                away.policy,
                OfflineData.none(Fest.EVENT).with(away.snapshot(away.now)),
                ScanJournal.inMemory());
        measure(
                "offline, sealed snapshot",
                sealed,
                ticket -> door.scan(ticket.text(), Direction.ENTRY, "north", away.now, 0, Optional.empty()));
        Path folder = Files.createTempDirectory("door-speed");
        try (JdbcStore database = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"))) {
            Fest disk = Fest.on(JdbcCheckInStore.open(database, Fest.EVENT));
            CheckIn gate = disk.checkIn();
            measure("online, books in SQLite", tickets(disk), ticket -> gate.scan(request(disk, ticket)));
        }
    }

    private static ScanRequest request(Fest fest, Ticket ticket) {
        return fest.entry("d1", Long.parseLong(ticket.body().serial().hex(), 16), ticket.text());
    }

    private static List<Ticket> tickets(Fest fest) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < WARM_UP + SCANS; i++) {
            tickets.add(fest.ticket());
        }
        return tickets;
    }

    private static void measure(String what, List<Ticket> tickets, Consumer<Ticket> scan) {
        tickets.subList(0, WARM_UP).forEach(scan);
        long[] nanos = new long[SCANS];
        long begin = System.nanoTime();
        for (int i = 0; i < SCANS; i++) {
            long start = System.nanoTime();
            scan.accept(tickets.get(WARM_UP + i));
            nanos[i] = System.nanoTime() - start;
        }
        double total = System.nanoTime() - begin;
        Arrays.sort(nanos);
        System.out.printf(
                "%-26s median %.3f ms, 99th of 100 %.3f ms, %.0f scans a second%n",
                what, nanos[SCANS / 2] / 1e6, nanos[SCANS * 99 / 100] / 1e6, SCANS / (total / 1e9));
    }
}
