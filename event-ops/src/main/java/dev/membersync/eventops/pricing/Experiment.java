package dev.membersync.eventops.pricing;

/** Calls that no vendor page shows (accelevents-api.md 4.5, 2.4); AUTO uses them only where they are named. */
public enum Experiment {
    /** Prices, through the whole document of ticket types (OLD). */
    PRICES,
    /** Places, likewise. */
    PLACES,
    /** Hidden and end of sale, likewise. */
    SALE,
    /** Access codes, whose body is not documented. */
    ACCESS_CODES
}
