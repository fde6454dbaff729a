package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import java.util.Optional;

/**
 * Where a tenant remembers.
 *
 * @param url the store, as {@link dev.membersync.sync.store.JdbcStore#open(String)} takes it; default
 *     {@code jdbc:sqlite:membersync.db} in the working folder
 * @param key the store key; without one a random key file beside the store is used
 * @param rekey true to give up a key that is lost, as {@link dev.membersync.sync.SyncEngineBuilder#rekey()}; to be taken
 *     out again after one run
 */
public record StoreConfig(String url, Optional<Secret> key, boolean rekey) {
    /** Without what stands before an @ of the url or follows its question mark, where a password may be. */
    @Override
    public String toString() {
        int end = url.indexOf('?');
        String place = (end < 0 ? url : url.substring(0, end)).replaceFirst("//.*@", "//***@");
        return "StoreConfig[url=" + place + (end < 0 ? "" : "?***") + ", key=" + key + ", rekey=" + rekey + "]";
    }
}
