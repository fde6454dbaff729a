package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Leads one run of one workflow: look up, scan, rehearse, ask the guards, work. A plan is the first three of these on an
 * overlay of the store; a run is all five.
 */
public final class Director {
    private static final int KEPT_OBSERVATIONS = 10_000;
    private static final Answer RELEASE = Answer.value("release");

    private final Parts parts;

    /** A director of these parts. */
    public Director(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a run would do.
     *
     * @param rehearsal the operations
     * @param objections why a run would stop; empty when it would go on
     * @param ticketsComplete whether every ticket was seen; without that nobody is registered
     * @param ticketTypes the event's ticket types
     * @param openQuestions how many questions would be open
     * @param mapping the digest of the mapping it was made under
     */
    public record Plan(
            Rehearsal rehearsal,
            List<String> objections,
            boolean ticketsComplete,
            List<TicketTypeInfo> ticketTypes,
            long openQuestions,
            String mapping) {}

    /**
     * How a run ended.
     *
     * @param plan what it set out to do
     * @param stopped true when the guards stopped it before the first write
     */
    public record Result(Plan plan, boolean stopped) {}

    /** Plans: reads both sides, writes nothing anywhere. */
    public Plan plan(Journal journal) {
        try (SyncStore overlay = parts.store().overlay()) {
            Parts planning = parts.on(overlay, journal);
            Lookups lookups = lookups();
            takeOver(planning);
            Census census = new Census(run(planning, Mode.PLAN, lookups, new Observations(KEPT_OBSERVATIONS)));
            Run scanned = census.take();
            return rehearse(planning, scanned, lookups, census.objections(), Long.MAX_VALUE, Agreed.anything());
        }
    }

    /** A store belongs to one process: what another one held when it died is free. */
    static void takeOver(Parts owned) {
        owned.store().inTransaction(owned.scope(), tx -> {
            tx.work().takeOver();
            return true;
        });
    }

    /**
     * Runs.
     *
     * @param approvals digests of plans that may pass the guards
     * @param most how many members are worked on at most
     * @param agreed what it may do; told what became of it
     * @throws MappingException when what it may do was planned under another mapping
     */
    public Result run(Set<String> approvals, long most, Journal planning, Agreed agreed) {
        Lookups lookups = lookups();
        if (agreed.isOfAnother(lookups.mapping().digest())) {
            throw new MappingException("the plan was made under another mapping than there is now; plan again");
        }
        takeOver(parts);
        Census census = new Census(begin(lookups, new Observations(KEPT_OBSERVATIONS)));
        Run scanned = census.take();
        Alarms.missing(parts, census.objections());
        Plan plan = isAtRest(scanned) && !agreed.isPlan()
                ? plan(parts, new Rehearsal(planning, parts.scope()), scanned, lookups, census.objections())
                : rehearsed(planning, scanned, lookups, census.objections(), most, agreed.afresh());
        boolean compares = compares(parts);
        boolean approved = approvals.contains(plan.rehearsal().digest()) || agreed.isApproved(approvals);
        if (!compares && !plan.objections().isEmpty() && !approved) {
            return new Result(plan, true);
        }
        Run applying = run(parts, compares ? Mode.COMPARE : Mode.APPLY, lookups, scanned.observations)
                .with(scanned.scans)
                .since(scanned)
                .within(agreed);
        parts.journal().starting(compares ? 0 : plan.rehearsal().count(Operation.Kind.CREATE));
        work(applying, most);
        if (most == Long.MAX_VALUE && !agreed.isPlan()) {
            new Questions(applying).settleWords();
            applying.inTransaction(tx -> {
                KeyPass.done(tx);
                return true;
            });
        }
        Alarms.over(parts, census.objections());
        return new Result(plan, false);
    }

    /** Whether the next run compares only, because the store got a new key. */
    public static boolean compares(Parts parts) {
        return parts.store().inTransaction(parts.scope(), KeyPass::isDue);
    }

    /** Lets a stopped pair go on; false when it is not stopped. */
    public static boolean release(Parts parts, String userId) {
        return parts.store().inTransaction(parts.scope(), tx -> {
            tx.work().mark(List.of(userId), Lane.LIVE, parts.time().instant());
            return tx.reviews().answer(Situation.FENCED.name(), userId, RELEASE.toString());
        });
    }

    /** A run that only looks, at a store that forgets what it writes. */
    Run looking(SyncStore forgetful) {
        return run(parts.on(forgetful, new Journal() {}), Mode.PLAN, lookups(), new Observations(0));
    }

    /** Compares both sides as they are now; reads only. */
    public Verified verify(boolean deep, Journal journal, Neighbours neighbours) {
        try (SyncStore overlay = parts.store().overlay()) {
            Run run = run(parts.on(overlay, journal), Mode.PLAN, lookups(), new Observations(0));
            TicketCensus.Found tickets = new TicketCensus(run).take();
            Run scanned = run.with(new Scans(tickets.generation(), tickets.complete(), tickets.complete()));
            return new Verification(scanned, deep, neighbours).verify();
        }
    }

    /** A run that applies, with what the event offers now; nothing is scanned yet. */
    Run begin(Observations observations) {
        return begin(lookups(), observations);
    }

    private Run begin(Lookups lookups, Observations observations) {
        Run beginning = run(parts, Mode.APPLY, lookups, observations);
        HeldWords.free(beginning);
        return beginning;
    }

    /**
     * Nothing is due, and nobody is asked anything: there is nothing to rehearse. An overlay may be a copy of the whole
     * store, which a look at a million pairs that are as agreed must not pay for.
     */
    private static boolean isAtRest(Run run) {
        return run.parts.workflow().unknown() == UnknownRegistrants.IGNORE
                && run.inTransaction(
                        tx -> tx.work().counts().isEmpty() && tx.reviews().countOpen() == 0);
    }

    private Plan rehearsed(
            Journal planning, Run scanned, Lookups lookups, List<String> doubts, long most, Agreed agreed) {
        long due = agreed.isPlan()
                ? agreed.members().size()
                : scanned.inTransaction(tx -> tx.work().count());
        try (SyncStore overlay = parts.store().overlay(Math.min(due, most))) {
            return rehearse(parts.on(overlay, planning), scanned, lookups, doubts, most, agreed);
        }
    }

    private Plan rehearse(Parts planning, Run scanned, Lookups lookups, List<String> doubts, long most, Agreed agreed) {
        Rehearsal rehearsal = new Rehearsal(planning.journal(), parts.scope());
        Parts alone = planning.on(planning.store(), rehearsal).inline();
        Run rehearsing = run(alone, Mode.PLAN, lookups, scanned.observations)
                .with(scanned.scans)
                .within(agreed);
        work(rehearsing, most);
        return plan(alone, rehearsal, scanned, lookups, doubts);
    }

    private Plan plan(Parts rehearsed, Rehearsal rehearsal, Run scanned, Lookups lookups, List<String> doubts) {
        long links = parts.store().inTransaction(parts.scope(), tx -> tx.links().count(Link.State.LIVE));
        List<String> objections = new ArrayList<>(doubts);
        objections.addAll(parts.workflow().guards().objections(rehearsal.totals(links)));
        long questions = rehearsed
                .store()
                .inTransaction(rehearsed.scope(), tx -> tx.reviews().countOpen());
        return new Plan(
                rehearsal,
                List.copyOf(objections),
                scanned.scans.ticketsComplete(),
                lookups.ticketTypes(),
                questions,
                lookups.mapping().digest());
    }

    /** Members first: whose a ticket is must be known before it can be nobody's. Waits for the creates that it opened. */
    private static void work(Run run, long most) {
        new WorkLoop(run, most).drain();
        RegistrantCreates creates = new RegistrantCreates(run, most, ticket -> true);
        Registrants registrants = new Registrants(run, creates);
        while (registrants.go() || creates.next().isPresent()) {
            if (creates.found() == 0) {
                WorkLoop.await(run, creates.next().orElseThrow());
            }
            new WorkLoop(run, most == Long.MAX_VALUE ? most : creates.found()).rest();
        }
    }

    private Lookups lookups() {
        TicketDesk desk = parts.workflow().desk();
        List<TicketTypeInfo> types = desk.ticketTypes();
        MappedWorkflow mapped = new MappedWorkflow(
                parts.workflow().id(), desk.event(), parts.workflow().mapping().mapping(types, desk.form()));
        Derivations.checkWritable(mapped, parts.members());
        if (parts.workflow().unknown() == UnknownRegistrants.CREATE
                && !parts.members().creates()) {
            throw new MappingException("the workflow " + mapped.workflow() + " makes members of registrants, but this"
                    + " account has no call that makes one; unknownRegistrants: review asks about them");
        }
        Derivations.check(List.of(mapped));
        return new Lookups(types, mapped.mapping());
    }

    /** The workflow with its mapping as the event is now; costs one call. */
    public MappedWorkflow mapped() {
        return new MappedWorkflow(
                parts.workflow().id(),
                parts.workflow().desk().event(),
                lookups().mapping());
    }

    private static Run run(Parts parts, Mode mode, Lookups lookups, Observations observations) {
        return new Run(parts, mode, lookups.mapping(), new Places(lookups.ticketTypes()), observations, Scans.NONE);
    }

    private record Lookups(List<TicketTypeInfo> ticketTypes, Mapping mapping) {}
}
