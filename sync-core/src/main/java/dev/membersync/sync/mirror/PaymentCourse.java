package dev.membersync.sync.mirror;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.sync.adapter.ByHandException;
import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.adapter.PaymentSink.Told;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.store.AuditRow;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes one payment as far as it goes. Before each call stands a row with what is sent; after it, one transaction that the
 * other side knows. Killed between the two, the next run sends the same again under the same key.
 */
final class PaymentCourse {
    private final PaymentParts parts;
    private final Looking looking;
    private final Payer payer;

    PaymentCourse(PaymentParts parts) {
        this.parts = parts;
        this.looking = new Looking(parts);
        this.payer = new Payer(parts);
    }

    /** What would be told, and what stands in the way; writes nothing. */
    Look rehearse(PaymentSighting seen) {
        Set<String> members = payer.of(seen);
        boolean reachable = payer.reaches(members);
        return parts.in(tx -> {
            Look look = looking.at(tx, seen, members);
            if (!reachable) {
                return look.waiting();
            }
            boolean goes = look.telling()
                    .filter(one -> hitches(tx, look, one).answer() == Hitches.Answer.GO)
                    .isPresent();
            return goes ? look : look.waiting();
        });
    }

    /** Makes it so. */
    Outcome run(PaymentSighting seen) {
        Set<String> members = payer.of(seen);
        parts.checkpoint().at("payment seen");
        Outcome outcome = step(seen, members);
        // What was under way goes first, as it was; then what is new since.
        return outcome == Outcome.TOLD ? later(step(seen, members)) : outcome;
    }

    private static Outcome later(Outcome second) {
        return second == Outcome.UNCHANGED ? Outcome.TOLD : second;
    }

    private Outcome step(PaymentSighting seen, Set<String> members) {
        boolean reachable = payer.reaches(members);
        Prepared prepared = parts.in(tx -> prepare(tx, seen, members, reachable));
        parts.checkpoint().at("payment noted");
        return prepared.sending().map(row -> send(row, prepared.number())).orElse(prepared.outcome());
    }

    private record Prepared(Outcome outcome, Optional<PaymentRow> sending, int number) {
        static Prepared done(Outcome outcome) {
            return new Prepared(outcome, Optional.empty(), 0);
        }
    }

    private Prepared prepare(Tx tx, PaymentSighting seen, Set<String> members, boolean reachable) {
        Look found = looking.at(tx, seen, members);
        Look look = reachable ? found : found.waiting();
        look.facts().forEach(tx.payments()::add);
        look.row().filter(row -> look.isNew()).ifPresent(tx.payments()::save);
        if (look.question().isPresent()) {
            ask(tx, seen.id(), look.question().get());
            return Prepared.done(Outcome.ASKED);
        }
        if (look.telling().isEmpty()) {
            tx.reviews().settle(seen.id(), List.of(), now());
            return Prepared.done(look.orphan() ? Outcome.ORPHAN : Outcome.UNCHANGED);
        }
        return prepare(
                tx, look.row().orElseThrow(), hitches(tx, look, look.telling().get()));
    }

    private Prepared prepare(Tx tx, PaymentRow row, Hitches hitches) {
        switch (hitches.answer()) {
            case WAIT -> {
                return Prepared.done(Outcome.ASKED);
            }
            case BOOKED -> {
                arrived(tx, row.sending(hitches.telling(), now()), "by hand");
                return Prepared.done(Outcome.UNCHANGED);
            }
            case OVERTAKEN -> {
                again(tx, row.standing().order(), hitches.overtaken());
                return Prepared.done(Outcome.ASKED);
            }
            case GO -> {}
        }
        if (rests(row)) {
            return Prepared.done(Outcome.RESTS);
        }
        PaymentRow sending = row.sending(row.telling().orElse(hitches.telling()), now());
        tx.payments().save(sending);
        return new Prepared(Outcome.TOLD, Optional.of(sending), mirrors(tx, row).size() + 1);
    }

    private Hitches hitches(Tx tx, Look look, Telling telling) {
        return Hitches.of(tx, look.row().orElseThrow(), telling, countsDifferences());
    }

    /** Where no key makes a repeat safe, what is told is what is new, so it matters what a person books meanwhile. */
    private boolean countsDifferences() {
        return parts.workflow().sink().horizon().compareTo(Duration.ZERO) > 0;
    }

    /** Until its time has passed, what was sent and not answered may still turn up. */
    private boolean rests(PaymentRow row) {
        return row.sentAt()
                .map(sent -> sent.plus(parts.workflow().sink().horizon()))
                .filter(now()::isBefore)
                .isPresent();
    }

    private Outcome send(PaymentRow row, int number) {
        Told told;
        try {
            told = parts.workflow().sink().tell(row, number, payer.registration(row));
        } catch (ByHandException byHand) {
            return undone(row, new Question(Question.BY_HAND, words(row) + ": " + byHand.getMessage()));
        } catch (NotFoundException | RejectedException refusal) {
            parts.checkpoint().at("payment refused");
            return undone(row, new Question(Question.REFUSED, words(row) + " was refused: " + why(refusal)));
        }
        parts.checkpoint().at("payment told");
        Outcome outcome = switch (told) {
            case RECORDED -> arrived(row, "done");
            case KNOWN -> known(row);
        };
        parts.checkpoint().at("payment kept");
        return outcome;
    }

    /**
     * The key is on record. Where it can be read, that is what was wanted, and so it is of a first telling; of a change nobody
     * can read whether it took, so a person looks.
     */
    private Outcome known(PaymentRow row) {
        Telling telling = row.telling().orElseThrow();
        boolean first = countsDifferences() || (row.told().isEmpty() && !isReturned(telling));
        return first
                ? arrived(row, "known")
                : undone(
                        row,
                        new Question(
                                Question.CONFLICT,
                                words(row)
                                        + " was answered with 409, and the payment cannot be read there; compare it by"
                                        + " hand"));
    }

    private static boolean isReturned(Telling telling) {
        return switch (telling.state()) {
            case REFUNDED, PARTIALLY_REFUNDED -> true;
            case UNPAID, PARTIALLY_PAID, PAID -> false;
        };
    }

    private Outcome arrived(PaymentRow row, String how) {
        return parts.in(tx -> {
            arrived(tx, row, how);
            return Outcome.TOLD;
        });
    }

    private void arrived(Tx tx, PaymentRow row, String how) {
        tx.payments().save(row.arrived());
        mirror(tx, row).ifPresent(tx.payments()::add);
        audit(tx, row, how);
        tx.reviews().settle(row.standing().order(), List.of(), now());
    }

    private static List<Fact> mirrors(Tx tx, PaymentRow row) {
        return tx.payments().ofOrder(row.standing().order()).stream()
                .filter(fact -> fact.kind() == FactKind.MIRROR)
                .toList();
    }

    private Optional<Fact> mirror(Tx tx, PaymentRow row) {
        Telling telling = row.telling().orElseThrow();
        List<Fact> mirrors = mirrors(tx, row);
        Money before = Money.sum(
                new Money(0, telling.net().currency()),
                mirrors.stream().map(Fact::money).toList());
        Money difference = telling.net().minus(before);
        return difference.signum() == 0
                ? Optional.empty()
                : tx.payments().fact(row.standing().charge()).map(charge -> {
                    Fact mirror = Fact.mirror(
                            parts.workflow().sink().system(),
                            row.key() + "#" + (mirrors.size() + 1),
                            charge,
                            difference,
                            now());
                    return mirror.about(mirror.about().member(telling.userId()));
                });
    }

    private Outcome undone(PaymentRow row, Question question) {
        return parts.in(tx -> {
            tx.payments().save(row.undone());
            audit(tx, row, question.kind());
            again(tx, row.standing().order(), question);
            return Outcome.ASKED;
        });
    }

    /** A person's answer holds once, and what was asked before may have changed. */
    private void again(Tx tx, String order, Question question) {
        tx.reviews().close(question.kind(), order, "left", now());
        ask(tx, order, question);
    }

    private void ask(Tx tx, String order, Question question) {
        tx.reviews().settle(order, List.of(question.kind()), now());
        tx.reviews().open(Review.ask(question.kind(), order, List.of("payment"), question.reason(), now()));
    }

    private void audit(Tx tx, PaymentRow row, String how) {
        Telling telling = row.telling().orElseThrow();
        tx.audit()
                .append(new AuditRow(
                        now(),
                        telling.userId(),
                        row.standing().order(),
                        "PAYMENT",
                        "TELL",
                        List.of(telling.state().name()),
                        how));
    }

    private static String words(PaymentRow row) {
        return Hitches.words(row.standing().order(), row.telling().orElseThrow());
    }

    private static String why(ApiException refusal) {
        String status =
                refusal.status().isPresent() ? "HTTP " + refusal.status().getAsInt() : "no status";
        return status + refusal.code().map(code -> ", code " + code).orElse("");
    }

    private Instant now() {
        return parts.time().instant();
    }
}
