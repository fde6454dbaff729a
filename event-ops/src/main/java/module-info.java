/** Signed tickets and check-in, pricing rules, analytics and erasure. */
module dev.membersync.eventops {
    requires com.google.zxing;
    requires java.desktop;
    requires static transitive org.jspecify;

    exports dev.membersync.eventops.image;
    exports dev.membersync.eventops.ticket;
}
