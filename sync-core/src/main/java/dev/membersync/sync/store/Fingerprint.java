package dev.membersync.sync.store;

import java.util.Optional;

/** Which accounts a store belongs to, so that a sandbox is never mixed with production. Kept as the fact {@code account}. */
public final class Fingerprint {
    private static final String FACT = "account";

    private Fingerprint() {}

    /**
     * Compares the accounts of a configuration with those the store was used with. A store without links takes them.
     *
     * @param account the Memberships account and the Accelevents organisation or address, as one stable name without a
     *     secret; {@link Scope#account()}
     * @throws StoreException.OtherAccount when the links of the store belong to others
     */
    public static void check(Meta meta, String account) {
        Optional<String> known = meta.find(FACT);
        if (known.isPresent() && !known.get().equals(account) && meta.hasLinks()) {
            throw new StoreException.OtherAccount("the links of this store belong to " + known.get()
                    + ", the configuration names " + account + "; correct it, or give each pair of accounts a store of"
                    + " its own");
        }
        if (known.filter(account::equals).isEmpty()) {
            adopt(meta, account);
        }
    }

    /** Gives the store to these accounts, whatever it holds; for accounts that have moved to another address. */
    public static void adopt(Meta meta, String account) {
        meta.put(FACT, account);
    }
}
