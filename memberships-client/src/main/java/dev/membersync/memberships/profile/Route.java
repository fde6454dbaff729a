package dev.membersync.memberships.profile;

import dev.membersync.client.Operation;
import dev.membersync.client.internal.Texts;
import java.util.List;
import java.util.Objects;

/**
 * One operation of a dialect with the form of its reply: data of a {@link MembershipsProfile}.
 *
 * @param operation what is sent
 * @param level     whose token it takes
 * @param keys      the root keys that the record or the list may be found below, the first that fits; a bare one needs none
 * @param totals    the root keys that the number of all rows may be found below, {@code a.b} within the object a; for
 *                  lists only
 * @param paging    how the list is asked for; {@link Paging#none} for everything else
 */
public record Route(Operation operation, TokenLevel level, List<String> keys, List<String> totals, Paging paging) {

    /** Copies the lists. */
    public Route {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(paging, "paging");
        keys = List.copyOf(keys);
        totals = List.copyOf(totals);
    }

    /** The id of the operation. */
    public String id() {
        return operation.id();
    }

    /** The same route to another path, with the same variables in braces. */
    public Route to(String path) {
        Operation row = new Operation(
                operation.id(),
                operation.method(),
                Texts.required("path", path),
                operation.safety(),
                operation.scope(),
                operation.confidence(),
                operation.source());
        return new Route(row, level, keys, totals, paging);
    }

    /** The same route, its record or list below these root keys. */
    public Route below(String... rootKeys) {
        return new Route(operation, level, List.of(rootKeys), totals, paging);
    }

    /** The same route, its number of rows below these root keys. */
    public Route counted(String... totalKeys) {
        return new Route(operation, level, keys, List.of(totalKeys), paging);
    }

    /** The same route, its list asked for like this. */
    public Route paged(Paging way) {
        return new Route(operation, level, keys, totals, way);
    }
}
