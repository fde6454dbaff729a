package dev.membersync.sync.mirror;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.mirror.PaymentTally.Planned;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at every payment of one workflow once. Not thread-safe; make one for each run. */
public final class PaymentRun {
    /** The feed whose cursor says when the payments were last read to their end. */
    public static final String FEED = "payments";

    private static final int MOST_LISTED = 20_000;
    private static final int MOST_NAMED = 20;
    private static final int FAILURES_IN_A_ROW = 5;
    private static final int PAGE = 500;

    private final PaymentParts parts;
    private final PaymentCourse course;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<Planned> planned = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long tellings;
    private int failuresInARow;
    private Optional<ApiException> failure = Optional.empty();
    private long pages;

    /** A run over these. */
    public PaymentRun(PaymentParts parts) {
        this.parts = parts;
        this.course = new PaymentCourse(parts);
    }

    /** What {@link #run} would tell; reads only. */
    public PaymentTally plan() {
        if (parts.workflow().access().isPresent()) {
            return new AccessRun(parts).plan();
        }
        parts.workflow().source().payments().forEach(page -> page.forEach(this::rehearse));
        return tally();
    }

    /**
     * Tells everything that is to be told.
     *
     * @param most how many payments to tell of at most
     * @throws ApiException when the key is refused, or several calls in a row have failed
     */
    public PaymentTally run(long most) {
        return run(most, () -> {});
    }

    /**
     * Tells everything that is to be told, as {@link #run(long)}.
     *
     * @param between called after each page and each payment that took a call, so that nothing has to wait for the end; what
     *     it throws ends the run
     */
    PaymentTally run(long most, Runnable between) {
        if (parts.workflow().access().isPresent()) {
            return new AccessRun(parts).run();
        }
        for (List<PaymentSighting> page : parts.workflow().source().payments()) {
            pages++;
            for (PaymentSighting one : page) {
                seen.add(Looking.charge(parts, one.id()).id());
                if (number(Outcome.TOLD) < most && take(one)) {
                    between.run();
                }
            }
            between.run();
        }
        gone();
        parts.in(tx -> {
            Cursor cursor = tx.cursors().find(FEED);
            long generation = cursor.generation() + 1;
            tx.cursors().save(new Cursor(FEED, now().toString(), generation, generation));
            return true;
        });
        return tally();
    }

    private void rehearse(PaymentSighting sighting) {
        Look look = course.rehearse(sighting);
        look.telling().ifPresent(telling -> {
            tellings++;
            if (planned.size() < MOST_LISTED) {
                planned.add(new Planned(look.row().orElseThrow().key(), sighting.id(), telling));
            }
        });
        count(
                look.orphan()
                        ? Outcome.ORPHAN
                        : look.question().isPresent()
                                ? Outcome.ASKED
                                : look.telling().isPresent() ? Outcome.TOLD : Outcome.UNCHANGED);
    }

    /** How many payments were told so far, also when the run was ended by an exception. */
    long told() {
        return number(Outcome.TOLD);
    }

    /** How many pages were read so far. */
    long pages() {
        return pages;
    }

    /** How many payments were seen so far. */
    long rows() {
        return seen.size();
    }

    /** The last call that failed without ending the run. */
    Optional<ApiException> failure() {
        return failure;
    }

    /** True when it may have taken a call. */
    private boolean take(PaymentSighting sighting) {
        try {
            Outcome outcome = course.run(sighting);
            count(outcome);
            failuresInARow = 0;
            return outcome == Outcome.TOLD;
        } catch (AuthException refused) {
            throw refused;
        } catch (ApiException unknown) {
            failuresInARow++;
            if (failuresInARow >= FAILURES_IN_A_ROW) {
                throw unknown;
            }
            failure = Optional.of(unknown);
            count(Outcome.FAILED);
            if (problems.size() < MOST_NAMED) {
                problems.add("payment " + sighting.id() + ": " + unknown.getMessage());
            }
            return true;
        }
    }

    /** Absence proves nothing: what the list does not show any more is looked up, and then a person is told. */
    private void gone() {
        String after = "";
        List<PaymentRow> page = page(after);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(row -> row.told().or(row::telling).isPresent() && !seen.contains(row.key()))
                    .map(row -> row.standing().order())
                    .filter(order -> !isAsked(order))
                    .filter(order -> !parts.workflow().source().exists(order))
                    .forEach(this::gone);
            after = page.get(page.size() - 1).key();
            page = page(after);
        }
    }

    /** What was asked stands until the payment shows again, and costs no further call. */
    private boolean isAsked(String order) {
        return parts.in(tx -> tx.reviews().find(Question.GONE, order))
                .filter(one -> one.closedAt().isEmpty() || one.decision().isPresent())
                .isPresent();
    }

    private List<PaymentRow> page(String after) {
        return parts.in(tx -> tx.payments().page(after, PAGE));
    }

    private void gone(String order) {
        parts.in(tx -> tx.reviews()
                .open(Review.ask(
                        Question.GONE,
                        order,
                        List.of("payment"),
                        "order " + order
                                + " does not exist any more; whoever deletes a paid order refunds it, so correct"
                                + " its payment by hand",
                        now())));
    }

    private void count(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    private long number(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private PaymentTally tally() {
        return parts.in(tx -> new PaymentTally(
                planned,
                tellings,
                number(Outcome.TOLD),
                number(Outcome.UNCHANGED),
                number(Outcome.ORPHAN),
                number(Outcome.ASKED),
                number(Outcome.FAILED),
                tx.payments().open("", MOST_LISTED).size(),
                tx.reviews().countOpen(),
                problems));
    }

    private Instant now() {
        return parts.time().instant();
    }
}
