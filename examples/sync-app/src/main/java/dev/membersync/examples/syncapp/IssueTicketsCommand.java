package dev.membersync.examples.syncapp;

import dev.membersync.eventops.checkin.IssueReport;
import dev.membersync.eventops.checkin.Issued;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.config.IssueTicketsConfig;
import dev.membersync.eventops.config.TicketOffice;
import dev.membersync.eventops.image.QrCode;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the signed tickets of events in step with their registrations, and draws the codes that were not handed out. */
final class IssueTicketsCommand implements Command {
    @Override
    public String name() {
        return "issue-tickets";
    }

    @Override
    public String summary() {
        return "sign a ticket for each registration and draw the new codes";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.WORKFLOW, Option.ROTATE, Option.REVOKE_KEY);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(args, console, surroundings, tenant -> {
            List<IssueTicketsConfig> workflows =
                    EventWorkflows.all(tenant, args, IssueTicketsConfig.class, IssueTicketsConfig.ID);
            if (workflows.size() > 1
                    && (args.has(Option.ROTATE) || args.text(Option.REVOKE_KEY).isPresent())) {
                throw AppException.usage("several workflows issue tickets; name one with --workflow ID");
            }
            List<Map<String, Object>> facts = new ArrayList<>();
            Tally tally = new Tally();
            workflows.forEach(workflow -> facts.add(issue(tenant, workflow, args, console, surroundings, tally)));
            return new Outcome(
                    tally.held > 0 ? Exit.STOPPED : Exit.DONE,
                    tally.counts(),
                    tenant.calls(),
                    Facts.withFirst(facts, Map.of()));
        });
    }

    /** What the passes of all workflows did. */
    private static final class Tally {
        private long issued;
        private long changed;
        private long kept;
        private long skipped;
        private long held;

        void add(IssueReport report) {
            issued += report.count(Issued.Step.ISSUED);
            changed += report.count(Issued.Step.REISSUED) + report.count(Issued.Step.REVOKED);
            kept += report.count(Issued.Step.KEPT);
            skipped += report.count(Issued.Step.SKIPPED);
            held += report.count(Issued.Step.HELD);
        }

        Counts counts() {
            return new Counts(issued, changed, 0, kept, skipped, 0, held, 0, 0, 0);
        }
    }

    private static Map<String, Object> issue(
            Tenant tenant,
            IssueTicketsConfig workflow,
            Args args,
            Console console,
            Surroundings surroundings,
            Tally tally) {
        TicketOffice office = TicketOffice.open(tenant, workflow, surroundings.time(), new SecureRandom());
        if (args.has(Option.ROTATE)) {
            office.rotate();
        }
        int revoked = (int) args.whole(Option.REVOKE_KEY, 1, 0xffff, 0);
        if (revoked > 0) {
            revoke(office, revoked);
        }
        IssueReport report = office.pass();
        tally.add(report);
        List<String> files = new ArrayList<>();
        report.toDeliver().forEach(ticket -> files.addAll(draw(office, workflow, ticket)));
        tell(workflow, report, files.size(), console);
        return Facts.map(
                "workflow", workflow.id(),
                "event", office.event(),
                "key", office.keys().active(office.event()).keyId(),
                "issued", report.count(Issued.Step.ISSUED),
                "reissued", report.count(Issued.Step.REISSUED),
                "revoked", report.count(Issued.Step.REVOKED),
                "kept", report.count(Issued.Step.KEPT),
                "skipped", report.count(Issued.Step.SKIPPED),
                "held", report.count(Issued.Step.HELD),
                "unknownTypes", report.unknownTypes(),
                "tickets",
                        report.toDeliver().stream()
                                .map(IssueTicketsCommand::facts)
                                .toList(),
                "files", files);
    }

    private static void revoke(TicketOffice office, int key) {
        try {
            office.revoke(key);
        } catch (IllegalArgumentException e) {
            throw AppException.usage("--revoke-key " + key + ": " + e.getMessage());
        }
    }

    private static Map<String, Object> facts(IssuedTicket ticket) {
        return Facts.map(
                "ticket", ticket.names().shown(),
                "serial", ticket.serial().hex(),
                "generation", ticket.body().generation(),
                "class", ticket.body().ticketClass());
    }

    /** Handed out when all of its files are there; after a crash in between they are drawn again, and are the same. */
    private static List<String> draw(TicketOffice office, IssueTicketsConfig workflow, IssuedTicket ticket) {
        Ticket code = office.code(ticket);
        QrCode picture = QrCode.of(code.text());
        List<String> files = new ArrayList<>();
        for (String format : workflow.formats()) {
            Path file = workflow.into().resolve(QrCode.fileName(code.body(), format));
            byte[] content = format.equals("png")
                    ? picture.png()
                    : picture.svg("Ticket " + ticket.names().shown()).getBytes(StandardCharsets.UTF_8);
            write(workflow.into(), file, content);
            files.add(file.toString());
        }
        office.delivered(ticket);
        return files;
    }

    private static void write(Path folder, Path file, byte[] content) {
        try {
            OwnerFile.folder(folder);
            OwnerFile.write(file, content);
        } catch (FileAlreadyExistsException drawnBefore) {
            return; // the same serial and generation: the same picture
        } catch (IOException e) {
            throw AppException.usage("the picture " + file
                    + " cannot be written; check the folder of the key into. Tickets that were signed are drawn by the"
                    + " next run");
        }
    }

    private static void tell(IssueTicketsConfig workflow, IssueReport report, int files, Console console) {
        console.line(workflow.id() + " of " + workflow.event());
        console.figure(report.count(Issued.Step.ISSUED), "{ticket|tickets} signed");
        console.figure(report.count(Issued.Step.REISSUED), "signed anew: transferred, exchanged or back");
        console.figure(report.count(Issued.Step.REVOKED), "{counts|count} no more");
        console.figure(report.count(Issued.Step.KEPT), "as {it was|they were}");
        console.figure(files, "{picture|pictures} in " + workflow.into());
        if (report.count(Issued.Step.HELD) > 0) {
            console.figure(
                    report.count(Issued.Step.HELD),
                    "held: more would change than the key changes allows (" + workflow.changes()
                            + "); if that is right, write a higher number and run again");
        }
        if (!report.unknownTypes().isEmpty()) {
            console.line("  no class for the ticket types " + String.join(", ", report.unknownTypes())
                    + "; name them in classes, or write \"*\"");
        }
    }
}
