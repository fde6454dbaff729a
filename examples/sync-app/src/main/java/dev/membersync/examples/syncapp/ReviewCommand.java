package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.text.Nearest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class ReviewCommand implements Command {
    private static final String DECIDE = "decide";

    @Override
    public String name() {
        return "review";
    }

    @Override
    public String summary() {
        return "the questions that wait for a person, and their answers";
    }

    @Override
    public String arguments() {
        return "[decide ID left|right|value=X|split|ignore]";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.LIMIT, Option.VALUES, Option.SEEN);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        int limit = (int) args.whole(Option.LIMIT, 1, 100_000, 100);
        List<String> words = args.arguments();
        if (words.isEmpty()) {
            boolean values = args.has(Option.VALUES);
            return Session.run(
                    args,
                    console,
                    surroundings,
                    tenant -> values ? live(tenant, limit, console) : review(tenant, limit, console));
        }
        if (!words.get(0).equals(DECIDE)) {
            throw AppException.usage(
                    "review takes no \"" + words.get(0) + "\"; " + Nearest.hint(words.get(0), List.of(DECIDE)));
        }
        if (words.size() < 3) {
            throw AppException.usage(
                    "write review decide ID ANSWER; review lists the ids and what each can be answered");
        }
        Answer answer = answer(words.get(2));
        return Session.run(args, console, surroundings, tenant -> decide(tenant, words.get(1), answer, args, console));
    }

    private static Answer answer(String word) {
        try {
            return Answer.parse(word);
        } catch (IllegalArgumentException e) {
            throw AppException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome decide(Tenant tenant, String id, Answer answer, Args args, Console console) {
        try {
            args.text(Option.SEEN)
                    .ifPresentOrElse(
                            seen -> tenant.engine().queues().decide(id, answer, seen),
                            () -> tenant.engine().queues().decide(id, answer));
        } catch (AnswerException e) {
            List<String> known =
                    tenant.engine().reviews(1_000).stream().map(Review::id).toList();
            String near = Nearest.to(id, known)
                    .map(other -> "; the nearest is " + other)
                    .orElse("");
            throw AppException.usage(e.getMessage() + (e.allowed().isEmpty() ? near : ""));
        }
        console.line("Answered; the next sync acts upon it");
        return new Outcome(Exit.DONE, Counts.NONE, tenant.calls(), Facts.map("id", id, "answer", answer.toString()));
    }

    static Outcome review(Tenant tenant, int limit, Console console) {
        List<Review> reviews = tenant.engine().reviews(limit);
        heading(reviews.size(), console);
        reviews.forEach(review -> console.line("  " + line(review)));
        return outcome(tenant, reviews.stream().map(Facts::review).toList(), console);
    }

    private static Outcome live(Tenant tenant, int limit, Console console) {
        List<LiveReview> reviews = tenant.engine().queues().liveReviews(limit);
        heading(reviews.size(), console);
        for (LiveReview live : reviews) {
            console.line("  " + line(live.review()));
            live.fields().forEach(field -> console.line("      " + line(field)));
            live.answers().forEach(row -> console.line("      " + row.form() + ": " + row.effect()));
            console.line("      review decide " + live.id() + " ANSWER --seen " + live.seen());
        }
        return outcome(tenant, reviews.stream().map(Facts::live).toList(), console);
    }

    private static void heading(int number, Console console) {
        console.line(
                number == 0
                        ? "Nothing waits for a person"
                        : Plural.of(number, "{question waits|questions wait} for a person"));
    }

    private static Outcome outcome(Tenant tenant, List<Map<String, Object>> reviews, Console console) {
        List<Incident> incidents = incidents(tenant, console);
        return new Outcome(
                reviews.isEmpty() && incidents.isEmpty() ? Exit.DONE : Exit.OPEN,
                new Counts(0, 0, 0, 0, 0, 0, 0, reviews.size(), 0, 0),
                tenant.calls(),
                Facts.map(
                        "reviews",
                        reviews,
                        "incidents",
                        incidents.stream().map(Facts::incident).toList()));
    }

    /** What went wrong outside of single members, told with what to do. */
    static List<Incident> incidents(Tenant tenant, Console console) {
        List<Incident> incidents = tenant.engine().queues().incidents(100);
        incidents.forEach(incident -> console.line("  INCIDENT " + line(incident)));
        return incidents;
    }

    /** An incident ends when a run goes through, so one may be older than what the doctor sees now. */
    private static String line(Incident incident) {
        String status =
                incident.status().isPresent() ? " (HTTP " + incident.status().getAsInt() + ")" : "";
        String again = incident.times() > 1
                ? ", " + incident.times() + " times, last at "
                        + incident.lastAt().truncatedTo(ChronoUnit.SECONDS)
                : "";
        return incident.kind() + " " + incident.subject() + status + " at "
                + incident.openedAt().truncatedTo(ChronoUnit.SECONDS) + again + ", open until a run goes through: "
                + (incident.message().isEmpty() ? "" : incident.message() + "; ") + incident.nextStep();
    }

    static String line(LiveReview.Field field) {
        String ticket = field.ticket().isEmpty() ? "" : " (ticket " + field.ticket() + ")";
        return field.name() + ticket + ": member \"" + field.left().text().orElse("") + "\", registration \""
                + field.right().text().orElse("") + "\"" + (field.agreed() ? ", as agreed" : "");
    }

    static String line(Review review) {
        String fields = review.fields().isEmpty() ? "" : " (" + String.join(", ", review.fields()) + ")";
        String answers = review.decision().isPresent()
                ? "; answered, the next sync acts upon it"
                : " [" + AnswerTable.forms(review.kind()) + "]";
        return review.kind() + ":" + review.subject() + fields + ": " + review.reason() + answers;
    }
}
