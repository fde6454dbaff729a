/** Typed client of the Memberships API. */
module dev.membersync.memberships {
    requires transitive dev.membersync.client;
    requires static transitive org.jspecify;

    exports dev.membersync.memberships;
}
