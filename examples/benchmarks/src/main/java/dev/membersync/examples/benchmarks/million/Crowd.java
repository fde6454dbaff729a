package dev.membersync.examples.benchmarks.million;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;

/**
 * Both services of the test kit with so many members, each of whom has a ticket already that shows the same name and address.
 * The form asks for nothing else, so that linking writes nothing.
 */
public final class Crowd {
    static final String EVENT = "spring-summit";

    private Crowd() {}

    /** Serves a crowd until the process is ended; says where. */
    public static void main(String[] arguments) throws InterruptedException {
        int members = Integer.parseInt(arguments[0]);
        FakeMemberships left = FakeMemberships.builder().build();
        FakeAccelevents right = FakeAccelevents.builder().build();
        FakeEvent event = right.event(EVENT);
        long type = event.addTicketType("General Admission", "0", members);
        for (int i = 0; i < members; i++) {
            String last = String.format("Number%07d", i);
            String email = String.format("person%07d@example.org", i);
            left.members().add(FakeMember.of(String.format("m%07d", i), email, "Person " + last));
            event.addAttendee(type, "Person", last, email);
        }
        FakeServer leftServer = FakeServer.start(left, 0);
        FakeServer rightServer = FakeServer.start(right, 0);
        System.out.println("left=" + leftServer.url() + " right=" + rightServer.url());
        Thread.currentThread().join();
    }
}
