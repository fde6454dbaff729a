package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Time;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.workflow.Workflow;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What a run is made of. Everything that could differ between a test and production is in here.
 *
 * @param workflow the workflow
 * @param members the Memberships side
 * @param store what is remembered
 * @param marker makes the marks
 * @param time the only time
 * @param executor runs the work on single members
 * @param workers how many members are worked on at once
 * @param retry when a member whose work failed is tried again, within one run
 * @param journal told what happens
 * @param checkpoint called at each step
 * @param owner the name under which work is leased
 */
public record Parts(
        Workflow workflow,
        MemberDirectory members,
        SyncStore store,
        Marker marker,
        Time time,
        Executor executor,
        int workers,
        RetryPolicy retry,
        Journal journal,
        Checkpoint checkpoint,
        String owner) {
    /** The scope of everything that is remembered. */
    public Scope scope() {
        return new Scope(
                members.account(), workflow.desk().event(), workflow.desk().occurrence(), workflow.id());
    }

    /** What the lists of both sides are of: workflows that agree in this read the same ones. */
    List<String> lists() {
        return List.of(
                members.account(), workflow.desk().event(), workflow.desk().occurrence());
    }

    /** The same parts with another journal. */
    public Parts telling(Journal other) {
        return on(store, other);
    }

    /** The same parts on another store and with another journal. */
    Parts on(SyncStore other, Journal otherJournal) {
        return new Parts(
                workflow, members, other, marker, time, executor, workers, retry, otherJournal, checkpoint, owner);
    }

    /** The same parts, whose members are read in this lane of the rate budget. */
    Parts inLane(Lane lane) {
        return new Parts(
                workflow,
                members.inLane(lane),
                store,
                marker,
                time,
                executor,
                workers,
                retry,
                journal,
                checkpoint,
                owner);
    }

    /** The same parts, one member after the other on the calling thread. */
    Parts inline() {
        return new Parts(
                workflow,
                members,
                store,
                marker,
                time,
                Runnable::run,
                1,
                RetryPolicy.none(),
                journal,
                checkpoint,
                owner);
    }
}
