package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A seeded sequence of transactions; two sequences of one seed do the same as long as their stores answer alike. */
final class RandomSteps {
    private final SplittableRandom random;
    private final List<WorkItem> held = new ArrayList<>();

    RandomSteps(SplittableRandom random) {
        this.random = random;
    }

    /** One transaction of a few operations that is sometimes taken back; what it answered. */
    String transaction(SyncStore store, List<Scope> scopes) {
        StringBuilder log = new StringBuilder();
        Scope scope = scopes.get(random.nextInt(scopes.size()));
        int steps = 1 + random.nextInt(6);
        boolean fails = random.nextInt(6) == 0;
        try {
            return store.inTransaction(scope, tx -> {
                for (int i = 0; i < steps; i++) {
                    log.append(step(tx)).append('\n');
                }
                if (fails) {
                    throw new IllegalStateException("taken back");
                }
                return log.toString();
            });
        } catch (IllegalStateException | StoreException e) {
            return log + e.getMessage();
        }
    }

    private String step(SyncStore.Tx tx) {
        return switch (random.nextInt(14)) {
            case 0 -> members(tx.members());
            case 1, 2, 3 -> tickets(tx.tickets());
            case 4, 5 -> links(tx);
            case 6 -> intents(tx.intents());
            case 7 -> mark(tx.work());
            case 8 -> lease(tx.work());
            case 9 -> release(tx.work());
            case 10 -> reviews(tx.reviews());
            case 11 -> incidents(tx.incidents());
            case 12 -> payments(tx.payments());
            default -> rest(tx);
        };
    }

    private String members(Members members) {
        members.save(List.of(new MemberRow(user(), Map.of("f", mark()), key(), random.nextInt(4), flip())));
        return members.unlinkedWithEmail(random.nextInt(4)) + " " + members.count() + " "
                + members.find(List.of(user(), user())).values().stream()
                        .map(StateOf::text)
                        .sorted()
                        .toList();
    }

    private String tickets(Tickets tickets) {
        List<TicketSighting> seen = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            seen.add(sighting());
        }
        String saved = tickets.save(seen).stream().map(StateOf::text).toList().toString();
        tickets.examined(random.nextInt(20));
        return saved
                + tickets.find(ref()).map(StateOf::text)
                + tickets.tagged(user()).size()
                + tickets.untaggedWithEmail(random.nextInt(4)).stream()
                        .map(TicketRow::row)
                        .toList();
    }

    private String links(SyncStore.Tx tx) {
        String userId = user();
        Link now = tx.links().find(List.of(userId)).get(userId);
        if (now != null) {
            tx.links().replace(now.withBase(Map.of("f", new Base(mark(), mark(), flip())), "m" + random.nextInt(3)));
            Link.State[] states = Link.State.values();
            Link next = new Link(
                    userId,
                    now.ticketRow(),
                    states[random.nextInt(4)],
                    now.origin(),
                    now.base(),
                    "m",
                    now.version() + random.nextInt(6) / 5 + 1);
            tx.links().replace(next);
            return "replaced";
        }
        List<TicketRow> free = tx.tickets().unlinked(0, 3);
        long row = free.isEmpty() || random.nextInt(5) == 0
                ? random.nextInt(9)
                : free.get(0).row();
        tx.links().insert(StoreContract.link(userId, row));
        return "linked " + new TreeMap<>(tx.links().byTicket(List.of(row, 2L))).keySet();
    }

    private String intents(Intents intents) {
        Intent intent = StoreContract.intent(user(), key());
        if (random.nextInt(3) == 0) {
            intents.remove(intent.userId());
        }
        if (random.nextInt(4) == 0) {
            intents.replace(intent);
        }
        return intents.open(intent) + " " + intents.find(user());
    }

    private String mark(Work work) {
        Lane[] lanes = Lane.values();
        work.mark(List.of(user(), user()), lanes[random.nextInt(lanes.length)], time());
        return work.page("", 99).toString();
    }

    private String lease(Work work) {
        List<WorkItem> leased = work.lease(1 + random.nextInt(3), "w", time(), StoreContract.MINUTE);
        held.addAll(leased);
        work.leaseOne(user(), "w", time(), StoreContract.MINUTE).ifPresent(held::add);
        return leased.toString();
    }

    private String release(Work work) {
        if (held.isEmpty()) {
            return "nothing held";
        }
        WorkItem item = held.get(random.nextInt(held.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> "done " + work.done(item);
            case 2 -> "retry " + work.retry(item, time());
            case 3 -> "park " + work.park(item, "w" + random.nextInt(2));
            case 4 -> "unpark " + work.unpark("w" + random.nextInt(2), 1 + random.nextInt(2), time());
            default -> {
                if (random.nextInt(3) == 0) {
                    work.takeOver();
                }
                yield "taken over";
            }
        };
    }

    private String reviews(Reviews reviews) {
        String kind = "K" + random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 2 -> {
                String user = user();
                yield "answer " + reviews.answer(kind, user, flip() ? "left" : "split") + reviews.answered(user);
            }
            case 0 -> "close " + reviews.close(kind, user(), flip() ? "ignore" : "link", time());
            case 1 -> {
                reviews.settle(user(), List.of(kind), time());
                yield reviews.open(3).toString();
            }
            default -> "open " + reviews.open(Review.ask(kind, user(), List.of("f"), "r" + random.nextInt(2), time()));
        };
    }

    private String incidents(Incidents incidents) {
        String kind = "K" + random.nextInt(2);
        if (random.nextInt(3) == 0) {
            return "over " + incidents.close(kind, user(), time()) + incidents.open(2);
        }
        OptionalInt status = flip() ? OptionalInt.of(400 + random.nextInt(9)) : OptionalInt.empty();
        Optional<String> code = Optional.ofNullable(name("c"));
        incidents.raise(Incident.of(kind, user(), "memberships", status, code, "n" + random.nextInt(2), time())
                .about(random.nextInt(3), "m" + random.nextInt(2)));
        return incidents.find(kind, user()) + " " + incidents.count();
    }

    private String payments(Payments payments) {
        Fact charge = PaymentsContract.charge(user());
        PaymentRow row = PaymentsContract.row(user());
        boolean added =
                payments.add(flip() ? charge : charge.about(charge.about().order("o" + random.nextInt(3))));
        payments.save(
                switch (random.nextInt(3)) {
                    case 0 -> row;
                    case 1 -> row.arrived();
                    default -> row.sending(new Telling(user(), row.standing().owed(), PaymentState.PAID), time());
                });
        return added + " " + payments.ofOrder("o" + random.nextInt(3)) + payments.open(user(), 2)
                + payments.facts(Optional.of(charge.key()), 3) + payments.find(user()) + payments.count();
    }

    private String rest(SyncStore.Tx tx) {
        tx.audit().append(new AuditRow(time(), user(), "T", "S", "O", List.of("f"), "done"));
        tx.cursors().save(new Cursor("members", "p" + random.nextInt(9), random.nextInt(4), random.nextInt(4)));
        tx.deadLetters().put(new DeadLetter(user(), "k", "w", random.nextInt(4), time()));
        if (flip()) {
            tx.deadLetters().remove(user());
        }
        tx.meta().put("f" + random.nextInt(2), "v" + random.nextInt(9));
        return tx.meta().find("f0") + " " + tx.audit().newest(2)
                + tx.audit().page(0, 3).stream().map(Audit.Entry::row).toList()
                + tx.reviews().open("K1", user(), 2);
    }

    private TicketSighting sighting() {
        return new TicketSighting(
                ref(),
                flip() ? Optional.of(random.nextInt(5) == 0 ? Access.ENDED : Access.LIVE) : Optional.empty(),
                flip() ? Map.of("f", mark(), "g", mark()) : Map.of(),
                key(),
                key(),
                flip() ? Optional.of("type") : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(user()) : Optional.empty(),
                key(),
                1 + random.nextInt(4));
    }

    private TicketRef ref() {
        String ticketId = name("T");
        String barcode = name("B");
        String attendeeId = ticketId == null && barcode == null ? "A" + random.nextInt(6) : name("A");
        return new TicketRef(ticketId, barcode, attendeeId, name("O"));
    }

    private @Nullable String name(String kind) {
        return flip() ? kind + random.nextInt(6) : null;
    }

    private String user() {
        return "u" + random.nextInt(6);
    }

    private OptionalLong key() {
        return flip() ? OptionalLong.of(random.nextInt(4)) : OptionalLong.empty();
    }

    private Mark mark() {
        return switch (random.nextInt(4)) {
            case 0 -> Mark.UNSEEN;
            case 1 -> Mark.EMPTY;
            default -> Mark.of(random.nextInt(5));
        };
    }

    private Instant time() {
        return StoreContract.NOON.plusSeconds(random.nextInt(180)).plusNanos(random.nextInt(5000));
    }

    private boolean flip() {
        return random.nextBoolean();
    }
}
