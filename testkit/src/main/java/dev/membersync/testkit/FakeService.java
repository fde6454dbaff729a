package dev.membersync.testkit;

/** A service that answers requests. Implementations are thread-safe; the effects of one request are atomic. */
@FunctionalInterface
public interface FakeService {
    /** Answers one request; never throws for anything a request can contain. */
    FakeReply handle(FakeRequest request);
}
