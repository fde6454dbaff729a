package dev.membersync.client;

import dev.membersync.client.policy.Safety;
import java.util.Optional;

/**
 * One endpoint, as data.
 *
 * @param id a name such as {@code users.list}
 * @param method the HTTP method in capitals
 * @param path the path below the base URL, with variables in braces
 * @param safety what sending it twice would do
 * @param scope the right it needs, where the vendor names one
 * @param confidence how well its existence and form are known
 * @param source where that is known from
 */
public record Operation(
        String id,
        String method,
        String path,
        Safety safety,
        Optional<String> scope,
        Confidence confidence,
        String source) {
    /** An operation that needs no named scope. */
    public static Operation of(
            String id, String method, String path, Safety safety, Confidence confidence, String source) {
        return new Operation(id, method, path, safety, Optional.empty(), confidence, source);
    }
}
