package dev.membersync.eventops.adapter;

import java.time.Duration;
import java.util.Optional;

/**
 * How members are told apart after an event.
 *
 * @param attended the tag of whoever was checked in; empty for none
 * @param noShow the tag of whoever held a ticket that still admits and was not; empty for none
 * @param delay how long after the end of the event, so that late uploads of the doors count
 * @param consentRequired whether contacts that want no messages are left out
 * @param most the most contacts of one run; more are held before the first write
 */
public record AttendanceTags(
        Optional<String> attended, Optional<String> noShow, Duration delay, boolean consentRequired, int most) {}
