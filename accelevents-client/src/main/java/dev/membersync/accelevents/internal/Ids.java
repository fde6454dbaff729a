package dev.membersync.accelevents.internal;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.UnreadableException;

/** Ids, without which a row is of no use. */
final class Ids {
    private Ids() {}

    static long required(Fields row, String name, String... others) {
        return row.number(name, others).orElseThrow(() -> new UnreadableException("a row has no " + name));
    }
}
