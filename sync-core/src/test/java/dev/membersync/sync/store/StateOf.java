package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Everything that can be seen of a store, as one text; and a row of everything to be seen. */
final class StateOf {
    private static final int ALL = 100_000;

    private StateOf() {}

    static String store(SyncStore store, List<Scope> scopes) {
        Map<Scope, String> states = new LinkedHashMap<>();
        scopes.forEach(scope -> states.put(scope, scope(store, scope)));
        return states.toString().replace(", \n", "\n");
    }

    static String scope(SyncStore store, Scope scope) {
        return store.inTransaction(scope, StateOf::rows);
    }

    private static String rows(SyncStore.Tx tx) {
        List<String> lines = new ArrayList<>();
        List<TicketRow> free = tx.tickets().unlinked(Long.MIN_VALUE, ALL);
        List<Link> links = tx.links().page("", ALL);
        List<Long> linked = links.stream().map(Link::ticketRow).toList();
        links.forEach(link -> lines.add(text(link)));
        free.forEach(row -> lines.add("free " + text(row)));
        new TreeMap<>(tx.tickets().find(linked)).values().forEach(row -> lines.add("linked " + text(row)));
        tx.tickets().unexamined(0, ALL).forEach(row -> lines.add("unexamined " + row.row()));
        for (long generation = 1; generation < 6; generation++) {
            long at = generation;
            lines.add("seen in " + at + ": " + tx.tickets().countSeenIn(at));
            tx.members().linkedUnseenSince(at, "", ALL).forEach(row -> lines.add("suspect " + at + row.userId()));
            tx.tickets().linkedUnseenSince(at, 0, ALL).forEach(row -> lines.add("suspect " + at + "/" + row.row()));
        }
        for (Link.State state : Link.State.values()) {
            lines.add(state + " " + tx.links().count(state));
        }
        lines.add("tagged " + tx.tickets().countTagged() + ", members "
                + tx.members().count());
        tx.intents().page("", ALL).forEach(intent -> lines.add(intent.toString()));
        tx.work().page("", ALL).forEach(item -> lines.add(item.toString()));
        tx.reviews().open(ALL).forEach(review -> lines.add(review.toString()));
        tx.deadLetters().page("", ALL).forEach(letter -> lines.add(letter.toString()));
        tx.audit().newest(ALL).forEach(row -> lines.add(row.toString()));
        tx.incidents().open(ALL).forEach(incident -> lines.add(incident.toString()));
        tx.payments().facts(Optional.empty(), ALL).forEach(fact -> lines.add(fact.toString()));
        tx.payments().page("", ALL).forEach(row -> lines.add(row.toString()));
        lines.add(new TreeMap<>(tx.work().counts()) + " " + tx.incidents().count());
        lines.add(tx.intents().count() + " " + tx.work().count() + " "
                + tx.reviews().countOpen() + " " + tx.deadLetters().count() + " "
                + tx.audit().count());
        lines.add(tx.cursors().find("members") + " " + tx.cursors().find("tickets"));
        return String.join("\n", lines);
    }

    static String text(TicketRow row) {
        return row.row() + " " + row.ref() + row.access() + new TreeMap<>(row.marks()) + row.emailKey() + row.nameKey()
                + row.ticketTypeId() + row.tag() + row.age() + " " + row.generation() + row.detailed();
    }

    static String text(MemberRow row) {
        return row.userId() + new TreeMap<>(row.marks()) + row.emailKey() + row.generation() + row.gone();
    }

    private static String text(Link link) {
        return "link " + link.userId() + " " + link.ticketRow() + link.state() + link.origin()
                + new TreeMap<>(link.base()) + link.mapping() + link.version();
    }

    /** Writes something into each part. */
    static void fill(SyncStore.Tx tx, String userId, long ticketRow) {
        tx.members().save(List.of(StoreContract.member(userId, 5, 1)));
        tx.tickets().save(List.of(StoreContract.seen("T-" + userId, 1)));
        tx.links().insert(StoreContract.link(userId, ticketRow));
        tx.intents().open(StoreContract.intent(userId, OptionalLong.of(5)));
        tx.work().mark(List.of(userId), Lane.LIVE, StoreContract.NOON);
        tx.work().lease(1, "w", StoreContract.NOON, StoreContract.MINUTE);
        tx.cursors().save(new Cursor("members", "p", 1, 1));
        tx.reviews().open(Review.ask("MISSING", userId, List.of("name"), "why", StoreContract.NOON));
        tx.deadLetters().put(new DeadLetter(userId, "kind", "why", 3, StoreContract.NOON));
        tx.audit()
                .append(new AuditRow(
                        StoreContract.NOON, userId, "T", "UNMATCHED", "CREATE", List.of("name", "e\nmail"), "done"));
        tx.incidents()
                .raise(Incident.of(
                        "REFUSED",
                        userId,
                        "accelevents",
                        OptionalInt.of(401),
                        Optional.of("4000101"),
                        "renew the key",
                        StoreContract.NOON));
        tx.payments().add(PaymentsContract.charge(userId));
        tx.payments().save(PaymentsContract.row(userId));
        tx.tombstones().set(List.of((long) userId.hashCode()), StoreContract.NOON);
        tx.meta().put("fact-" + userId, "value");
    }
}
