package dev.membersync.examples.syncapp;

import dev.membersync.eventops.checkin.ScanRequest;
import dev.membersync.eventops.checkin.ScanResult;

/** Who answers the page of the doors: the books, or a kit where there is no network. */
@FunctionalInterface
interface Doors {
    /** Decides about a code and keeps the scan. */
    ScanResult scan(ScanRequest request);
}
