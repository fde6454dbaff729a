package dev.membersync.eventops.analytics;

import java.util.Locale;

/** What a figure counts in, and with how many decimals its value is given. */
public enum Unit {
    /** People, registrations, scans: whole numbers. */
    COUNT(0),
    /** A part of a whole, with four decimals, half to even. */
    RATIO(4),
    /** Minor units of a currency, whole, half to even. */
    MINOR_UNITS(0),
    /** Whole seconds. */
    SECONDS(0);

    private final int decimals;

    Unit(int decimals) {
        this.decimals = decimals;
    }

    int decimals() {
        return decimals;
    }

    /** Its name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
