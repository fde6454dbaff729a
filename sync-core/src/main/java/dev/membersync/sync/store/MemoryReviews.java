package dev.membersync.sync.store;

import dev.membersync.sync.store.MemoryRows.Question;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reviews in memory. */
final class MemoryReviews implements Reviews {
    private final MemoryRows rows;

    MemoryReviews(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean open(Review review) {
        Optional<Review> known = find(review.kind(), review.subject());
        if (known.isPresent() && ReviewRule.staysAsItIs(known.get(), review)) {
            return false;
        }
        put(Review.ask(
                review.kind(), review.subject(), review.fields(), review.reason(), Micros.kept(review.openedAt())));
        return true;
    }

    @Override
    public boolean answer(String kind, String subject, String decision) {
        return change(kind, subject, review -> with(review, Optional.empty(), Optional.of(decision)));
    }

    @Override
    public List<Review> answered(String subject) {
        return about(subject).filter(review -> review.decision().isPresent()).toList();
    }

    @Override
    public boolean close(String kind, String subject, String decision, Instant at) {
        return change(kind, subject, review -> with(review, Optional.of(at), Optional.of(decision)));
    }

    private boolean change(String kind, String subject, UnaryOperator<Review> change) {
        Optional<Review> known =
                find(kind, subject).filter(review -> review.closedAt().isEmpty());
        known.map(change).ifPresent(this::put);
        return known.isPresent();
    }

    @Override
    public void settle(String subject, List<String> stillAsked, Instant at) {
        List<Review> ended = about(subject)
                .filter(review -> review.closedAt().isEmpty() && !stillAsked.contains(review.kind()))
                .toList();
        ended.forEach(review -> put(with(review, Optional.of(at), Optional.empty())));
    }

    @Override
    public Optional<Review> find(String kind, String subject) {
        return rows.reviews.find(new Question(kind, subject));
    }

    @Override
    public List<Review> open(String afterKind, String afterSubject, int limit) {
        return rows.reviews
                .after(new Question(afterKind, afterSubject))
                .filter(review -> review.closedAt().isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public Set<Review> openAbout(Collection<String> subjects) {
        Set<String> wanted = Set.copyOf(subjects);
        return open().filter(review -> wanted.contains(review.subject())).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isOpenAbout(String subject) {
        return about(subject).anyMatch(review -> review.closedAt().isEmpty());
    }

    @Override
    public long countOpen() {
        return open().count();
    }

    private Stream<Review> about(String subject) {
        return rows.reviews.find(rows.reviewsBySubject.keys(subject)).stream();
    }

    private Stream<Review> open() {
        return rows.reviews.rows().stream().filter(review -> review.closedAt().isEmpty());
    }

    private void put(Review review) {
        rows.reviews.put(new Question(review.kind(), review.subject()), review);
    }

    private static Review with(Review review, Optional<Instant> closedAt, Optional<String> decision) {
        return new Review(
                review.kind(),
                review.subject(),
                review.fields(),
                review.reason(),
                review.openedAt(),
                closedAt.map(Micros::kept),
                decision);
    }
}
