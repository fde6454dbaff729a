package dev.membersync.accelevents;

/** The page sizes that make sense: the vendor documents no limit, memory does. */
final class Sizes {
    private static final int MOST = 1000;

    private Sizes() {}

    static void check(int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " rows, not " + pageSize);
        }
    }
}
