/** Signed tickets and check-in, pricing rules, analytics and erasure. */
module dev.membersync.eventops {
    requires com.google.zxing;
    requires dev.membersync.client;
    requires java.desktop;
    requires transitive dev.membersync.accelevents;
    requires transitive dev.membersync.memberships;
    requires transitive dev.membersync.sync;
    requires static transitive org.jspecify;

    exports dev.membersync.eventops.adapter;
    exports dev.membersync.eventops.analytics;
    exports dev.membersync.eventops.checkin;
    exports dev.membersync.eventops.config;
    exports dev.membersync.eventops.image;
    exports dev.membersync.eventops.pricing;
    exports dev.membersync.eventops.privacy;
    exports dev.membersync.eventops.store;
    exports dev.membersync.eventops.ticket;

    provides dev.membersync.sync.config.AddedTemplate.Provider with
            dev.membersync.eventops.config.EventOpsTemplates;
}
