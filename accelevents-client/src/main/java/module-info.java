/** Typed client of Accelevents. */
module dev.membersync.accelevents {
    requires transitive dev.membersync.client;
    requires static transitive org.jspecify;

    exports dev.membersync.accelevents;
    exports dev.membersync.accelevents.model;
}
