package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The scans of a run: tickets, then members, then those that were missing. Absence never proves anything by itself: a
 * missing member or ticket is read once by its own key, and too many of them stop the run before a single read.
 */
final class Census {
    private final Run run;
    private final List<String> objections = new ArrayList<>();

    Census(Run run) {
        this.run = run;
    }

    /** The run with what its scans found. */
    Run take() {
        TicketCensus.Found tickets = new TicketCensus(run).take();
        boolean absenceCounts = tickets.complete() && fewTicketsAreMissing(tickets.generation());
        Run scanned = run.with(new Scans(tickets.generation(), tickets.complete(), absenceCounts));
        new Rebuild(scanned).readTags();
        new DetailSample(scanned).read();
        long generation = new MemberCensus(scanned, absenceCounts ? tickets.generation() : 0).take();
        markMissingMembers(generation);
        return scanned;
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

    private void markMissingMembers(long generation) {
        int limit = oneTooMany();
        List<String> missing = run.inTransaction(tx -> tx.members().linkedUnseenSince(generation, "", limit)).stream()
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
