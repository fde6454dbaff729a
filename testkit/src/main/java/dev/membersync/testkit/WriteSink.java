package dev.membersync.testkit;

import java.time.Instant;
import java.util.Map;

/** Where state reports a change that a request caused. */
@FunctionalInterface
interface WriteSink {
    void add(Instant at, String kind, Map<String, String> subjects);
}
