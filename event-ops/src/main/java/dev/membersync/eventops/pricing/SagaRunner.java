package dev.membersync.eventops.pricing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Carries a saga out: compares before each write, reads back after it, and takes back what was done when a step is refused.
 * What nobody knows is neither repeated blindly nor taken back: it stays open, with an incident, until a read tells.
 */
final class SagaRunner {
    /** How often a step is tried before it is given up. */
    static final int MOST_ATTEMPTS = 5;

    /** After this long a call whose outcome nobody knows has no effect any more. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final Map<Side, PricingSide> sides;
    private final Journal journal;

    SagaRunner(Map<Side, PricingSide> sides, Journal journal) {
        this.sides = sides;
        this.journal = journal;
    }

    /** How a saga ended, or that it did not. */
    enum End {
        DONE,
        /** Nothing of it is left. */
        UNDONE,
        /** It waits; an incident says so. */
        OPEN
    }

    /** What became of a saga. */
    record Result(Saga saga, End end, String why) {}

    Result run(Saga opened) {
        Saga saga = opened;
        int next = 0;
        while (!saga.undoing() && next < saga.steps().size()) {
            SagaStep step = saga.steps().get(next);
            if (step.state() == SagaStep.State.DONE) {
                next++;
                continue;
            }
            Attempt attempt = attempt(saga, next, step);
            saga = attempt.saga();
            if (attempt.outcome() == Outcome.DOUBT) {
                return doubt(saga, attempt.why());
            }
            if (attempt.outcome() == Outcome.REFUSED) {
                saga = journal.save(saga.undoing(attempt.why()));
            }
        }
        return saga.undoing() ? undo(saga) : new Result(saga, End.DONE, "");
    }

    private enum Outcome {
        DONE,
        REFUSED,
        DOUBT
    }

    private record Attempt(Saga saga, Outcome outcome, String why) {}

    private Attempt attempt(Saga saga, int index, SagaStep step) {
        Optional<Terms> seen;
        try {
            seen = side(step).read(step.object());
        } catch (SideException unreadable) {
            boolean untouched = step.state() == SagaStep.State.WAITING;
            return new Attempt(
                    saga, untouched ? Outcome.REFUSED : Outcome.DOUBT, String.valueOf(unreadable.getMessage()));
        }
        if (step.isAfter(seen, side(step))) {
            return new Attempt(journal.save(saga.with(index, step.in(SagaStep.State.DONE))), Outcome.DONE, "");
        }
        if (!step.isBefore(seen, side(step))) {
            return new Attempt(saga, Outcome.REFUSED, step.object() + " is not any more what the plan was made on");
        }
        if (step.attempts() >= MOST_ATTEMPTS
                && journal.now().isBefore(step.triedAt().plus(SETTLED))) {
            return new Attempt(saga, Outcome.DOUBT, "an effect may still come");
        }
        if (step.attempts() >= MOST_ATTEMPTS) {
            return new Attempt(saga, Outcome.REFUSED, step.object() + " was tried " + MOST_ATTEMPTS + " times");
        }
        SagaStep started = step.started(journal.now());
        return written(journal.save(saga.with(index, started)), index, started);
    }

    /** A refusal may have had an effect all the same, and a success none: only the read counts. */
    private Attempt written(Saga saga, int index, SagaStep step) {
        boolean possible = true;
        String why = step.object() + " was accepted, but is not there yet";
        try {
            side(step).write(step.object(), step.before(), step.after());
        } catch (SideException failed) {
            possible = failed.isEffectPossible();
            why = String.valueOf(failed.getMessage());
        }
        try {
            Optional<Terms> seen = side(step).read(step.object());
            if (step.isAfter(seen, side(step))) {
                return new Attempt(journal.save(saga.with(index, step.in(SagaStep.State.DONE))), Outcome.DONE, "");
            }
            return new Attempt(
                    saga, possible || !step.isBefore(seen, side(step)) ? Outcome.DOUBT : Outcome.REFUSED, why);
        } catch (SideException unreadable) {
            return new Attempt(saga, Outcome.DOUBT, why + "; " + unreadable.getMessage());
        }
    }

    private Result doubt(Saga saga, String why) {
        journal.raise(
                saga,
                "IN_DOUBT",
                "it is not known whether a change took effect: " + why,
                "the next run reads it again and goes on; until then nothing else is changed at this event");
        return new Result(saga, End.OPEN, why);
    }

    private Result undo(Saga opened) {
        Saga saga = opened;
        for (int i = saga.steps().size() - 1; i >= 0; i--) {
            SagaStep step = saga.steps().get(i);
            if (step.state() == SagaStep.State.DONE || step.state() == SagaStep.State.STARTED) {
                Optional<String> problem = undo(step);
                if (problem.isPresent()) {
                    journal.raise(
                            saga,
                            "NOT_TAKEN_BACK",
                            "a change was refused (" + saga.reason() + ") and " + step.object()
                                    + ", which belongs to it, could not be taken back: " + problem.get(),
                            "take it back by hand, to "
                                    + step.before()
                                            .map(terms -> terms.values().toString())
                                            .orElse("not there") + "; the next run looks again");
                    return new Result(saga, End.OPEN, problem.get());
                }
                saga = journal.save(saga.with(i, step.in(SagaStep.State.UNDONE)));
            }
        }
        return new Result(saga, End.UNDONE, saga.reason());
    }

    /** Takes one step back; answers what is in the way. */
    private Optional<String> undo(SagaStep step) {
        try {
            Optional<Terms> seen = side(step).read(step.object());
            if (step.isBefore(seen, side(step))) {
                return Optional.empty();
            }
            if (!step.isAfter(seen, side(step))) {
                return Optional.of("somebody changed it meanwhile");
            }
            if (step.before().isPresent()) {
                side(step)
                        .write(
                                step.object(),
                                Optional.of(step.after()),
                                step.before().get());
            } else {
                side(step).remove(step.object());
            }
        } catch (SideException failed) {
            return isBack(step) ? Optional.empty() : Optional.of(String.valueOf(failed.getMessage()));
        }
        return isBack(step) ? Optional.empty() : Optional.of("it was accepted, but nothing changed");
    }

    private boolean isBack(SagaStep step) {
        try {
            return step.isBefore(side(step).read(step.object()), side(step));
        } catch (SideException unreadable) {
            return false;
        }
    }

    private PricingSide side(SagaStep step) {
        PricingSide side = sides.get(step.object().kind().side());
        if (side == null) {
            throw SideException.refused("no " + step.object().kind().side() + " side is connected", null);
        }
        return side;
    }
}
