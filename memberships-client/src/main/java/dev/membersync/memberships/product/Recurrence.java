package dev.membersync.memberships.product;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;

/**
 * How often something is charged.
 *
 * @param interval {@code day}, {@code week}, {@code month} or {@code year}
 * @param count    every so many of them
 */
public record Recurrence(String interval, long count) {

    /** Every so many days. */
    public static final String DAY = "day";

    /** Every so many weeks. */
    public static final String WEEK = "week";

    /** Every so many months. */
    public static final String MONTH = "month";

    /** Every so many years. */
    public static final String YEAR = "year";

    /** Refuses a blank interval. */
    public Recurrence {
        Texts.required("interval", interval);
    }

    Terms terms() {
        return Terms.none().and("interval", interval).and("intervalCount", count);
    }
}
