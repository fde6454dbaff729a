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
            boolean waits = look.telling().filter(one -> waits(tx, look, one)).isPresent();
            return waits ? look.waiting() : look;
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
        return prepared.sending().map(this::send).orElse(prepared.outcome());
    }

    private record Prepared(Outcome outcome, Optional<PaymentRow> sending) {}

    private Prepared prepare(Tx tx, PaymentSighting seen, Set<String> members, boolean reachable) {
        Look found = looking.at(tx, seen, members);
        Look look = reachable ? found : found.waiting();
        look.facts().forEach(tx.payments()::add);
        look.row().filter(row -> look.isNew()).ifPresent(tx.payments()::save);
        if (look.question().isPresent()) {
            ask(tx, seen.id(), look.question().get());
            return new Prepared(Outcome.ASKED, Optional.empty());
        }
        if (look.telling().isEmpty()) {
            tx.reviews().settle(seen.id(), List.of(), now());
            return new Prepared(look.orphan() ? Outcome.ORPHAN : Outcome.UNCHANGED, Optional.empty());
        }
        if (waits(tx, look, look.telling().get())) {
            return new Prepared(Outcome.ASKED, Optional.empty());
        }
        PaymentRow row = look.row().orElseThrow();
        if (rests(row)) {
            return new Prepared(Outcome.RESTS, Optional.empty());
        }
        PaymentRow sending = row.sending(row.telling().orElse(look.telling().get()), now());
        tx.payments().save(sending);
        return new Prepared(Outcome.TOLD, Optional.of(sending));
    }

    /** Until its time has passed, what was sent and not answered may still turn up. */
    private boolean rests(PaymentRow row) {
        return row.sentAt()
                .map(sent -> sent.plus(parts.workflow().sink().horizon()))
                .filter(now()::isBefore)
                .isPresent();
    }

    /** A telling that was refused waits until a person says {@code left}, or until there is something else to tell. */
    private boolean waits(Tx tx, Look look, Telling telling) {
        String order = look.row().orElseThrow().standing().order();
        for (String kind : List.of(Question.CONFLICT, Question.REFUSED, Question.BY_HAND)) {
            Optional<Review> review = tx.reviews().find(kind, order);
            boolean same = review.filter(one -> one.reason().startsWith(words(order, telling)))
                    .isPresent();
            boolean again =
                    review.flatMap(Review::decision).filter("left"::equals).isPresent();
            boolean settled = review.filter(
                            one -> one.closedAt().isPresent() && one.decision().isEmpty())
                    .isPresent();
            if (same && !again && !settled) {
                return true;
            }
        }
        return false;
    }

    private Outcome send(PaymentRow row) {
        Told told;
        try {
            told = parts.workflow().sink().tell(row, payer.registration(row));
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
     * The key is on record. Where it can be read, that is what was wanted. Of a first telling that is what was wanted; of a change nobody can read whether it took, so a
     * person looks.
     */
    private Outcome known(PaymentRow row) {
        Telling telling = row.telling().orElseThrow();
        boolean readable = parts.workflow().sink().horizon().compareTo(Duration.ZERO) > 0;
        boolean first = readable || (row.told().isEmpty() && !isReturned(telling));
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
            tx.payments().save(row.arrived());
            mirror(tx, row).ifPresent(tx.payments()::add);
            audit(tx, row, how);
            tx.reviews().settle(row.standing().order(), List.of(), now());
            return Outcome.TOLD;
        });
    }

    private Optional<Fact> mirror(Tx tx, PaymentRow row) {
        Telling telling = row.telling().orElseThrow();
        List<Fact> mirrors = tx.payments().ofOrder(row.standing().order()).stream()
                .filter(fact -> fact.kind() == FactKind.MIRROR)
                .toList();
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
            // A person's answer holds once.
            tx.reviews().close(question.kind(), row.standing().order(), "left", now());
            ask(tx, row.standing().order(), question);
            return Outcome.ASKED;
        });
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
        return words(row.standing().order(), row.telling().orElseThrow());
    }

    static String words(String order, Telling telling) {
        return "order " + order + ", " + telling.state().word() + ", " + telling.net() + " of member "
                + telling.userId();
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
