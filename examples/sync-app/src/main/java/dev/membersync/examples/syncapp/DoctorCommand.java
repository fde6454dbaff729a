package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.Pace;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.config.Finding;
import dev.membersync.sync.config.Finding.Level;
import dev.membersync.sync.config.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class DoctorCommand implements Command {
    /** Order and payment. */
    private static final long CALLS_EACH = 2;

    private static final Map<Level, String> SIGNS =
            Map.of(Level.GOOD, "ok", Level.WARNING, "warning", Level.WRONG, "WRONG", Level.REFUSED, "REFUSED");

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "look whether everything is in place; reads only";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.QUICK, Option.EVIDENCE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(
                args,
                console,
                surroundings,
                tenant -> Evidence.of(args, tenant, surroundings)
                        .keep(Gate.DOCTOR, () -> examine(tenant, args.has(Option.QUICK), console)));
    }

    static Outcome examine(Tenant tenant, boolean quick, Console console) {
        List<Finding> findings = tenant.doctor().examine();
        findings.forEach(finding -> console.line(
                String.format("  %7s  %s: %s", SIGNS.get(finding.level()), finding.subject(), finding.message())));
        Exit exit = exit(findings);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("findings", findings.stream().map(Facts::finding).toList());
        facts.put(
                "incidents",
                ReviewCommand.incidents(tenant, console).stream()
                        .map(Facts::incident)
                        .toList());
        facts.put("mailsTo", Summary.mailsTo(tenant.config()));
        Summary.whoIsMailed(tenant.config(), console);
        Counts counts = Counts.NONE;
        if (!quick && exit == Exit.DONE) {
            SyncPlan plan = tenant.engine().plan();
            counts = plan.counts();
            long mails = plan.workflows().stream()
                    .mapToLong(SyncPlan.WorkflowPlan::mails)
                    .sum();
            Summary.mails(plan, tenant.config(), console);
            if (mails > 0) {
                Pace pace = Pace.of(
                        mails * CALLS_EACH, tenant.config().accelevents().rate());
                console.line("  the first sync makes about " + CALLS_EACH + " calls for each of them: " + pace.text()
                        + " at Accelevents");
            }
            facts.put("mails", mails);
        }
        return new Outcome(exit, counts, tenant.calls(), facts);
    }

    private static Exit exit(List<Finding> findings) {
        if (has(findings, Level.REFUSED)) {
            return Exit.SERVICE;
        }
        return has(findings, Level.WRONG) ? Exit.USAGE : Exit.DONE;
    }

    private static boolean has(List<Finding> findings, Level level) {
        return findings.stream().anyMatch(finding -> finding.level() == level);
    }
}
