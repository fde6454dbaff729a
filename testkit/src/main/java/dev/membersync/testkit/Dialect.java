package dev.membersync.testkit;

import java.util.OptionalLong;

/** How a service words the failures that no route of its own produces. */
interface Dialect {
    /** No route matches. */
    FakeReply unknownRoute(FakeRequest request);

    /** The body is not what a route can read. */
    FakeReply malformed(String reason);

    /** 429, with the seconds to wait where they are to be named. */
    FakeReply tooMany(OptionalLong retryAfter);

    /** 422 that hides an effect. */
    FakeReply unprocessable();

    /** Refuses a request whose credential does not allow the operation. */
    void authorise(Operation operation, FakeRequest request);

    /** Whether rate headers go on every reply. */
    boolean showsRateHeaders();

    /** The bucket of the rate limit that a request draws from; by default there is one. */
    default String bucket(FakeRequest request) {
        return "";
    }

    /** The last touch on a reply of the service, refusals included. */
    default FakeReply finished(FakeReply reply) {
        return reply;
    }
}
