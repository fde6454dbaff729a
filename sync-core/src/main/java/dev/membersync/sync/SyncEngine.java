package dev.membersync.sync;

import dev.membersync.sync.engine.Agreed;
import dev.membersync.sync.engine.Alarms;
import dev.membersync.sync.engine.Derivations;
import dev.membersync.sync.engine.Director;
import dev.membersync.sync.engine.Docket;
import dev.membersync.sync.engine.Door;
import dev.membersync.sync.engine.Imports;
import dev.membersync.sync.engine.Journal;
import dev.membersync.sync.engine.Neighbours;
import dev.membersync.sync.engine.Operation;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.engine.Rehearsal;
import dev.membersync.sync.engine.Tally;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.Fingerprint;
import dev.membersync.sync.store.KeyState;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.StoreKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the registrations of events in step with the members of one account.
 *
 * <p>Every command looks at both sides as they are now and at what was last agreed, so a run that was killed is simply
 * run again. Thread-safe, but one command runs at a time: a second one waits. Every command may throw a
 * {@link dev.membersync.client.error.ApiException} when a service refuses or is down, and a
 * {@link dev.membersync.sync.store.StoreException} when the store does, and a
 * {@link dev.membersync.sync.workflow.RunHaltedException} when the calling thread is interrupted, which keeps its flag; what
 * was done until then is remembered. A mapping that cannot work, or fields of several workflows that derive from each
 * other in a circle, are a {@link dev.membersync.sync.mapping.MappingException} before the first record is read.
 */
public final class SyncEngine implements AutoCloseable {
    private final List<Parts> workflows;
    private final PaymentRuns payments;
    private final ExecutorService ownExecutor;
    private boolean derivationsAreChecked;
    private volatile @Nullable LiveSync running;

    SyncEngine(SyncEngineBuilder builder) {
        this.ownExecutor = Executors.newFixedThreadPool(builder.workers, SyncEngine::worker);
        Executor executor = builder.executor != null ? builder.executor : ownExecutor;
        this.workflows = builder.workflows.stream()
                .map(workflow -> new Parts(
                        workflow,
                        builder.requiredMembers(),
                        builder.requiredStore(),
                        builder.requiredKey().marker(),
                        builder.time,
                        executor,
                        builder.workers,
                        builder.retry,
                        Journals.of(builder.listener),
                        builder.checkpoint,
                        builder.owner))
                .toList();
        this.payments = new PaymentRuns(builder, workflows);
        workflows.forEach(parts -> checkKey(parts, builder.requiredKey(), builder.rekey));
    }

    /** Every mark depends on the key: under another one nothing would look as it was agreed. */
    private static void checkKey(Parts parts, StoreKey key, boolean rekey) {
        KeyState state = parts.store().inTransaction(Scope.NONE, tx -> {
            Fingerprint.check(tx.meta(), parts.scope().account());
            return key.state(tx.meta());
        });
        if (state == KeyState.CHANGED && rekey) {
            key.rekey(parts.store());
        } else if (state == KeyState.CHANGED) {
            throw new StoreException(
                    "the store " + parts.store().description() + " was used with another key; restore that key, or give"
                            + " it up: set store.rekey: true, in Java SyncEngineBuilder.rekey(), for one run that writes nothing");
        }
    }

    /** An engine to be built: {@code members}, {@code store}, {@code key} and a {@code workflow} are required. */
    public static SyncEngineBuilder builder() {
        return new SyncEngineBuilder();
    }

    /** What {@link #sync} would do now; reads only. */
    public synchronized SyncPlan plan() {
        checkAccess();
        return new SyncPlan(workflows.stream().map(this::plan).toList(), payments.plan());
    }

    /** Brings the registrations in step, without approval and without a limit. */
    public SyncReport sync() {
        return sync(SyncOptions.standard());
    }

    /**
     * Brings the registrations in step. A workflow that a guard stops has written nothing; the others run. After the store
     * got a new key the first run of all members compares both sides and writes nothing: what differs is held.
     *
     * @return what was done; members that could not be finished are counted, named and kept in the queue
     */
    public synchronized SyncReport sync(SyncOptions options) {
        workflows.stream()
                .limit(1)
                .forEach(first -> Alarms.watch(first, () -> {
                    checkAccess();
                    return true;
                }));
        checkNotLive();
        return new SyncReport(
                workflows.stream()
                        .map(parts -> run(parts, options, Agreed.anything()))
                        .toList(),
                payments.run(options.most()));
    }

    /** Makes the operations of a plan and no others, as {@link #apply(SyncPlan, SyncOptions)}, without approval. */
    public SyncReport apply(SyncPlan plan) {
        return apply(plan, SyncOptions.standard());
    }

    /**
     * Makes the operations of a plan and no others. Each is decided again on both sides as they are now: one whose records
     * have changed since is not made and is listed as drifted, with what would be done now; so are the other operations of
     * that member. The guards look at what is left; the plan's digest approves it.
     *
     * @throws SyncException when the plan is of another account, event or workflow, or is incomplete
     * @throws dev.membersync.sync.mapping.MappingException when the mapping has changed since
     */
    public synchronized SyncReport apply(SyncPlan plan, SyncOptions options) {
        Map<Parts, Agreed> agreed = new LinkedHashMap<>();
        plan.workflows().forEach(part -> {
            Parts parts = partsOf(part);
            agreed.put(parts, part.agreed(parts.scope()));
        });
        checkAccess();
        return new SyncReport(
                agreed.entrySet().stream()
                        .map(part -> run(part.getKey(), options, part.getValue()))
                        .toList(),
                List.of());
    }

    /**
     * What both sides show now of the fields that a plan's operations are about, the first ones of each workflow: read for
     * this list, one to two calls each, and stored nowhere. The kind of each row's review is the operation's.
     *
     * @throws SyncException when the plan is of another account, event or workflow
     */
    public synchronized List<LiveReview> values(SyncPlan plan, int limit) {
        return plan.workflows().stream()
                .flatMap(part -> {
                    Parts parts = partsOf(part);
                    Instant now = parts.time().instant();
                    return new Docket(parts)
                                    .live(part.operations().stream()
                                            .limit(limit)
                                            .map(one ->
                                                    Review.ask(one.kind(), one.userId(), one.fields(), one.rule(), now))
                                            .toList())
                                    .stream();
                })
                .toList();
    }

    /**
     * The registrations that a plan would create, with what their members are listed with now: for a person who makes them
     * at Accelevents by hand, from a file. It costs the pages of the member list. From now on each sync reads a ticket that
     * it did not order in detail once, one call each, because an imported ticket is known by its Member ID answer.
     *
     * @return in the order of the plan; one whose member is not listed any more has that as its problem
     * @throws SyncException when the plan is of another account, event or workflow
     */
    public synchronized List<PlannedRegistration> importable(SyncPlan plan) {
        List<PlannedRegistration> all = new ArrayList<>();
        for (SyncPlan.WorkflowPlan part : plan.workflows()) {
            List<String> created = part.operations().stream()
                    .filter(operation -> operation.kind().equals(Operation.Kind.CREATE.name()))
                    .map(PlannedOperation::userId)
                    .toList();
            if (!created.isEmpty()) {
                Parts parts = partsOf(part);
                Imports imports = new Imports(parts);
                Map<String, Imports.Draft> drafts = imports.drafts(created);
                imports.expect();
                created.forEach(userId -> all.add(Reports.importable(parts, part, userId, drafts.get(userId))));
            }
        }
        return List.copyOf(all);
    }

    private Parts partsOf(SyncPlan.WorkflowPlan part) {
        return workflows.stream()
                .filter(parts -> Rehearsal.name(parts.scope()).equals(part.scope()))
                .findFirst()
                .orElseThrow(() -> new SyncException("the plan of " + part.workflow() + " at the event " + part.event()
                        + " is of another account, event or workflow than this configuration; plan again"));
    }

    /**
     * Compares both sides as they are now; reads only.
     *
     * @param deep true to read every linked ticket in detail, one call each, and compare answers too
     */
    public synchronized VerifyReport verify(boolean deep) {
        checkAccess();
        return VerifyReport.of(
                workflows.stream()
                        .map(parts ->
                                new Director(parts).verify(deep, parts.journal(), Neighbours.of(parts, workflows)))
                        .toList(),
                payments.verify());
    }

    /**
     * How far both sides of each workflow agree, as far as the store remembers them since the last full list; one call for
     * each workflow, also while the engine runs live. {@link #verify} reads both sides instead.
     */
    public synchronized List<WorkflowFigures> figures() {
        return workflows.stream().map(WorkflowFigures::of).toList();
    }

    /**
     * Likely duplicates and broken links at each event that its workflows are about, as far as the store remembers them since
     * the last full lists; no call, also while the engine runs live.
     */
    public synchronized List<HygieneReport> hygiene() {
        Map<List<String>, List<Parts>> events = new LinkedHashMap<>();
        workflows.forEach(parts -> events.computeIfAbsent(
                        List.of(parts.scope().event(), parts.scope().occurrence()), event -> new ArrayList<>())
                .add(parts));
        return events.values().stream().map(HygieneReport::of).toList();
    }

    /**
     * How many of the registrations at each event are a member's, as far as the store remembers them since the last full list:
     * what the workflow of the event found that knows most of them. No call, but one for each workflow where there are names.
     *
     * @param notMembers names of ticket types that are for people who are no members, whatever their case
     */
    public synchronized List<LinkCoverage> coverage(Collection<String> notMembers) {
        Map<List<String>, LinkCoverage> events = new LinkedHashMap<>();
        workflows.forEach(parts -> {
            LinkCoverage found = LinkCoverage.of(parts, notMembers);
            events.merge(List.of(found.event(), found.occurrence()), found, LinkCoverage::better);
        });
        return List.copyOf(events.values());
    }

    /**
     * The reconciliation of the payments of each workflow, from what is remembered; no call.
     *
     * @param zone where days begin
     */
    public synchronized List<ReconciliationReport> reconcile(ZoneId zone, ReconciliationRules rules) {
        return payments.report(zone, rules);
    }

    /**
     * Adds a fact that neither service shows, such as a dispute, a fee or a payout. Facts are never changed; one with a
     * known key changes nothing.
     *
     * @param workflow the id of a workflow about payments
     * @param event its event url
     * @return true when it is new
     * @throws SyncException when there is no such workflow
     */
    public synchronized boolean add(String workflow, String event, Fact fact) {
        return payments.add(workflow, event, fact);
    }

    /**
     * Runs continuously from now on. While it does, other commands are refused: a plan works on an overlay of the store,
     * which could take no marks meanwhile.
     *
     * @throws SyncException when a live run is open already, or the store has a new key and no {@link #sync} compared both
     *     sides since
     */
    public synchronized LiveSync live(LiveOptions options) {
        checkAccess();
        if (workflows.stream().anyMatch(Director::compares)) {
            throw new SyncException("the key of the store is new; run sync once, which compares and writes nothing");
        }
        LiveSync run = new LiveSync(workflows, payments, options, this::liveEnded);
        running = run;
        return run;
    }

    /**
     * A door for news where this engine does not run live: it keeps the marks in the store for whoever does, in this process
     * or another.
     *
     * @param told called for each piece of news when its marks are durable, to be passed on to {@link LiveSync#hear}; without
     *     that they are found within some seconds, or with the next poll
     */
    public Intake door(Consumer<Heard> told) {
        return new Door(workflows, told);
    }

    private synchronized void liveEnded() {
        running = null;
    }

    /** There are new marks in the store; a live run need not find them by itself. */
    private void marked() {
        LiveSync run = running;
        if (run != null) {
            run.hear(new Heard(Set.of(), false));
        }
    }

    /** The open questions of all workflows, at most this many of each. */
    public synchronized List<Review> reviews(int limit) {
        return queues().reviews(limit);
    }

    /** What waits for people, and how they answer it. */
    public Queues queues() {
        return new Queues(workflows, payments.parts(), this, this::marked);
    }

    /** Stops the engine's own threads; the store and the clients belong to the caller. */
    @Override
    public void close() {
        ownExecutor.shutdownNow();
    }

    /**
     * Lets a pair go on that was stopped because it would not come to rest; the next run works on it, a live run at once.
     *
     * @return false when no pair of this member is stopped
     */
    public synchronized boolean release(String userId) {
        boolean released = workflows.stream()
                        .filter(parts -> Director.release(parts, userId))
                        .count()
                > 0;
        marked();
        return released;
    }

    /**
     * All workflows read the members of one account: a missing right is told before the first record is read, and so are
     * fields of several workflows that derive from each other.
     */
    private void checkAccess() {
        checkNotLive();
        workflows.stream().limit(1).forEach(parts -> parts.members().checkAccess());
        if (workflows.size() > 1 && !derivationsAreChecked) {
            Derivations.check(workflows.stream()
                    .map(parts -> new Director(parts).mapped())
                    .toList());
            derivationsAreChecked = true;
        }
    }

    private void checkNotLive() {
        if (running != null) {
            throw new SyncException("the engine runs live; close that run first");
        }
    }

    private SyncPlan.WorkflowPlan plan(Parts parts) {
        Tally tally = new Tally(parts.journal());
        Director.Plan plan = new Director(parts).plan(tally);
        return Reports.plan(parts, plan, tally);
    }

    private SyncReport.WorkflowReport run(Parts parts, SyncOptions options, Agreed agreed) {
        Tally tally = new Tally(parts.journal());
        Tally rehearsed = new Tally(new Journal() {});
        Director.Result result = Alarms.watch(
                parts,
                () -> new Director(parts.telling(tally)).run(options.approvals(), options.most(), rehearsed, agreed));
        return Reports.run(parts, result, tally, rehearsed, agreed);
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "membersync-worker");
        thread.setDaemon(true);
        return thread;
    }
}
