/** Signed tickets and check-in, pricing rules, analytics and erasure. */
module dev.membersync.eventops {
    requires static transitive org.jspecify;

    exports dev.membersync.eventops.ticket;
}
