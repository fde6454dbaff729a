/** The synchronisation engine: records, mapping, policies, stores and workflows. */
module dev.membersync.sync {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires static com.github.kagkarlsson.scheduler;
    requires static micrometer.core;
    requires org.slf4j;
    requires transitive dev.membersync.accelevents;
    requires transitive dev.membersync.client;
    requires transitive dev.membersync.memberships;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.membersync.sync;
    exports dev.membersync.sync.adapter;
    exports dev.membersync.sync.cluster;
    exports dev.membersync.sync.config;
    exports dev.membersync.sync.document;
    exports dev.membersync.sync.intake;
    exports dev.membersync.sync.mapping;
    exports dev.membersync.sync.metrics;
    exports dev.membersync.sync.payment;
    exports dev.membersync.sync.policy;
    exports dev.membersync.sync.record;
    exports dev.membersync.sync.review;
    exports dev.membersync.sync.store;
    exports dev.membersync.sync.testing;
    exports dev.membersync.sync.workflow;

    uses dev.membersync.sync.config.AddedTemplate.Provider;
    uses java.sql.Driver;
}
