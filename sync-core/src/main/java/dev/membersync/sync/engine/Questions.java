package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.store.Review;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks people: about a member once for each kind, about a word of a vocabulary once for all members. */
final class Questions {
    /** Questions whose kind begins so are about a word, not about a member. */
    static final String UNKNOWN = "UNKNOWN_";
    /** The kind of the question about a status that the table does not know. */
    static final String UNKNOWN_STATUS = UNKNOWN + "STATUS";

    private static final String ASKS = "the table asks for a person's decision about this status";
    private static final String REMOVES = "the table removes this status, and the registration is not ours";

    private static final int MOST_WORDS = 100_000;

    private final Run run;

    Questions(Run run) {
        this.run = run;
    }

    /** What a person answered to this, if that still fits; else asks, unless this very question is to be ignored. */
    Optional<Answer> ask(Job job, String kind, List<String> fields, String why) {
        return ask(job, Review.ask(kind, job.userId(), fields, why, run.now()));
    }

    Optional<Answer> ask(Job job, Review question) {
        Optional<Answer> answer = answer(job, question);
        if (answer.isEmpty() && !job.answers.ignores(question, run.keys, job)) {
            job.questions.add(question);
        }
        return answer;
    }

    /** What a person answered to this question, if that still fits and asks for something. */
    Optional<Answer> answer(Job job, Review question) {
        return job.answers.fitting(question, run.keys, job).filter(answer -> answer.verb() != Verb.IGNORE);
    }

    /** What the table's word {@code review} means for this member: what a person decided, else a question. */
    void askStatus(Job job) {
        ask(job, status(job, ASKS));
    }

    /** The table removes what this engine did not make: what a person decided, else a question. */
    Optional<Answer> askRemoval(Job job) {
        return ask(job, status(job, REMOVES));
    }

    /** The member has lapsed and is still registered: what a person decided, else a question. */
    Optional<Answer> askLapsed(Job job) {
        return ask(job, "LAPSED", List.of(), "the member has lapsed and is still registered; the registration stays")
                .filter(answer -> answer.verb() == Verb.LEFT);
    }

    /** What a person decided this member's status to mean. */
    Optional<StatusAction> status(Job job) {
        return answer(job, status(job, job.action == StatusAction.REMOVE ? REMOVES : ASKS))
                .map(answer -> StatusAction.parse(answer.value()));
    }

    private Review status(Job job, String why) {
        return Review.ask("STATUS", job.userId(), List.of(), why, run.now());
    }

    Review disputed(Job job, Match.Ambiguous match) {
        return Review.ask(
                Situation.DISPUTED.name(), job.userId(), List.of(Fields.NAME, Fields.EMAIL), match.why(), run.now());
    }

    /** Remembers that a word was asked about in this run, so that words nobody uses any more can be settled. */
    private void askAbout(Job job, Review question) {
        if (question.kind().startsWith(UNKNOWN)) {
            run.words.add(question.id());
            job.parkFor = HeldWords.waitsFor(question);
        }
        ask(job, question);
    }

    /** One question for each status that the table does not know; the member is treated as {@code keep}. */
    void unknownStatus(Job job) {
        job.knownMember()
                .status()
                .text()
                .filter(word -> !run.parts.workflow().statuses().isKnown(word))
                .ifPresent(word -> askAbout(
                        job,
                        Review.ask(
                                UNKNOWN_STATUS,
                                word,
                                List.of("status"),
                                "the statuses table has no row for this status; it is treated as keep",
                                run.now())));
    }

    /** A member has one ticket; another one that carries his tag was made by somebody, and a person says which one goes. */
    void doubles(Job job) {
        if (!job.doubles.isEmpty()) {
            String others =
                    job.doubles.stream().map(ticket -> ticket.ref().shown()).collect(Collectors.joining(", "));
            ask(
                    job,
                    "DUPLICATE",
                    List.of(),
                    "besides the linked ticket there is " + others + " with this member's tag;"
                            + " delete the one that is too many at Accelevents");
        }
    }

    /** A held field holds that field of that record; the others flow. */
    void heldFields(Job job) {
        job.knownProjection().held().forEach((field, why) -> held(job, field, why));
    }

    void held(Job job, String field, FieldException why) {
        job.held.add(field + ": " + why.getMessage());
        askAbout(job, question(job, field, why));
    }

    /** After a run over all members: a word that nobody was asked about any more is known now, or not used. */
    void settleWords() {
        run.inTransaction(tx -> {
            tx.reviews().open(MOST_WORDS).stream()
                    .filter(review -> review.kind().startsWith(UNKNOWN) && !run.words.contains(review.id()))
                    .forEach(review -> tx.reviews().close(review.kind(), review.subject(), "settled", run.now()));
            return true;
        });
    }

    private Review question(Job job, String field, FieldException why) {
        String subject = why.word().orElse(job.userId());
        String kind = why.reason() + "_" + field;
        return Review.ask(kind, subject, List.of(field), String.valueOf(why.getMessage()), run.now());
    }
}
