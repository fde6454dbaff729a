package dev.membersync.examples.middleware.demo;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;

/** What the file of the demo says. */
final class DemoFile {
    private DemoFile() {}

    static String text(DemoServices services, Path folder, String secret) {
        return String.join(
                "\n",
                "memberships:",
                "  profile: highlevel",
                "  baseUrl: \"" + services.membershipsUrl() + "\"",
                "  locationId: " + DemoServices.LOCATION,
                "  apiKey: " + FakeMemberships.DEFAULT_KEY,
                "  members: {only: {tag: member}, status: 'field:membership_status', plan: 'field:membership_plan'}",
                "  rate: {calls: 5000, per: 1s}",
                "accelevents:",
                "  baseUrl: \"" + services.acceleventsUrl() + "\"",
                "  apiKey: " + FakeAccelevents.DEFAULT_KEY,
                "  eventUrl: " + SampleData.EVENT,
                "  rate: {calls: 5000, per: 1s}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("demo.db") + "'}",
                "workflows:",
                "  - template: members-to-attendees",
                "    ticketTypes: {gold: VIP, silver: Workshop Pass, '*': General Admission}",
                "    direction: both",
                "  - template: issue-signed-tickets",
                "  - {template: offline-check-in, refreshEvery: 5s}",
                "live:",
                "  pollEvery: 5s",
                "  hooks:",
                "    secret: " + secret,
                "    publicKey: '" + services.memberships().webhooks().publicKey() + "'",
                "");
    }
}
