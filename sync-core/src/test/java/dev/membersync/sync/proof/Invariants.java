package dev.membersync.sync.proof;

import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.story.World;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What must hold when nothing is left to do, whatever happened before. Both sides are judged by the fakes and by what
 * people did to them, never by what the engine says of itself.
 *
 * <ul>
 *   <li>G1 every linked pair agrees, or a person is asked, or a person wrote what is there
 *   <li>G2 a member has at most one ticket of ours, and a ticket at most one member
 *   <li>G3 every member who is to be registered has a link, a question, a dead letter or a place in the queue; no ticket
 *       ends that nobody wanted to end
 *   <li>G4 one more run writes nothing ({@link Sim#rest} counts it)
 *   <li>G5 whatever the cursor has passed is agreed, or in the queue, or an open create
 *   <li>G6 no window at the fakes holds more calls than the limit ({@link Sim} keeps the budgets)
 *   <li>G7 each write at the fakes has its row in the audit and the other way round, but for answers that were lost
 * </ul>
 */
final class Invariants {
    private static final int ALL = 10_000;
    /** Operations whose audit rows name a member; the others name a ticket. */
    private static final Set<String> BY_MEMBER = Set.of("CREATE", "UPDATE_MEMBER");

    private final Sim sim;
    private final World world;
    private final Ledger ledger;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Sim sim) {
        this.sim = sim;
        this.world = sim.world;
        this.ledger = sim.ledger;
    }

    /** What does not hold of a world at rest. */
    static List<String> atRest(Sim sim) {
        Invariants check = new Invariants(sim);
        sim.read(tx -> {
            check.converged(tx);
            check.unique(tx);
            check.nobodyLost(tx);
            check.cursorSafe(tx);
            check.audited(tx);
            return true;
        });
        check.untouchedLeft();
        check.withinBudget();
        return check.broken;
    }

    /** What does not hold right after a crash. */
    static List<String> afterCrash(Sim sim) {
        Invariants check = new Invariants(sim);
        sim.read(tx -> {
            check.cursorSafe(tx);
            return true;
        });
        return check.broken;
    }

    private void converged(Tx tx) {
        for (FakeMember member : world.memberships.members().all()) {
            Link link = tx.links().find(List.of(member.userId())).get(member.userId());
            if (link != null && link.state() == Link.State.LIVE) {
                Optional<FakeTicket> ticket = ticket(tx, link).filter(FakeTicket::live);
                if (ticket.isEmpty() && sim.kind.bothWays() && isExplained(tx, member.userId())) {
                    continue; // the ticket ended while the member was edited: a person is asked
                }
                if (ticket.isEmpty()) {
                    broken.add("G1 " + member.userId() + " has a live link to a ticket that is not");
                } else if (!isExplained(tx, member.userId())) {
                    pair(tx, member, ticket.get());
                    if (sim.kind.bothWays() && !ledger.cameBack(member.userId())) {
                        lastEditStands(member, ticket.get());
                    }
                }
            }
        }
    }

    private void pair(Tx tx, FakeMember member, FakeTicket ticket) {
        Map<String, String> right = Look.of(ticket);
        Set<String> asked = tx.reviews().open(ALL).stream()
                .filter(review -> review.kind().startsWith("UNKNOWN_"))
                .flatMap(review -> review.fields().stream())
                .collect(Collectors.toSet());
        Look.of(member, sim).forEach((field, wanted) -> {
            String shown = right.get(field);
            if (!shown.equals(wanted)
                    && !spelling(field).apply(wanted).equals(shown)
                    && !asked.contains(field)
                    && !mayDiffer(member, ticket, field, shown, wanted)) {
                broken.add("G1 " + field + " of " + member.userId() + " shows " + shown + " instead of " + wanted);
            }
        });
    }

    /** Whoever wrote last finds it there, or is asked: nobody's edit is undone by an older one of the other side. */
    private void lastEditStands(FakeMember member, FakeTicket ticket) {
        Map<String, String> left = Look.of(member, sim);
        Map<String, String> right = Look.of(ticket);
        for (String field : left.keySet().stream().filter(Look.SHARED::contains).toList()) {
            Optional<Ledger.Edit> here = ledger.lastEdit(member.userId(), field);
            Optional<Ledger.Edit> there = ledger.lastEdit(Long.toString(ticket.id()), field);
            boolean rightIsLast = there.map(Ledger.Edit::number).orElse(0)
                    > here.map(Ledger.Edit::number).orElse(0);
            if (!rightIsLast && ledger.wasReturned(member.userId(), field)) {
                continue;
            }
            String shown = (rightIsLast ? right : left).getOrDefault(field, "");
            (rightIsLast ? there : here)
                    .map(Ledger.Edit::value)
                    .filter(value -> !value.equalsIgnoreCase(shown)) // addresses, and a peer with its own spelling
                    .ifPresent(value -> broken.add("G1 " + field + " of " + member.userId() + " was last written as "
                            + value + " and shows " + shown));
        }
    }

    private boolean mayDiffer(FakeMember member, FakeTicket ticket, String field, String shown, String wanted) {
        if (!sim.kind.bothWays() || !Look.SHARED.contains(field)) {
            return ledger.keeps(ticket.id(), member.userId(), field, shown, spelling(field), wanted);
        }
        return ledger.isUnnoticed(Long.toString(ticket.id()), field, shown, spelling(field))
                || ledger.isUnnoticed(member.userId(), field, wanted, UnaryOperator.identity())
                || (wanted.isEmpty() && ledger.cameBack(member.userId()));
    }

    private UnaryOperator<String> spelling(String field) {
        return sim.peerSpells() && field.equals(Look.NAME) ? Invariants::spelled : UnaryOperator.identity();
    }

    /** How an unkind peer keeps a name. */
    static String spelled(String name) {
        int last = name.lastIndexOf(' ');
        return name.substring(0, last + 1) + name.substring(last + 1).toUpperCase(Locale.ROOT);
    }

    private static boolean isExplained(Tx tx, String userId) {
        return tx.reviews().isOpenAbout(userId)
                || tx.deadLetters().find(List.of(userId)).containsKey(userId)
                || tx.work().find(userId).isPresent();
    }

    private Optional<FakeTicket> ticket(Tx tx, Link link) {
        return Optional.ofNullable(tx.tickets().find(List.of(link.ticketRow())).get(link.ticketRow()))
                .flatMap(row -> world.event.tickets().stream()
                        .filter(ticket ->
                                Long.toString(ticket.id()).equals(row.ref().ticketId())
                                        || ticket.barcode().equals(row.ref().barcode()))
                        .findFirst());
    }

    private void unique(Tx tx) {
        tagged().forEach((userId, tickets) -> {
            if (tickets.size() > 1) {
                broken.add("G2 " + userId + " got " + tickets.size() + " tickets");
            }
        });
        Set<Long> linked = new HashSet<>();
        for (Link link : tx.links().page("", ALL)) {
            ticket(tx, link)
                    .filter(ticket -> !linked.add(ticket.id()))
                    .ifPresent(ticket -> broken.add("G2 ticket " + ticket.id() + " has two links"));
        }
    }

    /** Every ticket that was ever made by us, by member. */
    private Map<String, List<FakeTicket>> tagged() {
        return world.event.tickets().stream()
                .filter(ticket -> owner(ticket).isPresent())
                .collect(Collectors.groupingBy(ticket -> owner(ticket).orElseThrow()));
    }

    private Optional<String> owner(FakeTicket ticket) {
        return world.event
                .order(ticket.orderId())
                .filter(order -> order.note().startsWith("membersync:"))
                .map(order -> order.note().substring("membersync:".length()));
    }

    private void nobodyLost(Tx tx) {
        for (FakeMember member : world.memberships.members().all()) {
            Link link = tx.links().find(List.of(member.userId())).get(member.userId());
            boolean wanted = "active".equals(member.status());
            if (wanted && link == null && !isExplained(tx, member.userId())) {
                broken.add("G3 " + member.userId() + " is lost in silence");
            }
            if (link != null
                    && link.state() != Link.State.LIVE
                    && !(link.state() == Link.State.FENCED && isExplained(tx, member.userId()))
                    && ticket(tx, link).map(FakeTicket::live).orElse(true)) {
                broken.add("G3 " + member.userId() + " has a link that ended before its ticket");
            }
        }
        Map<Long, String> owners = new HashMap<>();
        tx.links()
                .page("", ALL)
                .forEach(link -> ticket(tx, link).ifPresent(ticket -> owners.put(ticket.id(), link.userId())));
        for (FakeTicket ticket : world.event.tickets()) {
            String owner = owner(ticket).orElse(owners.getOrDefault(ticket.id(), ""));
            if (!ticket.live() && !ledger.wasEndedByHand(ticket.id()) && !ledger.everHad(owner, Sim.LEFT)) {
                broken.add("G3 ticket " + ticket.id() + " of " + owner + " ended and nobody wanted that");
            }
        }
    }

    /** Absence of a value never clears one, so only texts can be owed to the other side. */
    private void cursorSafe(Tx tx) {
        long generation = tx.cursors().find("members").generation();
        boolean strangeWords =
                tx.reviews().open(ALL).stream().anyMatch(review -> review.kind().startsWith("UNKNOWN_"));
        List<FakeMember> members = world.memberships.members().all();
        Map<String, MemberRow> rows =
                tx.members().find(members.stream().map(FakeMember::userId).toList());
        for (FakeMember member : members) {
            MemberRow row = rows.get(member.userId());
            boolean passed = row != null && row.generation() == generation && !row.gone();
            if (passed && !isKept(tx, member.userId())) {
                Link link = tx.links().find(List.of(member.userId())).get(member.userId());
                if (link == null && "active".equals(member.status()) && !strangeWords) {
                    broken.add("G5 the cursor passed " + member.userId() + ", who is in no queue");
                } else if (link != null && link.state() == Link.State.LIVE) {
                    owed(row, link);
                }
            }
        }
    }

    private void owed(MemberRow row, Link link) {
        row.marks().forEach((field, mark) -> {
            boolean agreed = Optional.ofNullable(link.base().get(field))
                    .map(base -> base.left().agrees(mark))
                    .orElse(false);
            if (mark.kind() == Value.Kind.TEXT && !agreed) {
                broken.add(
                        "G5 the cursor passed a change of " + field + " of " + row.userId() + ", which is in no queue");
            }
        });
    }

    private static boolean isKept(Tx tx, String userId) {
        return isExplained(tx, userId) || tx.intents().find(userId).isPresent();
    }

    private void audited(Tx tx) {
        Map<String, Long> rows = tx.audit().newest(ALL).stream()
                .collect(Collectors.groupingBy(
                        row -> row.operation() + " "
                                + (BY_MEMBER.contains(row.operation()) ? row.userId() : row.ticket()),
                        Collectors.counting()));
        Map<String, Long> writes = writes();
        long unexplained = 0;
        for (Map.Entry<String, Long> write : writes.entrySet()) {
            long known = rows.getOrDefault(write.getKey(), 0L);
            unexplained += Math.max(0, write.getValue() - known);
        }
        if (unexplained > sim.lostAnswers()) {
            broken.add("G7 " + unexplained + " writes have no row in the audit, and only " + sim.lostAnswers()
                    + " answers were lost: " + writes + " against " + rows);
        }
        rows.forEach((what, known) -> {
            boolean vain = what.startsWith("REMOVE ") && sim.hadCompany(); // two engines may delete one ticket
            if (!what.startsWith("LINK ") && !vain && known > writes.getOrDefault(what, 0L)) {
                broken.add("G7 the audit has " + known + " rows of " + what + " and the fake "
                        + writes.getOrDefault(what, 0L));
            }
        });
        tagged().forEach((userId, tickets) -> {
            // Paid by a call whose answer was lost, after the member was deleted and the create was given up.
            boolean late = world.memberships.members().find(userId).isEmpty() && sim.lostAnswers() > 0;
            boolean open = late
                    || tx.intents().find(userId).isPresent()
                    || tx.deadLetters().find(List.of(userId)).containsKey(userId);
            if (!open && rows.getOrDefault("CREATE " + userId, 0L) != tickets.size()) {
                broken.add("G7 " + userId + " has " + tickets.size() + " tickets and another number of rows");
            }
        });
    }

    private Map<String, Long> writes() {
        Map<String, Long> writes = new HashMap<>();
        world.accelevents.writes().entries().forEach(write -> {
            String ticket = write.subjects().getOrDefault("ticketId", "");
            switch (write.kind()) {
                case "holder-update" -> writes.merge("UPDATE " + ticket, 1L, Long::sum);
                case "exchange" -> writes.merge("EXCHANGE " + ticket, 1L, Long::sum);
                case "delete" -> writes.merge("REMOVE " + ticket, 1L, Long::sum);
                default -> {}
            }
        });
        world.memberships
                .writes()
                .entries("contact-update")
                .forEach(write ->
                        writes.merge("UPDATE_MEMBER " + write.subjects().get("contactId"), 1L, Long::sum));
        tagged().forEach((userId, tickets) -> writes.put("CREATE " + userId, (long) tickets.size()));
        return writes;
    }

    private void untouchedLeft() {
        int allowed = sim.kind.bothWays() ? (int) world.memberships.writes().count("contact-update") : 0;
        if (world.memberships.writes().count() > allowed) {
            broken.add("the left was written in a way that the workflow does not have");
        }
    }

    private void withinBudget() {
        sim.overBudget().ifPresent(broken::add);
    }

    /** What a person would read: everything that is still open. */
    static String openMatters(Tx tx) {
        return tx.reviews().open(ALL).stream().map(Review::id).toList() + " "
                + tx.deadLetters().page("", ALL).stream()
                        .map(DeadLetter::userId)
                        .toList();
    }
}
