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
            case "strictAnswers" -> switches.strictAnswers(flag);
            case "answersAsPairs" -> switches.answersAsPairs(flag);
            case "ticketTypesKey" -> switches.ticketTypesKey(text);
            case "attendeesKey" -> switches.attendeesKey(text);
            case "ordersKey" -> switches.ordersKey(text);
            case "pageSizeMax" -> switches.pageSizeMax((int) number);
            case "searchLag" -> switches.searchLag(Duration.ofMillis(number));
            case "holdTimer" -> switches.holdTimer(Duration.ofMillis(number));
            case "holderTypeKey" -> switches.holderTypeKey(text);
            case "pairKey" -> switches.pairKey(text);
            case "authentication" -> switches.authentication(text);
            case "priceChecked" -> switches.priceChecked(flag);
            case "deleteDelay" -> switches.deleteDelay(Duration.ofMillis(number));
            case "strange" -> switches.strange();
            case "stranger" -> switches.stranger();
            default -> quirk(switches, name, flag);
        };
    }

    private static AcceleventsSwitches quirk(AcceleventsSwitches switches, String name, boolean on) {
        for (AcceleventsQuirk quirk : AcceleventsQuirk.values()) {
            if (quirk.name().equals(name)) {
                return switches.turn(quirk, on);
            }
        }
        throw new IllegalArgumentException("no switch " + name);
    }
}
