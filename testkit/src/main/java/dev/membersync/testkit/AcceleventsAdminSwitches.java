package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.time.Duration;

/** Turns the switches of an Accelevents fake from JSON; durations are whole milliseconds. */
final class AcceleventsAdminSwitches {
    private AcceleventsAdminSwitches() {}

    static FakeReply turn(AcceleventsSwitches switches, JsonObject sent) {
        sent.keys().forEach(name -> turn(switches, name, sent));
        return AdminDoor.done();
    }

    private static AcceleventsSwitches turn(AcceleventsSwitches switches, String name, JsonObject sent) {
        boolean flag = sent.flag(name);
        long number = sent.whole(name).orElse(0);
        String text = sent.text(name, "");
        return switch (name) {
            case "exposeTicketIdsInAttendeeRows" -> switches.exposeTicketIdsInAttendeeRows(flag);
            case "exposeAnswersInAttendeeRows" -> switches.exposeAnswersInAttendeeRows(flag);
            case "uniqueHolderEmail" -> switches.uniqueHolderEmail(flag);
            case "unpaidOrdersListed" -> switches.unpaidOrdersListed(flag);
            case "newestFirst" -> switches.newestFirst(flag);
            case "strictDropdowns" -> switches.strictDropdowns(flag);
            case "answersAsPairs" -> switches.answersAsPairs(flag);
            case "ticketTypesKey" -> switches.ticketTypesKey(text);
            case "attendeesKey" -> switches.attendeesKey(text);
            case "ordersKey" -> switches.ordersKey(text);
            case "pageSizeMax" -> switches.pageSizeMax((int) number);
            case "searchLag" -> switches.searchLag(Duration.ofMillis(number));
            case "holdTimer" -> switches.holdTimer(Duration.ofMillis(number));
            default -> throw new IllegalArgumentException("no switch " + name);
        };
    }
}
