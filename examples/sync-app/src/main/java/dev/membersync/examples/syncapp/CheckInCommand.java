package dev.membersync.examples.syncapp;

import dev.membersync.eventops.adapter.AcceleventsCheckIn;
import dev.membersync.eventops.checkin.CheckIn;
import dev.membersync.eventops.checkin.CheckInUploader;
import dev.membersync.eventops.checkin.Conflict;
import dev.membersync.eventops.checkin.UploadReceipt;
import dev.membersync.eventops.config.CheckInConfig;
import dev.membersync.eventops.config.IssueTicketsConfig;
import dev.membersync.eventops.config.TicketOffice;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Serves the page of the doors, until standard input closes or a signal comes; and what doors without a network need. */
final class CheckInCommand implements Command {
    @Override
    public String name() {
        return "check-in";
    }

    @Override
    public String summary() {
        return "serve the page that checks tickets at the door, until standard input closes or a signal comes";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.WORKFLOW, Option.PORT, Option.KIT, Option.OFFLINE, Option.MERGE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        if (Stream.of(Option.KIT, Option.OFFLINE, Option.MERGE)
                        .filter(args::has)
                        .count()
                > 1) {
            throw AppException.usage("write one of --kit, --offline and --merge");
        }
        if (args.has(Option.OFFLINE)) {
            return new OfflineCheckIn(args, console, surroundings).serve();
        }
        return Session.run(args, console, surroundings, tenant -> {
            CheckInConfig config = EventWorkflows.one(tenant, args, CheckInConfig.class, CheckInConfig.ID);
            IssueTicketsConfig tickets =
                    EventWorkflows.beside(tenant, config, IssueTicketsConfig.class, IssueTicketsConfig.ID);
            TicketOffice office = TicketOffice.open(tenant, tickets, surroundings.time(), new SecureRandom());
            if (args.has(Option.KIT)) {
                return kit(tenant, config, office, args.path(Option.KIT), console);
            }
            if (args.has(Option.MERGE)) {
                return merge(tenant, config, office, ScanFile.read(args.path(Option.MERGE)), console);
            }
            return serve(tenant, config, office, args, console, surroundings);
        });
    }

    private static Outcome kit(Tenant tenant, CheckInConfig config, TicketOffice office, Path file, Console console) {
        office.pass();
        try {
            OwnerFile.write(file, office.kit(config).getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw AppException.usage(file + " is there already; name another file, or remove it");
        } catch (IOException e) {
            throw AppException.usage("the kit cannot be written to " + file);
        }
        console.line("written: " + file + "; take it to the device and start check-in --offline " + file.getFileName());
        return outcome(tenant, Exit.DONE, Facts.map("file", file.toString()));
    }

    /** Taken as often as it is given; nobody who was let in is put out again. */
    private static Outcome merge(
            Tenant tenant, CheckInConfig config, TicketOffice office, ScanFile scans, Console console) {
        UploadReceipt receipt = office.doors(config).upload(scans.facts());
        console.figure(receipt.added(), "scans taken from " + scans.device());
        console.figure(receipt.known(), "were known");
        receipt.conflicts().forEach(conflict -> console.line("  conflict: " + conflict.text()));
        if (!receipt.clashing().isEmpty()) {
            console.line(
                    "  " + receipt.clashing().size() + " scans have numbers that other scans of the device have, and"
                            + " were not taken: the device has lost its count");
        }
        console.line("check-in tells Accelevents who came, when it serves next");
        boolean clean = receipt.conflicts().isEmpty() && receipt.clashing().isEmpty();
        return outcome(
                tenant,
                clean ? Exit.DONE : Exit.OPEN,
                Facts.map(
                        "added", receipt.added(),
                        "known", receipt.known(),
                        "clashing", receipt.clashing().size(),
                        "conflicts",
                                receipt.conflicts().stream().map(Conflict::text).toList()));
    }

    private static Outcome serve(
            Tenant tenant,
            CheckInConfig config,
            TicketOffice office,
            Args args,
            Console console,
            Surroundings surroundings) {
        CheckIn doors = office.doors(config);
        CheckInUploader uploader = CheckInUploader.of(
                office.store(), AcceleventsCheckIn.of(tenant.event(config).checkIn()), surroundings.time());
        int port = (int) args.whole(Option.PORT, 0, 65_535, config.port());
        DoorFigures figures = new DoorFigures();
        try (Hold hold = Hold.open(surroundings)) {
            try (DoorWatch watch = new DoorWatch(tenant, console, surroundings.time());
                    DoorServer server = DoorServer.start(config.host(), port, office.event(), doors::scan, figures)) {
                watch.begin(config, office, uploader);
                server.tell(console);
                hold.untilEnd();
            }
            List<Conflict> conflicts = doors.conflicts();
            figures.tell(console);
            conflicts.forEach(conflict -> console.line("  conflict: " + conflict.text()));
            return outcome(tenant, conflicts.isEmpty() ? Exit.DONE : Exit.OPEN, figures.facts(conflicts.size()));
        }
    }

    private static Outcome outcome(Tenant tenant, Exit exit, Map<String, Object> facts) {
        return new Outcome(exit, Counts.NONE, tenant.calls(), facts);
    }
}
