package dev.membersync.eventops.config;

import dev.membersync.eventops.checkin.ClassPolicy;
import dev.membersync.eventops.checkin.Gate;
import dev.membersync.sync.config.AddedWorkflow;
import java.time.Duration;
import java.util.List;

/**
 * One workflow of the template {@code offline-check-in}: the doors of an event, with and without a network.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param host the address that the page listens at; default this machine only
 * @param port the port of the page; 0 takes a free one
 * @param gates the gates; without any, every gate name serves everybody
 * @param policy what the doors ask of a ticket
 * @param barcodes whether Accelevents' own codes are taken too
 * @param rehearsal whether test tickets admit as others do
 * @param refreshEvery how often the books follow the registrations while the page is served
 * @param offlineAge how old lists and snapshot may be at a door without a network
 * @param tellAccelevents whether Accelevents is told who came
 */
public record CheckInConfig(
        String id,
        String event,
        long occurrence,
        String host,
        int port,
        List<Gate> gates,
        ClassPolicy policy,
        boolean barcodes,
        boolean rehearsal,
        Duration refreshEvery,
        Duration offlineAge,
        boolean tellAccelevents)
        implements AddedWorkflow {
    /** The template's id. */
    public static final String ID = "offline-check-in";

    public CheckInConfig {
        gates = List.copyOf(gates);
    }
}
