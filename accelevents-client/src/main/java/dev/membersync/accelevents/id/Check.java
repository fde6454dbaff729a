package dev.membersync.accelevents.id;

/** Refuses values that cannot be ids, before they name the wrong thing at the vendor. */
final class Check {
    private Check() {}

    static void positive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " has a positive id, not " + value);
        }
    }

    static void text(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " has an id that is not blank");
        }
    }

    /** Zero means the whole order in the vendor's delete call. */
    static void ticket(String what, String value) {
        text(what, value);
        if (value.strip().matches("0+")) {
            throw new IllegalArgumentException(what + " never has the id 0, which means the whole order");
        }
    }
}
