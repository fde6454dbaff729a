package dev.membersync.accelevents.internal;

/** The page sizes that make sense: the vendor documents no limit, memory does. */
public final class Sizes {
    private static final int MOST = 1000;

    private Sizes() {}

    /** Refuses any other: {@link IllegalArgumentException}. */
    public static void check(int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " rows, not " + pageSize);
        }
    }
}
