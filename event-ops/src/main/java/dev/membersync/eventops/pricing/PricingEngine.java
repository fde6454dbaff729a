package dev.membersync.eventops.pricing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one event at work: reads, evaluates, and carries the plan out as far as rules and permissions let it. Safe
 * to be stopped at any moment; the next run picks up what was begun. One run at a time: a second one for the same event
 * ends with a {@link PricingConflictException}.
 */
public final class PricingEngine {
    /** How long a plan waits for a person. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private final PricingSetup setup;
    private final Journal journal;
    private final SagaRunner runner;

    private PricingEngine(PricingSetup setup) {
        this.setup = setup;
        this.journal = new Journal(setup.documents(), setup.event(), setup.time());
        this.runner = new SagaRunner(setup.sides(), journal);
    }

    /** An engine for one event. */
    public static PricingEngine of(PricingSetup setup) {
        return new PricingEngine(setup);
    }

    /** What would be done now. Reads only, and remembers nothing. */
    public PricingPlan plan() {
        return evaluate(journal.memory()).plan();
    }

    /** Goes on with what was begun, evaluates, makes what needs no person, and tells the rest. */
    public PricingReport run() {
        List<String> problems = new ArrayList<>();
        List<Change> made = new ArrayList<>();
        resume(made, problems);
        Evaluation evaluation = evaluate(journal.memory());
        PricingPlan plan = evaluation.plan();
        if (!plan.objections().isEmpty()) {
            problems.addAll(plan.objections());
            tellIncidents(problems);
            return report(plan, made, problems);
        }
        journal.save(evaluation.memory());
        if (journal.sagas().isEmpty()) {
            waiting(plan);
            apply(plan, plan.changes(Route.AUTO), made, problems);
        } else {
            problems.add("nothing new is begun while an earlier change is open; see the incidents");
        }
        shadow(plan);
        tell(plan, problems);
        tellIncidents(problems);
        return report(plan, made, problems);
    }

    /**
     * Makes the changes of a plan that waits, after a person accepted exactly that plan. Each is looked at once more: one
     * that the rules do not want any more, or not like this, is left out and said.
     *
     * @param hash the hash of the plan
     * @param by who accepted it: a name of an account or a role, kept in the audit
     * @throws IllegalArgumentException when no plan waits with this hash, or it waited too long
     */
    public PricingReport approve(String hash, String by) {
        List<String> problems = new ArrayList<>();
        List<Change> made = new ArrayList<>();
        resume(made, problems);
        PricingPlan accepted = journal.waiting()
                .filter(plan -> plan.hash().equals(hash))
                .filter(plan -> !setup.time().instant().isAfter(plan.at().plus(PATIENCE)))
                .orElseThrow(() -> new IllegalArgumentException("no plan waits with the hash " + hash
                        + "; run the rules and accept the hash that is told then"));
        Evaluation evaluation = evaluate(journal.memory());
        PricingPlan now = evaluation.plan();
        problems.addAll(now.objections());
        if (!journal.sagas().isEmpty()) {
            problems.add("nothing new is begun while an earlier change is open; see the incidents");
        }
        if (!problems.isEmpty()) {
            return report(now, made, problems);
        }
        journal.save(evaluation.memory());
        journal.audit(Terms.of("approved", hash).with("by", by));
        journal.withdraw();
        List<Change> changes = new ArrayList<>();
        for (Change change : accepted.changes(Route.APPROVE)) {
            fresh(change, now)
                    .ifPresentOrElse(
                            changes::add,
                            () -> problems.add(
                                    "left out, for the rules do not want it like this any more: " + change.why()));
        }
        apply(now, changes, made, problems);
        return report(now, made, problems);
    }

    /** Withdraws the plan that waits; the rules may ask again. */
    public void reject(String hash, String by) {
        journal.waiting().filter(plan -> plan.hash().equals(hash)).ifPresent(plan -> {
            journal.audit(Terms.of("rejected", hash).with("by", by));
            journal.withdraw();
        });
    }

    /** The plan that waits for a person. */
    public Optional<PricingPlan> waiting() {
        return journal.waiting();
    }

    /** What may have left the systems apart. */
    public List<PricingIncident> incidents() {
        return journal.incidents();
    }

    /** Ends an incident that a person has settled by hand: what was begun is not gone on with. */
    public void settle(String incidentId, String by) {
        journal.sagas().stream().filter(saga -> saga.id().equals(incidentId)).forEach(saga -> {
            journal.audit(Terms.of("settled", incidentId).with("by", by));
            journal.end(saga, "SETTLED_BY_HAND");
        });
    }

    /** Every change and decision, oldest first. */
    public List<Terms> audit() {
        return journal.audit();
    }

    /** What is remembered of the event. */
    public Memory memory() {
        return journal.memory();
    }

    private Evaluation evaluate(Memory memory) {
        Instant now = setup.time().instant();
        Snapshot snapshot = setup.inputs().snapshot(setup.book(), now);
        return Evaluation.of(setup.book(), snapshot, memory, setup.permissions());
    }

    private void resume(List<Change> made, List<String> problems) {
        journal.sagas().forEach(saga -> carry(saga, made, problems));
    }

    /** The places of two systems are never changed by two sagas at once: the first that stays open stops the rest. */
    private void apply(PricingPlan plan, List<Change> changes, List<Change> made, List<String> problems) {
        String name = Evaluation.hex(plan.hash() + setup.time().instant() + changes);
        for (Saga saga : new SagaDesign(setup.event(), setup.random()).sagas(name, changes)) {
            if (!carry(journal.save(saga), made, problems)) {
                return;
            }
        }
    }

    private boolean carry(Saga saga, List<Change> made, List<String> problems) {
        SagaRunner.Result result = runner.run(saga);
        switch (result.end()) {
            case DONE -> {
                // Counted before it is closed: a crash between the two counts it twice, never less.
                journal.save(
                        Settled.of(result.saga(), journal.memory(), setup.time().instant(), setup.zone()));
                journal.end(result.saga(), "DONE");
                made.addAll(saga.changes());
            }
            case UNDONE -> {
                journal.end(result.saga(), "UNDONE");
                problems.add("not made, and planned again: " + result.why());
            }
            case OPEN -> problems.add("not finished: " + result.why());
        }
        return result.end() != SagaRunner.End.OPEN;
    }

    /** The change of a new plan that is the accepted one, but for times that count from now. */
    private static Optional<Change> fresh(Change accepted, PricingPlan now) {
        return now.changes().stream()
                .filter(change ->
                        change.route() != Route.PROPOSE && wish(change).equals(wish(accepted)))
                .findFirst();
    }

    private static String wish(Change change) {
        boolean classes = change.object().kind() == ObjectKind.CLASSES;
        Terms after = change.after().only(name -> !name.equals("old.ends") && !(classes && name.endsWith(".ends")));
        return change.object() + " " + change.act() + "\n" + after.text();
    }

    private void waiting(PricingPlan plan) {
        List<Change> changes = plan.changes(Route.APPROVE);
        Optional<PricingPlan> known = journal.waiting()
                .filter(old -> !plan.at().isAfter(old.at().plus(PATIENCE)))
                .filter(old -> wishes(old).equals(wishes(plan)));
        if (changes.isEmpty()) {
            journal.withdraw();
        } else if (known.isEmpty()) {
            journal.wait(plan);
        }
    }

    private static List<String> wishes(PricingPlan plan) {
        return plan.changes(Route.APPROVE).stream().map(PricingEngine::wish).toList();
    }

    /** What shadow rules would do is kept in the audit, each time that it is something else. */
    private void shadow(PricingPlan plan) {
        Memory memory = journal.memory();
        String wishes = Evaluation.hex(
                plan.shadow().stream().map(PricingEngine::wish).toList().toString());
        if (!plan.shadow().isEmpty() && !memory.told("shadow").equals(Optional.of(wishes))) {
            plan.shadow().forEach(change -> journal.audit(change.stored().with("end", "SHADOW")));
            journal.save(memory.told("shadow", wishes));
        }
    }

    private void tell(PricingPlan plan, List<String> problems) {
        for (Change change : plan.changes(Route.PROPOSE)) {
            boolean notice = change.object().kind() == ObjectKind.NOTICE;
            String key = change.object().toString() + " "
                    + String.join(",", change.after().values().keySet());
            tell(
                    notice ? "NOTICE" : "PROPOSAL",
                    key,
                    change.why(),
                    wish(change),
                    change.after().text("errand"),
                    problems);
        }
        journal.waiting()
                .ifPresent(waits -> tell(
                        "WAITING",
                        "plan",
                        "a plan waits for a person, who accepts it as " + waits.hash() + ": "
                                + String.join(
                                        "; ",
                                        waits.changes(Route.APPROVE).stream()
                                                .map(Change::why)
                                                .toList()),
                        waits.hash(),
                        Optional.empty(),
                        problems));
    }

    private void tellIncidents(List<String> problems) {
        for (PricingIncident incident : journal.incidents()) {
            String text = incident.message() + "; " + incident.nextStep();
            tell("INCIDENT", incident.id(), text, incident.kind(), Optional.empty(), problems);
        }
    }

    /** Tells once; an errand is told each time it is due. */
    private void tell(
            String about, String key, String text, String what, Optional<String> errand, List<String> problems) {
        Memory memory = journal.memory();
        String digest = Evaluation.hex(what);
        String name = Evaluation.hex(about + key).substring(0, 16);
        if (errand.isEmpty() && memory.told(name).equals(Optional.of(digest))) {
            return;
        }
        try {
            setup.notices().tell(new PricingNotices.Notice(setup.event(), about, key, text));
        } catch (RuntimeException failed) {
            problems.add("a notice could not be told and is told again: " + about + " " + key);
            return;
        }
        Memory told =
                errand.map(due -> memory.errand(due, setup.time().instant())).orElse(memory.told(name, digest));
        journal.save(told);
    }

    private PricingReport report(PricingPlan plan, List<Change> made, List<String> problems) {
        Optional<PricingPlan> waits = journal.waiting();
        return new PricingReport(
                plan,
                made,
                waits.map(waiting -> waiting.changes(Route.APPROVE)).orElse(List.of()),
                waits.map(PricingPlan::hash).orElse(""),
                problems,
                journal.incidents());
    }
}
