/** Stateful fakes of both services, on the wire, with fault injection. */
module dev.membersync.testkit {
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires jdk.httpserver;
    requires static transitive org.jspecify;

    exports dev.membersync.testkit;
}
