package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The scans of a run: tickets, then members, then those that were missing. Absence never proves anything by itself: a
 * missing member or ticket is read once by its own key, and too many of them stop the run before a single read.
 */
final class Census {
    private static final int PAGE = 1_000;

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
        long generation = new MemberCensus(scanned, absenceCounts ? tickets.generation() : 0, doubled(tickets)).take();
        markMissingMembers(generation);
        return scanned;
    }

    /** Reasons not to go on, for people. */
    List<String> objections() {
        return List.copyOf(objections);
    }

    /** Linked members of whom this scan showed another ticket with their tag: a payment that came late, or two engines. */
    private Set<String> doubled(TicketCensus.Found tickets) {
        Set<String> doubled = new HashSet<>();
        long after = 0;
        List<TicketRow> page = unlinked(after);
        while (!page.isEmpty()) {
            List<String> tagged = page.stream()
                    .filter(ticket -> ticket.generation() >= tickets.generation())
                    .flatMap(ticket -> ticket.tag().stream())
                    .toList();
            doubled.addAll(
                    run.inTransaction(tx -> tx.links().find(tagged)).keySet()); // of a lost store, nobody is linked yet
            after = page.get(page.size() - 1).row();
            page = unlinked(after);
        }
        return doubled;
    }

    private List<TicketRow> unlinked(long after) {
        return run.inTransaction(tx -> tx.tickets().unlinked(after, PAGE));
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
