package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.DriftedOperation;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.config.MembersToAttendeesConfig;
import dev.membersync.sync.config.TenantConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells people what a plan or a run came to. */
final class Summary {
    private static final Map<String, String> KINDS = Map.of(
            "CREATE", "{person|people} would be registered",
            "CREATE_MEMBER", "{contact|contacts} would be made of registrants who are no members",
            "LINK", "{registration that exists|registrations that exist} would be linked",
            "UPDATE", "{registration|registrations} would be brought up to date",
            "UPDATE_MEMBER", "{member|members} would be brought up to date",
            "ENROL", "{person|people} would be put into workflows of the Memberships side, which may mail them",
            "EXCHANGE", "{ticket|tickets} would be exchanged for another type",
            "REMOVE", "{registration|registrations} would be removed");

    private Summary() {}

    static void plan(SyncPlan.WorkflowPlan plan, Console console) {
        console.line("Plan of " + plan.workflow() + " at the event " + plan.event() + "; nothing was written");
        Map<String, Long> kinds = new TreeMap<>();
        plan.operations().forEach(operation -> kinds.merge(operation.kind(), 1L, Long::sum));
        kinds.forEach((kind, number) -> console.figure(number, KINDS.getOrDefault(kind, kind)));
        console.list(plan.operations().stream().map(PlannedOperation::toString).toList());
        standing(plan.counts(), plan.skipped(), plan.waiting(), console);
        figure(plan.counts().failed(), "{member|members} could not be planned", console);
        console.list(plan.problems());
        plan.noPlace()
                .forEach((type, number) -> console.figure(
                        number, "{member|members} would find no place: the ticket type \"" + type + "\" is full"));
        if (!plan.complete()) {
            console.line("  Accelevents did not show every attendee, so a sync would register nobody");
        }
        objections(plan, console);
    }

    static void report(SyncReport.WorkflowReport report, Console console) {
        Counts counts = report.counts();
        console.line((report.stopped() ? "Stopped " : "Synchronised ") + report.workflow() + " at the event "
                + report.event());
        if (report.stopped()) {
            objections(report.plan(), console);
            return;
        }
        figure(counts.created(), made(report), console);
        figure(counts.linked(), "{registration that existed was|registrations that existed were} linked", console);
        figure(counts.updated(), "{registration was|registrations were} brought up to date", console);
        standing(counts, report.skipped(), report.waiting(), console);
        tell(
                report.drifted().stream().map(DriftedOperation::toString).toList(),
                "planned {operation was|operations were} not made, because the world has moved",
                console);
        tell(
                report.openCreates(),
                "{registration or contact is|registrations or contacts are} under way and not settled; the next run goes on",
                console);
        figure(counts.failed(), "{member|members} failed and {stays|stay} in the queue", console);
        console.list(report.problems());
        if (!report.plan().complete()) {
            console.line("  Accelevents did not show every attendee, so nobody was registered; run again later");
        }
    }

    /** How many mails, and to whom. */
    static void mails(SyncPlan plan, TenantConfig config, Console console) {
        long organiser = plan.workflows().stream()
                .filter(part -> hasBuyer(part, config))
                .mapToLong(SyncPlan.WorkflowPlan::mails)
                .sum();
        long mails = plan.workflows().stream()
                        .mapToLong(SyncPlan.WorkflowPlan::mails)
                        .sum()
                - organiser;
        if (organiser > 0) {
            console.figure(organiser, "{mail|mails} would go to the buyer that the file names");
        }
        if (mails > 0 || organiser == 0) {
            console.figure(
                    mails,
                    "{mail|mails} would go to real people: Accelevents mails each buyer and cannot be told not to");
        }
    }

    /** Whether mails go to {@code members}, to the {@code buyer} of the file, to {@code both}, or to {@code nobody}. */
    static String mailsTo(TenantConfig config) {
        List<MembersToAttendeesConfig> mailing = config.workflows(MembersToAttendeesConfig.class);
        long buyers = mailing.stream().filter(one -> one.buyer().isPresent()).count();
        if (mailing.isEmpty()) {
            return "nobody";
        }
        return buyers == 0 ? "members" : buyers == mailing.size() ? "buyer" : "both";
    }

    static void whoIsMailed(TenantConfig config, Console console) {
        console.line(
                switch (mailsTo(config)) {
                    case "members" ->
                        "  Mails go to REAL PEOPLE: every member buys his own ticket. For a rehearsal set buyer in the file";
                    case "buyer" ->
                        "  A rehearsal: the buyer in the file gets the mails of every ticket. Whether Accelevents mails the"
                                + " holders, who are real people, too is not documented";
                    case "nobody" -> "  No workflow of the file makes tickets, so Accelevents mails nobody";
                    default ->
                        "  Mails go to REAL PEOPLE in the workflows without a buyer, else to the buyer in the file";
                });
    }

    private static boolean hasBuyer(SyncPlan.WorkflowPlan part, TenantConfig config) {
        return config.workflows(MembersToAttendeesConfig.class).stream()
                .anyMatch(workflow -> workflow.id().equals(part.workflow())
                        && workflow.event().equals(part.event())
                        && workflow.buyer().isPresent());
    }

    private static void standing(Counts counts, Map<String, Long> skipped, Map<String, Long> waiting, Console console) {
        console.figure(counts.unchanged(), "{member is|members are} as agreed");
        figure(counts.skipped(), "{member is|members are} left alone:", console);
        reasons(skipped, console);
        figure(counts.held(), "{member waits, or has|members wait, or have} a field that waits:", console);
        reasons(waiting, console);
        figure(
                counts.review(),
                "{question waits|questions wait} for a person: sync-app review lists {it|them}",
                console);
        figure(counts.deadLetters(), "{member was|members were} given up: sync-app dead-letters says why", console);
    }

    private static void reasons(Map<String, Long> reasons, Console console) {
        console.list(new TreeMap<>(reasons)
                .entrySet().stream()
                        .map(reason -> reason.getValue() + " because " + reason.getKey())
                        .toList());
    }

    /** A workflow makes registrations or contacts, never both. */
    private static String made(SyncReport.WorkflowReport report) {
        return report.plan().mails() > 0
                ? "{person was|people were} registered; Accelevents mailed {the buyer|their buyers}"
                : "{contact was|contacts were} made of registrants who were no members";
    }

    private static void objections(SyncPlan.WorkflowPlan plan, Console console) {
        if (!plan.objections().isEmpty()) {
            console.line("  A sync stops before its first write:");
            console.list(plan.objections());
            console.line("  When that is what you want: sync --approve " + plan.digest());
        }
    }

    private static void tell(List<String> found, String what, Console console) {
        figure(found.size(), what, console);
        console.list(found);
    }

    private static void figure(long number, String what, Console console) {
        if (number > 0) {
            console.figure(number, what);
        }
    }
}
