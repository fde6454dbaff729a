package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.store.Review;
import java.util.List;
import java.util.Set;

final class ReviewCommand implements Command {
    @Override
    public String name() {
        return "review";
    }

    @Override
    public String summary() {
        return "the questions that wait for a person";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.LIMIT);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        int limit = (int) args.whole(Option.LIMIT, 1, 100_000, 100);
        return Session.run(args, console, surroundings, tenant -> review(tenant, limit, console));
    }

    static Outcome review(Tenant tenant, int limit, Console console) {
        List<Review> reviews = tenant.engine().reviews(limit);
        console.line(
                reviews.isEmpty() ? "Nothing waits for a person" : reviews.size() + " questions wait for a person");
        reviews.forEach(review -> console.line("  " + line(review)));
        Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0, reviews.size(), 0, 0);
        return new Outcome(
                reviews.isEmpty() ? Exit.DONE : Exit.OPEN,
                counts,
                tenant.calls(),
                Facts.map("reviews", reviews.stream().map(Facts::review).toList()));
    }

    static String line(Review review) {
        String fields = review.fields().isEmpty() ? "" : " (" + String.join(", ", review.fields()) + ")";
        return review.kind() + " " + review.subject() + fields + ": " + review.reason();
    }
}
