/** Calls, transport, retry, rate budget, auth, errors and paging of every membersync client. */
@SuppressWarnings("module") // the qualified exports name modules that are built later
module dev.membersync.client {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.ratelimiter;
    requires io.github.resilience4j.retry;
    requires transitive java.net.http;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.membersync.client;
    exports dev.membersync.client.auth;
    exports dev.membersync.client.error;
    exports dev.membersync.client.http;
    exports dev.membersync.client.policy;
    exports dev.membersync.client.testing;
    exports dev.membersync.client.time;
    exports dev.membersync.client.webhook;
    exports dev.membersync.client.internal to
            dev.membersync.memberships,
            dev.membersync.accelevents,
            dev.membersync.sync,
            dev.membersync.eventops;
}
