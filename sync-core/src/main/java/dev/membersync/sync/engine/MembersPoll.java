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
final class MembersPoll {
    static final String CHANGES = "member changes";

    /** Twice the lag of the search, and more (C.7). */
    private static final Duration OVERLAP = Duration.ofMinutes(3);
    /** Before the first reading there is our own clock only. */
    private static final Duration FIRST_OVERLAP = Duration.ofHours(1);

    private final Run run;
    private final Instant startedAt;
    private long rows;
    private long marked;

    MembersPoll(Run run, Instant startedAt) {
        this.run = run;
        this.startedAt = startedAt;
    }

    /**
     * Reads every page; false when the service cannot tell.
     *
     * @param firstScan when the first full list was begun, for the first reading
     */
    boolean read(Instant firstScan) {
        Cursor cursor = run.inTransaction(tx -> tx.cursors().find(CHANGES));
        Instant since = cursor.value().isEmpty()
                ? firstScan.minus(FIRST_OVERLAP)
                : Instant.parse(cursor.value()).minus(OVERLAP);
        Optional<Iterable<MemberChanges>> feed = run.parts.members().changedSince(since);
        if (feed.isEmpty()) {
            return false;
        }
        MemberCensus census = new MemberCensus(run, 0);
        long began = run.parts.time().nanos();
        for (MemberChanges page : feed.get()) {
            run.checkpoint("member changes page");
            long pageBegan = began;
            rows += page.members().size();
            marked += run.inTransaction(tx -> {
                page.newest().ifPresent(newest -> {
                    Cursor before = tx.cursors().find(CHANGES);
                    tx.cursors().save(new Cursor(CHANGES, later(before.value(), newest), 0, 0));
                });
                return census.changed(page.members(), pageBegan, tx);
            });
            began = run.parts.time().nanos();
        }
        return true;
    }

    long rows() {
        return rows;
    }

    long marked() {
        return marked;
    }

    private String later(String known, Instant newest) {
        Instant bounded = newest.isBefore(startedAt) ? newest : startedAt;
        return known.isEmpty() || Instant.parse(known).isBefore(bounded) ? bounded.toString() : known;
    }
}
