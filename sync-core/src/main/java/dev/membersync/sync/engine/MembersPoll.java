package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.MemberChanges;
import dev.membersync.sync.store.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the Memberships side which members changed, where it can tell. The position is the latest change seen by the
 * service's clock, never later than the start of the reading; every reading begins some minutes before it. Marks and
 * position commit together, page by page.
 */
final class MembersPoll implements Poll<MemberChanges> {
    static final String CHANGES = "member changes";

    /** Twice the lag of the search, and more (C.7). */
    private static final Duration OVERLAP = Duration.ofMinutes(3);
    /** Before the first reading there is our own clock only. */
    private static final Duration FIRST_OVERLAP = Duration.ofHours(1);

    private final Run run;
    private final MemberCensus census;
    private final Instant startedAt;
    private final Instant from;
    private long rows;
    private long marked;

    /**
     * A poll from where this workflow stands.
     *
     * @param startedAt when the reading was begun
     * @param firstScan when the first full list was begun, for the first reading
     */
    MembersPoll(Run run, Instant startedAt, Instant firstScan) {
        this.run = run;
        this.census = new MemberCensus(run, 0);
        this.startedAt = startedAt;
        String known = run.inTransaction(tx -> tx.cursors().find(CHANGES)).value();
        this.from = known.isEmpty()
                ? firstScan.minus(FIRST_OVERLAP)
                : Instant.parse(known).minus(OVERLAP);
    }

    @Override
    public String feed() {
        return CHANGES;
    }

    @Override
    public Instant from() {
        return from;
    }

    @Override
    public Optional<Iterable<MemberChanges>> since(Instant time) {
        return run.parts.members().changedSince(time);
    }

    @Override
    public void take(MemberChanges page, long began) {
        run.checkpoint("member changes page");
        rows += page.members().size();
        marked += run.inTransaction(tx -> {
            page.newest().ifPresent(newest -> {
                Cursor before = tx.cursors().find(CHANGES);
                tx.cursors().save(new Cursor(CHANGES, later(before.value(), newest), 0, 0));
            });
            return census.changed(page.members(), began, tx);
        });
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long marked() {
        return marked;
    }

    private String later(String known, Instant newest) {
        Instant bounded = newest.isBefore(startedAt) ? newest : startedAt;
        return known.isEmpty() || Instant.parse(known).isBefore(bounded) ? bounded.toString() : known;
    }
}
