/** Typed client of the Memberships API. */
module dev.membersync.memberships {
    requires transitive dev.membersync.client;
    requires static transitive org.jspecify;

    exports dev.membersync.memberships;
    exports dev.membersync.memberships.contact;
    exports dev.membersync.memberships.course;
    exports dev.membersync.memberships.invoice;
    exports dev.membersync.memberships.location;
    exports dev.membersync.memberships.oauth;
    exports dev.membersync.memberships.payment;
    exports dev.membersync.memberships.product;
    exports dev.membersync.memberships.profile;
    exports dev.membersync.memberships.user;
    exports dev.membersync.memberships.webhook;
}
