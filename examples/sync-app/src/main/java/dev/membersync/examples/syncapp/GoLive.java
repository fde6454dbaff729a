package dev.membersync.examples.syncapp;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.time.Time;
import dev.membersync.sync.Counts;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.config.Tenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the gates in their order. What reads is always done afresh, for what was seen yesterday protects nobody today, and
 * a sync that has nothing to do does nothing; only the canary is not repeated, and what a person approved is not asked
 * again while it is the same.
 */
final class GoLive {
    private final Tenant tenant;
    private final Evidence evidence;
    private final Time time;
    private final Console console;
    private final long most;
    private final boolean deep;
    private final Approvals approvals;
    private final List<Map<String, Object>> gates = new ArrayList<>();
    private Optional<Canary> canary;
    private Counts counts = Counts.NONE;

    GoLive(Tenant tenant, Evidence evidence, Time time, Console console, long most, boolean deep, Set<String> digests) {
        this.tenant = tenant;
        this.evidence = evidence;
        this.time = time;
        this.console = console;
        this.most = most;
        this.deep = deep;
        List<EvidenceFile> known = evidence.valid();
        this.approvals = Approvals.of(digests, known);
        this.canary = Canary.known(known, most);
    }

    Outcome run() {
        for (Gate gate : way()) {
            console.line("");
            if (gate == Gate.CANARY && canary.isPresent()) {
                console.line(
                        "Gate canary: passed before, see " + canary.get().file() + "; its members are verified again");
                gates.add(Facts.map(
                        "gate",
                        gate.word(),
                        "passed",
                        true,
                        "file",
                        canary.get().file()));
                continue;
            }
            console.line("Gate " + gate.word());
            Optional<Outcome> stopped = take(gate);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        console.line("");
        console.line("All gates are passed. The next command is: sync-app live");
        return outcome(Exit.DONE, "", "");
    }

    private List<Gate> way() {
        List<Gate> way = new ArrayList<>(List.of(
                Gate.DOCTOR, Gate.PLAN, Gate.CANARY, Gate.CANARY_VERIFY, Gate.SYNC, Gate.VERIFY, Gate.COVERAGE));
        if (page().isPresent()) {
            way.add(1, Gate.MAPPING);
        }
        return way;
    }

    /** The committed page that documents the mapping. */
    private Optional<Path> page() {
        return tenant.config().goLive().mappingDocs();
    }

    private Optional<Outcome> take(Gate gate) {
        long began = time.nanos();
        Outcome outcome;
        Optional<String> objection;
        try {
            outcome = work(gate);
            made(gate, outcome);
            objection = objection(gate, outcome);
        } catch (RuntimeException e) {
            evidence.failed(gate, e, began);
            Failure failure = e instanceof ApiException refusal
                    ? new Failure(Exit.SERVICE, tenant.explain(refusal))
                    : Failure.of(e);
            tellWhatIsThere(gate);
            if (gate == Gate.CANARY || gate == Gate.SYNC) {
                console.line(
                        "  Who was registered before it failed keeps the ticket; go-live run again goes on with the rest");
            }
            throw AppException.of(
                    failure.exit(), "the gate " + gate.word() + " is not passed: " + failure.message(), e);
        }
        Map<String, Object> more = new LinkedHashMap<>();
        if (gate == Gate.PLAN) {
            more.put("approved", approvals.digests());
        }
        Optional<String> file = evidence.leave(gate, outcome, began, objection, more);
        gates.add(Facts.map("gate", gate.word(), "passed", objection.isEmpty(), "file", file.orElse("")));
        return objection.map(why -> stop(gate, outcome, why));
    }

    /** What both runs made is added up; what is left is what the later one says. */
    private void made(Gate gate, Outcome outcome) {
        if (gate == Gate.CANARY) {
            canary = Optional.of(Canary.of(outcome));
        }
        if (gate == Gate.CANARY || gate == Gate.SYNC) {
            counts = outcome.counts()
                    .plus(new Counts(counts.created(), counts.updated(), counts.linked(), 0, 0, 0, 0, 0, 0, 0));
        }
    }

    private Outcome work(Gate gate) {
        return switch (gate) {
            case DOCTOR -> DoctorCommand.examine(tenant, true, console);
            case MAPPING -> MappingDocsCommand.check(tenant, page().orElseThrow(), console);
            case PLAN -> PlanCommand.plan(tenant, console);
            case CANARY ->
                SyncCommand.sync(tenant, approvals.on(SyncOptions.standard()).canary(most), console);
            case SYNC -> SyncCommand.sync(tenant, approvals.on(SyncOptions.standard()), console);
            case CANARY_VERIFY, VERIFY -> VerifyCommand.verify(tenant, deep, console);
            case COVERAGE -> CoverageGate.measure(tenant, console);
            case LIVE -> throw new IllegalStateException("going live is a command of its own");
        };
    }

    private Optional<String> objection(Gate gate, Outcome outcome) {
        if (gate == Gate.PLAN) {
            return gate.objection(approvals.judge(outcome));
        }
        if (gate == Gate.CANARY_VERIFY) {
            Optional<String> objection = canary.flatMap(known -> known.objection(outcome));
            if (objection.isEmpty()) {
                approveWhatIsLeft();
            }
            return objection;
        }
        return gate.objection(outcome);
    }

    /** The canary has made a part of what was approved; the rest has another digest and needs no second yes. */
    private void approveWhatIsLeft() {
        if (approvals.isGiven()) {
            SyncPlan rest = tenant.engine().plan();
            rest.workflows().forEach(part -> approvals.extend(Facts.plan(part)));
        }
    }

    private Outcome stop(Gate gate, Outcome outcome, String why) {
        tellWhatIsThere(gate);
        String next = next(gate);
        console.line("");
        console.line("Stopped at the gate " + gate.word() + ": " + why + ".");
        console.line("  Next: " + next);
        return outcome(exit(gate, outcome), gate.word() + ": " + why, next);
    }

    private void tellWhatIsThere(Gate gate) {
        if (gate.compareTo(Gate.PLAN) > 0) {
            canary.ifPresent(known -> known.tell(console));
        }
    }

    private String next(Gate gate) {
        return switch (gate) {
            case DOCTOR -> "correct what is WRONG or REFUSED above, then run go-live again";
            case PLAN ->
                approvals.refused().isEmpty()
                        ? "run go-live again later; nothing was written"
                        : "look at the plan; when that is what you want: go-live --approve "
                                + String.join(",", approvals.refused());
            case MAPPING ->
                "when every line above is meant, write the page anew: sync-app mapping-docs --out "
                        + page().orElseThrow() + "; then run go-live again";
            case COVERAGE ->
                "everything agrees, and nobody is registered wrongly: look who the others are, with template:"
                        + " duplicate-hygiene and sync-app report; name ticket types of people who are no members in"
                        + " goLive.notMembers, or what you expect in goLive.coverage, then run go-live again";
            case CANARY, SYNC ->
                "see sync-app review and sync-app dead-letters, correct what they name, then run go-live again; what is"
                        + " under way goes on where it stopped";
            default ->
                "sync-app verify --deep names what differs; sync-app review asks about it; then run go-live again";
        };
    }

    private Exit exit(Gate gate, Outcome outcome) {
        if (gate == Gate.PLAN) {
            return approvals.refused().isEmpty() ? Exit.SERVICE : Exit.STOPPED;
        }
        return outcome.exit() == Exit.DONE ? Exit.OPEN : outcome.exit();
    }

    private Outcome outcome(Exit exit, String stopped, String next) {
        return new Outcome(
                exit,
                counts,
                tenant.calls(),
                Facts.map(
                        "gates",
                        gates,
                        "stoppedAt",
                        stopped,
                        "next",
                        next,
                        "canary",
                        canary.map(Canary::members).orElse(List.of()),
                        "mailsTo",
                        Summary.mailsTo(tenant.config())));
    }
}
