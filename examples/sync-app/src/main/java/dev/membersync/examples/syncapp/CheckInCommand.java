package dev.membersync.examples.syncapp;

import dev.membersync.eventops.adapter.AcceleventsCheckIn;
import dev.membersync.eventops.checkin.CheckIn;
import dev.membersync.eventops.checkin.CheckInUploader;
import dev.membersync.eventops.checkin.Conflict;
import dev.membersync.eventops.config.CheckInConfig;
import dev.membersync.eventops.config.IssueTicketsConfig;
import dev.membersync.eventops.config.TicketOffice;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Serves the page of the doors, until standard input closes or a signal comes. */
final class CheckInCommand implements Command {
    private static final int KEY = 12;

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
        return Set.of(Option.CONFIG, Option.WORKFLOW, Option.PORT);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(args, console, surroundings, tenant -> {
            CheckInConfig config = EventWorkflows.one(tenant, args, CheckInConfig.class, CheckInConfig.ID);
            IssueTicketsConfig tickets =
                    EventWorkflows.beside(tenant, config, IssueTicketsConfig.class, IssueTicketsConfig.ID);
            int port = (int) args.whole(Option.PORT, 0, 65_535, config.port());
            SecureRandom random = new SecureRandom();
            TicketOffice office = TicketOffice.open(tenant, tickets, surroundings.time(), random);
            return serve(tenant, config, office, port, secret(random), console, surroundings);
        });
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[KEY];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Outcome serve(
            Tenant tenant,
            CheckInConfig config,
            TicketOffice office,
            int port,
            String key,
            Console console,
            Surroundings surroundings) {
        CheckIn doors = office.doors(config);
        CheckInUploader uploader = CheckInUploader.of(
                office.store(), AcceleventsCheckIn.of(tenant.event(config).checkIn()), surroundings.time());
        DoorFigures figures = new DoorFigures();
        try (Hold hold = Hold.open(surroundings)) {
            try (DoorWatch watch = new DoorWatch(tenant, console, surroundings.time());
                    DoorServer server = DoorServer.start(config.host(), port, key, office.event(), doors, figures)) {
                watch.begin(config, office, uploader);
                console.line("check-in at " + server.url() + "/#key=" + key);
                console.line("the address is for the doors alone: who has it can check tickets in");
                console.line("ready");
                hold.untilEnd();
            }
            List<Conflict> conflicts = doors.conflicts();
            figures.tell(console);
            conflicts.forEach(conflict -> console.line("  conflict: " + conflict.text()));
            Exit exit = conflicts.isEmpty() ? Exit.DONE : Exit.OPEN;
            return new Outcome(exit, Counts.NONE, tenant.calls(), figures.facts(conflicts.size()));
        }
    }
}
