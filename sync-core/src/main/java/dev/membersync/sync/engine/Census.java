package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The scans of a run: tickets, then members, then those that were missing. Absence never proves anything by itself: a
 * missing member or ticket is read once by its own key, and too many of them stop the run before a single read. Runs of
 * the same account and event read both lists together, and each keeps what it needs of them.
 */
final class Census {
    private final List<String> objections = new ArrayList<>();
    private final TicketCensus tickets;
    private MemberCensus members;
    private Run run;

    Census(Run run) {
        this.run = run;
        this.tickets = new TicketCensus(run);
        this.members = new MemberCensus(run, 0);
    }

    /** The run with what its scans found. */
    Run take() {
        take(Together.alone(this), census -> census);
        return run;
    }

    /** Reads both lists once for all of these, whose runs are about one account and event. */
    static <T> void take(Together<T> all, Function<T, Census> census) {
        TicketCensus.take(all, one -> census.apply(one).tickets);
        all.each(one -> census.apply(one).afterTickets());
        MemberCensus.take(all, one -> census.apply(one).members);
        all.each(one -> census.apply(one).markMissingMembers());
    }

    /** The run with what its scans found so far. */
    Run run() {
        return run;
    }

    private void afterTickets() {
        TicketCensus.Found found = tickets.found();
        boolean absenceCounts = found.complete() && fewTicketsAreMissing(found.generation());
        run = run.with(new Scans(found.generation(), found.complete(), absenceCounts));
        new Rebuild(run).readTags();
        new DetailSample(run).read();
        members = new MemberCensus(run, absenceCounts ? found.generation() : 0);
    }

    /** Reasons not to go on, for people. */
    List<String> objections() {
        return List.copyOf(objections);
    }

    private boolean fewTicketsAreMissing(long generation) {
        int limit = oneTooMany();
        return isPlausible(
                run.inTransaction(tx -> tx.tickets().linkedUnseenSince(generation, 0, limit)), limit, "tickets");
    }

    private void markMissingMembers() {
        int limit = oneTooMany();
        List<String> missing =
                run.inTransaction(tx -> tx.members().linkedUnseenSince(members.generation(), "", limit)).stream()
                        .map(MemberRow::userId)
                        .toList();
        if (isPlausible(missing, limit, "members")) {
            run.inTransaction(tx -> {
                tx.work().mark(missing, Lane.VERIFY, run.now());
                return true;
            });
        }
    }

    /** More than this are never looked up: they stop the run, however many they are. */
    private int oneTooMany() {
        long links = run.inTransaction(tx -> tx.links().count(Link.State.LIVE));
        return (int) Math.min(removals().most(links) + 1, Integer.MAX_VALUE);
    }

    private boolean isPlausible(List<?> missing, int limit, String what) {
        if (missing.size() < limit) {
            return true;
        }
        objections.add("at least " + missing.size() + " linked " + what + " are missing from a complete list;"
                + " guards.removals allows " + removals().floor() + " and "
                + removals().percent()
                + " %. Look at that side first; nothing was concluded from their absence");
        return false;
    }

    private GuardPolicy.Share removals() {
        return run.parts.workflow().guards().removals();
    }
}
