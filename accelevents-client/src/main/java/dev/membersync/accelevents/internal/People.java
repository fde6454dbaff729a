package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.Person;
import dev.membersync.client.internal.Fields;

/** Reads the person of a row. */
public final class People {
    private People() {}

    /** What the row does not say is empty. */
    public static Person read(Fields row) {
        return new Person(text(row, "firstName"), text(row, "lastName"), text(row, "email"));
    }

    private static String text(Fields row, String name) {
        return row.text(name).orElse("");
    }
}
