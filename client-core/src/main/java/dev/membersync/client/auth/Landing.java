package dev.membersync.client.auth;

import java.util.Optional;

/**
 * How a {@link Flight} ended.
 *
 * @param grant what can be used; after a failure an older grant that has not expired, if there is one
 * @param settled whether that grant is the newest there can be
 * @param failure why there is nothing newer
 * @param unsaved what the next flight has to save first
 */
record Landing(Optional<Grant> grant, boolean settled, Optional<RuntimeException> failure, Optional<Unsaved> unsaved) {
    /**
     * A grant that the vendor gave and the store has not taken yet.
     *
     * @param base what it was renewed from
     * @param next the grant
     */
    record Unsaved(Optional<Grant> base, Grant next) {}
}
