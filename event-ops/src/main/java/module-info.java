/** Signed tickets and check-in, pricing rules, analytics and erasure. */
module dev.membersync.eventops {
    requires com.google.zxing;
    requires transitive dev.membersync.accelevents;
    requires dev.membersync.client;
    requires dev.membersync.memberships;
    requires transitive dev.membersync.sync;
    requires java.desktop;
    requires static transitive org.jspecify;

    exports dev.membersync.eventops.adapter;
    exports dev.membersync.eventops.checkin;
    exports dev.membersync.eventops.image;
    exports dev.membersync.eventops.privacy;
    exports dev.membersync.eventops.store;
    exports dev.membersync.eventops.ticket;
}
