/** A program of somebody whose application is a module. */
module org.example.consumer {
    requires dev.membersync.eventops;
    requires dev.membersync.sync;
    requires dev.membersync.testkit;
}
