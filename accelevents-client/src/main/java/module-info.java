/** Typed client of Accelevents. */
module dev.membersync.accelevents {
    requires transitive dev.membersync.client;
    requires static transitive org.jspecify;

    exports dev.membersync.accelevents.attendee;
    exports dev.membersync.accelevents.discount;
    exports dev.membersync.accelevents.error;
    exports dev.membersync.accelevents.feed;
    exports dev.membersync.accelevents.event;
    exports dev.membersync.accelevents.form;
    exports dev.membersync.accelevents.holder;
    exports dev.membersync.accelevents.id;
    exports dev.membersync.accelevents.login;
    exports dev.membersync.accelevents.model;
    exports dev.membersync.accelevents.order;
    exports dev.membersync.accelevents.registration;
    exports dev.membersync.accelevents.session;
    exports dev.membersync.accelevents.ticket;
    exports dev.membersync.accelevents.webhook;
    exports dev.membersync.accelevents;
    exports dev.membersync.accelevents.upload;
}
