package dev.membersync.memberships.internal;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.UnreadableException;

/** The ids of rows, without which a row is nothing. */
public final class Ids {

    private Ids() {}

    /** The first of the names that has a text or number fit to be an id; {@code what} names the row, article included. */
    public static String of(Fields row, String what, String name, String... others) {
        return row.text(name, others)
                .filter(id -> !id.isBlank() && id.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> new UnreadableException(what + " without an id"));
    }
}
